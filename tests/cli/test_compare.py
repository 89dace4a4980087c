"""`gwformat compare`: what the user reads, and the exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import EXAMPLES, Shell

TEXT = """某某市人民政府关于做好有关工作的通知

各区人民政府：
　　现安排12项工作，请认真执行。

某某市人民政府
2026年5月6日
"""


@pytest.fixture
def approved(tmp_path: Path) -> Path:
    path = tmp_path / "定稿.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_same_words_are_said_to_agree(gwformat: Shell, approved: Path, tmp_path: Path) -> None:
    (tmp_path / "清样.txt").write_text(TEXT.replace("，", "，\n"), encoding="utf-8")
    done = gwformat("compare", approved, tmp_path / "清样.txt")
    assert done.code == 0
    assert done.stdout.startswith("一致")


def test_a_difference_is_told_with_element_and_place(gwformat: Shell, approved: Path, tmp_path: Path) -> None:
    (tmp_path / "清样.txt").write_text(TEXT.replace("12项", "21项"), encoding="utf-8")
    done = gwformat("compare", approved, tmp_path / "清样.txt")
    assert done.code == 1
    assert "1. 不同：" in done.stdout
    assert "现安排【12】项工作，请认真执 → 【21】（正文，定稿第 4 段，清样第 4 段）" in done.stdout
    assert "不一致：文字 1 处" in done.stdout


def test_an_element_that_is_gone_is_told(gwformat: Shell, approved: Path, tmp_path: Path) -> None:
    (tmp_path / "清样.txt").write_text(TEXT.replace("各区人民政府：\n", ""), encoding="utf-8")
    done = gwformat("compare", approved, tmp_path / "清样.txt")
    assert "整段没有了" in done.stdout
    assert "定稿有“主送机关”，清样没有" in done.stdout


def test_programs_get_json(gwformat: Shell, approved: Path, tmp_path: Path) -> None:
    (tmp_path / "清样.txt").write_text(TEXT.replace("执行", "落实"), encoding="utf-8")
    done = gwformat("compare", approved, tmp_path / "清样.txt", "--format", "json", "-o", tmp_path / "比对.json")
    assert done.code == 1
    said = json.loads((tmp_path / "比对.json").read_text(encoding="utf-8"))
    assert said["same"] is False
    (one,) = said["differences"]
    assert (one["kind"], one["words"], one["others"]) == ("replaced", "执行", "落实")


def test_of_two_files_it_is_said_which_cannot_be_read(gwformat: Shell, approved: Path, tmp_path: Path) -> None:
    empty = tmp_path / "空.docx"
    empty.touch()
    outcome = gwformat("compare", approved, empty)
    assert outcome.code == 3
    assert f"错误：{empty}：文件是空的。" in outcome.stderr


def test_a_file_that_cannot_be_read_ends_with_three(gwformat: Shell, approved: Path, tmp_path: Path) -> None:
    assert gwformat("compare", approved, tmp_path / "没有.docx").code == 3


def test_a_pdf_that_is_none_is_not_said_to_be_of_an_unknown_kind(gwformat: Shell, tmp_path: Path) -> None:
    (tmp_path / "清样.pdf").write_bytes(b"")
    done = gwformat("compare", EXAMPLES / "通知.docx", tmp_path / "清样.pdf")
    assert done.code == 3
    assert "“清样.pdf”不是完整的 PDF" in done.stderr
