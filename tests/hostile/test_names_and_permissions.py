"""Files that cannot be opened or written, and odd names: the documented exit code and words in Chinese."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from gwformat.cli.program import run
from gwformat.errors import reason_of

_LONG = "长" * 300

unprivileged = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="permissions do not bind this user or system"
)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "带 空格 的草稿.txt"
    path.write_text("关于值班的通知\n各单位：\n请按时到岗，不得缺席。\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "command",
    [
        ["inspect", _LONG],
        ["check", _LONG],
        ["format", "草稿.txt", "-o", f"{_LONG}.docx"],
        ["check", "草稿.txt", "--certificate", f"{_LONG}.html"],
        ["exchange", "草稿.docx", "--to", "party", "-o", f"{_LONG}.docx"],
        ["format", "草稿.txt", "-o", "成品.docx", "--profile", f"{_LONG}.toml"],
        ["batch", _LONG, "-o", "成品"],
    ],
    ids=lambda command: command[0],
)
def test_a_name_no_system_takes_is_a_usage_error(
    command: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(command) == 2
    assert "太长" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["inspect", "check", "layout", "compare"])
def test_a_folder_is_no_file(command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "名.docx"
    folder.mkdir()
    assert run([command, *[str(folder)] * (2 if command == "compare" else 1)]) == 3
    assert "是文件夹，不是文件" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_to_nothing_is_not_taken_for_a_slip_of_the_pen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "草稿.docx").symlink_to("没有.docx")
    assert run(["inspect", str(tmp_path / "草稿.docx")]) == 3
    assert "它所指的文件不在那里" in capsys.readouterr().err


@unprivileged
def test_what_may_not_be_read_is_an_unreadable_input(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft.chmod(0)
    assert run(["check", str(draft)]) == 3
    assert "没有权限" in capsys.readouterr().err


@unprivileged
def test_a_folder_that_may_not_be_written_takes_nothing(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = draft.parent / "只读"
    folder.mkdir()
    folder.chmod(0o555)
    assert run(["format", str(draft), "-o", str(folder / "成品.docx")]) == 4
    assert "没有权限" in capsys.readouterr().err
    assert list(folder.iterdir()) == []


@pytest.fixture
def closed(draft: Path) -> Iterator[Path]:
    folder = draft.parent / "关着"
    folder.mkdir()
    folder.chmod(0)
    yield folder
    folder.chmod(0o755)


@unprivileged
@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("check {closed}/草稿.txt", 3),
        ("compare {closed}/草稿.txt {draft}", 3),
        ("batch {closed}/草稿 -o {folder}/成品", 3),
        ("print {closed}/草稿.pdf", 3),
        ("format {draft} -o {closed}/成品.docx", 4),
        ("render {draft} -o {closed}/成品.pdf", 4),
        ("format {draft} {draft} -o {closed}/成品", 2),
        ("batch {draft} -o {closed}/成品", 4),
        ("format {draft} -o {folder}/成品.docx --meta {closed}/要素.toml", 5),
        ("format {draft} -o {folder}/成品.docx --profile {closed}/版式.toml", 5),
        ("fonts coverage {draft} --font-dir {closed}/字体", 2),
    ],
)
def test_below_a_folder_nobody_may_look_into_nothing_is_a_bug(
    command: str, code: int, closed: Path, draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [word.format(closed=closed, draft=draft, folder=draft.parent) for word in command.split()]
    assert run(words) == code
    assert capsys.readouterr().err.startswith("错误：")


@unprivileged
@pytest.mark.parametrize("words", [["format", "-o", "{}", "--force"], ["check", "--fix", "--in-place"]])
def test_a_file_that_is_read_only_is_not_replaced(
    words: list[str], draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = draft.with_name("成品.docx")
    assert run(["format", str(draft), "-o", str(target)]) == 0
    before = target.read_bytes()
    target.chmod(0o444)
    asked = [word.format(target) for word in words]
    assert run([*asked, str(draft if "-o" in words else target)]) == 4
    assert "只读" in capsys.readouterr().err
    assert target.read_bytes() == before
    assert sorted(draft.parent.iterdir()) == sorted([draft, target])


def test_a_folder_is_no_name_of_a_result(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in (["new", "通知"], ["render", str(draft)], ["check", str(draft), "--annotate"]):
        assert run([*command, *(() if "--annotate" in command else ("-o",)), str(draft.parent)]) == 2
        assert "是文件夹" in capsys.readouterr().err


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "cp437"])
def test_a_console_that_is_not_utf8_stops_nothing(draft: Path, encoding: str) -> None:
    environment = os.environ | {"PYTHONIOENCODING": encoding, "LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0"}
    for command in (["inspect", str(draft)], ["check", str(draft)], ["inspect", "没有.docx"], ["--help"]):
        done = subprocess.run([sys.executable, "-m", "gwformat", *command], capture_output=True, env=environment)
        assert done.returncode in (0, 1, 3)
        assert b"Traceback" not in done.stderr
        assert "程序内部出错".encode() not in done.stderr


def test_reasons_are_chinese_whatever_the_language_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(OSError) as caught:
        (tmp_path / "没有" / "文件").read_bytes()
    assert reason_of(caught.value) == "找不到"
    with pytest.raises(OSError) as caught:
        (tmp_path / _LONG).read_bytes()
    assert reason_of(caught.value) == "文件名或路径太长"


def test_what_windows_says_of_a_file_in_use_is_understood() -> None:
    error = PermissionError(13, "The process cannot access the file")
    error.winerror = 32
    assert reason_of(error) == "正被别的程序打开"


@pytest.mark.skipif(sys.platform != "linux", reason="别的系统的文件名都是 Unicode")
@pytest.mark.parametrize(
    ("args", "report"),
    [
        (["format", "-o", "成品.docx", "--report"], "报告.json"),
        *((["check", "--format", form, "-o"], f"报告.{form}") for form in ("json", "html", "sarif", "junit", "csv")),
        (["check", "--certificate"], "检查单.html"),
        (["print", "--copies", "2", "-o", "付印.pdf", "--json", "--ticket", "印制单.pdf", "--ticket"], "印制单.docx"),
        (["layout", "--format", "json"], ""),
        (["inspect"], ""),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else value,
)
def test_a_name_in_gbk_bytes_is_read_told_and_reported(args: list[str], report: str, draft: Path) -> None:
    name = os.fsdecode("决定.txt".encode("gbk"))
    draft.rename(draft.with_name(name))
    command = [sys.executable, "-m", "gwformat", args[0], name, *args[1:], *([report] if report else [])]
    done = subprocess.run(command, capture_output=True, cwd=draft.parent, env=os.environ | {"PYTHONUTF8": "1"})
    assert done.returncode in (0, 1), done.stderr.decode(errors="replace")
    said = (draft.parent / report).read_bytes() if report else done.stdout
    if report.endswith("docx"):
        said = done.stdout
    assert said.decode()  # all of it is UTF-8
    if report.endswith("json") or "json" in args:
        value = json.loads(said)
        assert (value[0] if isinstance(value, list) else value).get("file", name) == name
    elif report.endswith(("html", "csv")) or args[0] == "inspect":
        assert "决定.txt" in said.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="链接要有特别的权限")
@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("format 决定.txt -o 圈.docx", 4),
        ("check 决定.txt --profile 圈.toml", 5),
        ("check 决定.txt -o 圈.txt --certificate 圈.html", 4),
        ("batch 决定.txt -o 圈", 4),
    ],
)
def test_links_in_a_circle_are_no_places(
    line: str, code: int, draft: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(draft.parent)
    draft.rename("决定.txt")
    for name in ("圈", "圈.docx", "圈.toml", "圈.txt", "圈.html"):
        Path(name).symlink_to(name)
    assert run(line.split()) == code
    assert "错误：" in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes have names here")
@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (["profile", "check", "管"], 5),
        (["format", "草稿", "-o", "成品.docx", "--meta", "管"], 5),
        (["format", "草稿", "-o", "成品.docx", "--system", "管"], 5),
        (["format", "草稿", "-o", "成品.docx", "--set", "发文机关署名=某某局", "--seal", "管.png"], 3),
        (["check", "草稿", "--org", "管"], 5),
        (["check", "草稿", "-o", "管", "--force"], 4),
        (["exchange", "草稿", "--verify", "--manifest", "管"], 3),
        (["batch", "管.docx", "-o", "成品"], 7),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_pipe_is_no_file_of_settings_no_seal_and_no_result(
    asked: list[str], code: int, draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pipes = {
        name: tmp_path / f"管{ending}" for name, ending in (("管", ".toml"), ("管.png", ".png"), ("管.docx", ".docx"))
    }
    for pipe in pipes.values():
        os.mkfifo(pipe)
    words = {"草稿": draft, **{name: tmp_path / name for name in ("成品", "成品.docx")}, **pipes}
    assert run([str(words.get(word, word)) for word in asked]) == code
    said = capsys.readouterr()
    assert "错误：" in said.err or "未完成" in said.out + said.err
    assert all(pipe.is_fifo() for pipe in pipes.values())
