"""Files that a command cannot read: one exit code for all of them, words that say why, and nothing is written."""

from __future__ import annotations

import shutil
from pathlib import Path

import click
import pytest

from gwformat.cli.program import COMMANDS, program
from tests.cli.running import EXAMPLES, Shell

# Each with @ in the place of the file it reads.
OF_DRAFTS = (
    "format @ -o 成品.docx",
    "inspect @",
    "check @",
    "check @ --certificate 证.html",
    "layout @",
    "render @ -o 成品.pdf",
    "fonts coverage @",
)
OF_DOCX = (
    "check @ --annotate 批注.docx",
    "check @ --fix -o 修改.docx",
    "check @ --fix --diff",
    "check @ --fix --in-place",
    "exchange @ --to party -o 发出.docx",
    "fonts coverage @ --fix -o 补字.docx",
    "fonts map @ --to party -o 换.docx",
    "fonts embed @ -o 嵌入.docx",
)
OF_FINISHED = ("print @", "print @ --proof -o 校样.pdf", "compare @ 通知.docx", "compare 通知.docx @")
NO_FILES = {"batch", "new", "profile", "web", "rules", "explain"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copy(EXAMPLES / "通知.docx", tmp_path / "通知.docx")
    (tmp_path / "草稿.txt").write_text("某某市人民政府关于防汛的通知\n", encoding="utf-8")
    (tmp_path / "版式.pdf").write_bytes(b"%PDF-1.7\n")
    (tmp_path / "空的.docx").write_bytes(b"")
    (tmp_path / "文字.docx").write_text("某某市", encoding="utf-8")
    (tmp_path / "夹.docx").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refused(gwformat: Shell, folder: Path, line: str, name: str) -> str:
    """What is said where the file is not read."""
    before = {path: path.is_file() and path.read_bytes() for path in folder.rglob("*")}
    done = gwformat(*line.replace("@", name).split())
    assert (done.code, done.stdout) == (3, ""), done.stderr
    assert done.stderr.startswith("错误：") and "\n建议：" in done.stderr
    assert {path: path.is_file() and path.read_bytes() for path in folder.rglob("*")} == before
    return done.stderr


def test_every_command_that_reads_files_is_asked_here() -> None:
    context = click.Context(program)
    assert {line.split()[0] for line in (*OF_DRAFTS, *OF_DOCX, *OF_FINISHED)} == {
        name for name in program.list_commands(context) if name not in NO_FILES
    }
    assert set(COMMANDS) >= NO_FILES


@pytest.mark.parametrize("name", ["没有.docx", "空的.docx", "文字.docx", "夹.docx"])
@pytest.mark.parametrize("line", [*OF_DRAFTS, *OF_DOCX, *OF_FINISHED])
def test_what_is_no_docx_under_its_name_is_unreadable(gwformat: Shell, folder: Path, line: str, name: str) -> None:
    refused(gwformat, folder, line, name)


@pytest.mark.parametrize("line", OF_DOCX)
def test_a_draft_of_another_format_is_told_to_become_a_docx(gwformat: Shell, folder: Path, line: str) -> None:
    assert "“草稿.txt”不是 docx，" in (said := refused(gwformat, folder, line, "草稿.txt"))
    assert "先用 gwformat format 排成 docx" in said


@pytest.mark.parametrize("line", [*OF_DRAFTS, *OF_DOCX])
def test_a_finished_file_is_no_draft(gwformat: Shell, folder: Path, line: str) -> None:
    assert "这是 PDF 文件" in refused(gwformat, folder, line, "版式.pdf")


def test_a_docx_of_another_name_is_not_changed_in_place(gwformat: Shell, folder: Path) -> None:
    Path("通知.docx").rename("通知.txt")
    done = gwformat("check", "通知.txt", "--fix", "--in-place")
    assert done.code == 2
    assert "“通知.txt”的后缀不是 .docx" in done.stderr
