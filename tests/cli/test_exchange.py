from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Shell
from tests.exchange.planting import planted
from tests.exchange.test_sanitising import BASE


def test_what_went_is_said_item_by_item(gwformat: Shell, tmp_path: Path) -> None:
    path, target = tmp_path / "通知.docx", tmp_path / "发出.docx"
    path.write_bytes(planted(BASE, "作者").bytes())
    outcome = gwformat("exchange", path, "--to", "party", "-o", target)
    assert outcome.code == 0
    assert "X606  作者：暗记7f3a91" in outcome.stdout
    assert "清单：" in outcome.stdout
    assert target.is_file() and (tmp_path / "发出.docx.json").is_file()


def test_a_classified_file_is_refused_with_8(gwformat: Shell, tmp_path: Path) -> None:
    path = tmp_path / "通知.docx"
    path.write_bytes(planted(BASE, "密级标志").bytes())
    outcome = gwformat("exchange", path, "--to", "party", "-o", tmp_path / "发出.docx")
    assert outcome.code == 8
    assert "密级" in outcome.stderr and "--classified-offline" in outcome.stderr
    assert sorted(tmp_path.iterdir()) == [path]


def test_a_received_file_is_verified(gwformat: Shell, tmp_path: Path) -> None:
    path, target = tmp_path / "通知.docx", tmp_path / "发出.docx"
    path.write_bytes(BASE)
    gwformat("exchange", path, "--to", "party", "-o", target)
    outcome = gwformat("exchange", target, "--verify")
    assert outcome.code == 0
    assert "核对一致" in outcome.stdout
    target.write_bytes(BASE + b"\0")
    outcome = gwformat("exchange", target, "--verify")
    assert outcome.code == 1
    assert "核对不一致" in outcome.stdout and "SHA-256" in outcome.stdout


@pytest.mark.parametrize(
    ("args", "said"),
    [(["-o", "b.docx"], "没有写明发给哪一方"), (["--to", "party"], "没有写明成品放在哪里")],
)
def test_what_must_be_said(gwformat: Shell, args: list[str], said: str) -> None:
    outcome = gwformat("exchange", "a.docx", *args)
    assert outcome.code == 2
    assert said in outcome.stderr


@pytest.mark.parametrize("said", ["党委", "党委系统"])
def test_systems_may_be_called_by_their_chinese_names(gwformat: Shell, tmp_path: Path, said: str) -> None:
    path = tmp_path / "通知.docx"
    path.write_bytes(BASE)
    for name, system in (("甲.docx", "party"), ("乙.docx", said)):
        assert gwformat("exchange", path, "--to", system, "-o", tmp_path / name).code == 0
    assert (tmp_path / "甲.docx").read_bytes() == (tmp_path / "乙.docx").read_bytes()
