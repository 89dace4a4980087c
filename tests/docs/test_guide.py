"""The user guide is true: its examples are run in order, with the exit codes and the lines they show."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import click
import pytest

from gwformat.cli.program import program
from gwformat.office.program import find as find_office
from tests.batch.cluster import cluster
from tests.cli.running import EXAMPLES, Outcome, Shell

GUIDE = Path(__file__).parents[2] / "docs" / "guide"
PAGES = sorted(GUIDE.glob("*.md"))
SCHEDULER = "tcp://10.0.0.5:8786"  # as the guide writes it

_FENCE = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"^（退出码 (\d+)）$")
_LINK = re.compile(r"\]\(([^)#]+?)(?:#[^)]*)?\)")
_LEFT_OUT = "…"


@dataclass(frozen=True, slots=True)
class Command:
    """One command as the guide shows it."""

    arguments: tuple[str, ...]
    shown: tuple[str, ...]
    code: int


@dataclass(frozen=True, slots=True)
class File:
    """A file the reader is shown."""

    name: str
    text: str


def steps(page: Path) -> Iterator[Command | File]:
    """What `page` lets the reader do, in order."""
    for language, name, text in _FENCE.findall(page.read_text(encoding="utf-8")):
        if name:
            yield File(name, text)
        elif language == "console":
            yield from commands(text)


def commands(block: str) -> Iterator[Command]:
    """The commands of one block, each with the lines below it."""
    before, *told = re.split(r"^\$ ", block, flags=re.MULTILINE)
    assert not before, f"words before the first command: {before}"
    for one in told:
        line, *below = one.splitlines()
        program, *arguments = shlex.split(line)
        assert program == "gwformat", line
        codes = [int(found[1]) for found in map(_CODE.match, below) if found]
        shown = tuple(text for text in below if text != _LEFT_OUT and not _CODE.match(text))
        yield Command(tuple(arguments), shown, codes[0] if codes else 0)


def rtf(*paragraphs: str) -> bytes:
    """A file as old programs wrote it."""
    words = r"\par ".join("".join(f"\\u{ord(one)}?" for one in text) for text in paragraphs)
    return rf"{{\rtf1\ansi\ansicpg936 {words}\par}}".encode("ascii")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the reader: the examples, folders of drafts, and files there is something wrong with."""
    folder = tmp_path / "桌面"
    shutil.copytree(EXAMPLES, folder)
    broken = b"PK\x03\x04 broken"
    for name, inside in (("草稿", ["通知.docx", "请示.docx", "函.txt", "意见.md"]), ("来文", ["决定.txt"])):
        (folder / name).mkdir()
        for one in inside:
            shutil.copy(folder / one, folder / name)
    (folder / "来文" / "坏的.docx").write_bytes(broken)
    (folder / "坏的.docx").write_bytes(broken)
    (folder / "名册.xlsx").write_bytes(b"")
    old = rtf(
        "关于召开会议的通知",
        "各科室：",
        "定于3月9日召开会议，请准时参加。",
        "某某市财政局",
        "2026年3月5日",
    )
    (folder / "旧文件").mkdir()
    for place in (folder, folder / "旧文件"):
        (place / "旧通知.rtf").write_bytes(old)
    monkeypatch.chdir(folder)
    return folder


def lacking(page: Path) -> str | None:
    """Why the examples of `page` cannot be run here."""
    if page.name == "office.md" and find_office() is None:
        return "没有安装 LibreOffice"
    if page.name == "machines.md" and find_spec("distributed") is None:
        return "没有安装 dask.distributed"
    return None


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_examples_do_what_the_guide_shows(page: Path, desk: Path, gwformat: Shell) -> None:
    reason = lacking(page)
    if reason:
        pytest.skip(reason)
    with ExitStack() as running:
        address = running.enter_context(cluster()).address if page.name == "machines.md" else SCHEDULER
        for step in steps(page):
            match step:
                case File(name, text):
                    (desk / name).write_text(text, encoding="utf-8")
                case Command(arguments, shown, code):
                    done = gwformat(*(address if one == SCHEDULER else one for one in arguments))
                    assert done.code == code, f"gwformat {shlex.join(arguments)}\n{done.stdout}{done.stderr}"
                    assert_shown(shown, done)


def assert_shown(shown: tuple[str, ...], done: Outcome) -> None:
    """Each line of the guide begins a line of one of the streams, in the order of the guide within each stream."""
    streams = [done.stdout.splitlines(), done.stderr.splitlines()]
    for line in shown:
        for stream in streams:
            at = next((at for at, one in enumerate(stream) if one.strip().startswith(line.strip())), None)
            if at is not None:
                del stream[: at + 1]
                break
        else:
            pytest.fail(f"not shown, or not in this order: {line}\n{done.stdout}{done.stderr}", pytrace=False)


def test_every_command_has_an_example_that_is_run() -> None:
    shown = [step.arguments for page in PAGES for step in steps(page) if isinstance(step, Command)]
    for path in paths(program):
        named = any(arguments[: len(path)] == path for arguments in shown)
        # Fonts that may be embedded are on no machine of tests; what it does is tested with fonts made there.
        assert named or path == ("fonts", "embed"), f"gwformat {' '.join(path)}"


def paths(command: click.Command, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The words by which each command is called."""
    if not isinstance(command, click.Group):
        yield above
        return
    context = click.Context(command)
    for name in command.list_commands(context):
        inner = command.get_command(context, name)
        assert inner is not None
        yield from paths(inner, (*above, name))


def test_every_page_is_in_the_table_of_contents() -> None:
    told = set(_LINK.findall((GUIDE / "README.md").read_text(encoding="utf-8")))
    assert {page.name for page in PAGES} - {"README.md"} <= told
