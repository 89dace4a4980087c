"""`gwformat new`: what it lists, writes, says and refuses."""

from __future__ import annotations

from pathlib import Path

from gwformat import api
from tests.cli.running import Shell


def test_the_list_has_every_template_with_its_sentence(gwformat: Shell) -> None:
    outcome = gwformat("new", "--list")
    assert outcome.code == 0
    assert all(listed.name in outcome.stdout and listed.says in outcome.stdout for listed in api.templates())


def test_the_list_begins_with_the_fifteen_kinds_as_the_regulation_names_them(gwformat: Shell) -> None:
    names = [line.split()[0] for line in gwformat("new", "--list").stdout.splitlines() if line.startswith("  ")]
    assert names == [listed.name for listed in api.templates()]
    kinds = "决议 决定 命令 公报 公告 通告 意见 通知 通报 报告 请示 批复 议案 函 纪要"
    assert [name for name in names if name in kinds] == kinds.split()


def test_a_new_draft_says_what_is_still_to_be_filled(gwformat: Shell, tmp_path: Path) -> None:
    outcome = gwformat("new", "通知", "-o", tmp_path / "通知.docx", "--set", "事由=开展防汛检查")
    assert outcome.code == 0
    assert "还要填写" in outcome.stdout
    assert "目的" in outcome.stdout
    assert "事由" not in outcome.stdout


def test_words_that_cannot_be_the_element_they_are_given_for_are_refused(gwformat: Shell, tmp_path: Path) -> None:
    outcome = gwformat("new", "通知", "-o", tmp_path / "通知.docx", "--set", "份号=甲")
    assert outcome.code == 2
    assert "份号=甲" in outcome.stderr and "000001" in outcome.stderr
    assert not (tmp_path / "通知.docx").exists()


def test_a_new_draft_can_be_formatted_and_says_what_is_open(gwformat: Shell, tmp_path: Path) -> None:
    gwformat("new", "通知", "-o", tmp_path / "通知.docx")
    outcome = gwformat("format", tmp_path / "通知.docx", "-o", tmp_path / "成品.docx")
    assert outcome.code == 0
    assert "没有填写" in outcome.stdout


def test_an_existing_file_is_kept_unless_forced(gwformat: Shell, tmp_path: Path) -> None:
    target = tmp_path / "通知.docx"
    target.write_bytes(b"mine")
    assert gwformat("new", "通知", "-o", target).code == 4
    assert target.read_bytes() == b"mine"
    assert gwformat("new", "通知", "-o", target, "--force").code == 0


def test_a_call_without_template_or_target_says_how_to_call(gwformat: Shell, tmp_path: Path) -> None:
    for arguments in ((), ("通知",), ("通知", "-o", tmp_path / "通知.pdf")):
        outcome = gwformat("new", *arguments)
        assert outcome.code == 2
        assert "例：" in outcome.stderr
