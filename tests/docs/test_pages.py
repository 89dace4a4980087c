"""The pages besides the guide: what they name is there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from gwformat.check.registry import document_rules, print_rules
from gwformat.cli.program import program
from tests.test_imports import LAYERS

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    page
    for folder in (".", "docs", "docs/guide", "docs/analysis", "benchmarks", "changelog.d", "fonts")
    for page in (ROOT / folder).glob("*.md")
)

_CODE = re.compile(r"`[^`\n]*`")
_LINK = re.compile(r"\]\(([^)#]+?)(?:#[^)]*)?\)")
_CALL = re.compile(r"gwformat ((?:fonts |profile )?[a-z]+)((?: [^\s`；，。）]+)*)")
_OPTION = re.compile(r"--[a-z][a-z-]+")
_FILE = re.compile(r"`((?:gwformat|tests|benchmarks|docs|examples|templates|tools)/[\w/.-]+)`")
_ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
_SCRIPT = 'if __name__ == "__main__":'
_MISSPELLED = "--sytem"  # an example of what the program says to that


def options(command: click.Command, above: tuple[str, ...] = ()) -> Iterator[tuple[str, set[str]]]:
    """Each command by the words it is called by, with its options."""
    said = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
    yield " ".join(above), said | {"--help", _MISSPELLED}
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from options(inner, (*above, name))


OPTIONS = dict(options(program))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_options_are_those_of_the_command(page: Path) -> None:
    for line in page.read_text(encoding="utf-8").splitlines():
        for name, rest in _CALL.findall(line.partition("#")[0]):
            if name in OPTIONS:
                assert set(_OPTION.findall(rest)) <= OPTIONS[name], line


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_and_files_are_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in _LINK.findall(_CODE.sub("", text)):
        assert target.startswith("http") or (page.parent / target).exists(), target
    for name in _FILE.findall(text):
        assert (ROOT / name).exists(), name


def test_every_measurement_is_listed() -> None:
    told = (ROOT / "benchmarks" / "README.md").read_text(encoding="utf-8")
    scripts = [path for path in (ROOT / "benchmarks").glob("*.py") if _SCRIPT in path.read_text(encoding="utf-8")]
    assert len(scripts) > 10
    assert not [path.name for path in scripts if f"`{path.name}" not in told]


def test_every_analysis_is_listed_by_its_heading() -> None:
    for page in (ROOT / "docs" / "analysis").glob("*.md"):
        heading = page.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
        assert f"[{heading}](analysis/{page.name})" in _ARCHITECTURE


def test_every_part_of_the_package_is_in_the_architecture() -> None:
    parts = [path for path in (ROOT / "gwformat").iterdir() if not path.name.startswith(("_", "."))]
    names = {path.stem for path in parts if path.suffix == ".py" or (path / "__init__.py").exists()}
    folders = _ARCHITECTURE[: _ARCHITECTURE.index("引用只有一个方向")]
    rows = re.findall(r"^\| (`[^|]*`) \|", folders, re.MULTILINE)
    told = Counter(name.rstrip("/") for row in rows for name in re.findall(r"`([\w/]+)`", row))
    assert not names - told.keys()
    assert not [name for name in names if told[name] > 1]


def test_the_architecture_shows_the_direction_of_imports() -> None:
    shown = _ARCHITECTURE[_ARCHITECTURE.index("    cli → ") : _ARCHITECTURE.index("## 取舍")]
    layers = [set(layer.strip().split("、")) for layer in shown.split("→")]
    assert layers == [names for names in LAYERS if names != {"__main__"}]


_TENS = "〇一二三四五六七八九"
_COUNTED = ("README.md", "changelog.d/check.added.md", "changelog.d/print.added.md")


def test_the_numbers_of_rules_are_those_there_are() -> None:
    hundreds = f"{_TENS[len(document_rules()) // 100]}百多条"
    tens = f"{_TENS[len(print_rules()) // 10]}十多条"
    told = "".join((ROOT / page).read_text(encoding="utf-8") for page in _COUNTED)
    assert set(re.findall("[一二三四五六七八九]百多条(?=规则)", told)) == {hundreds}
    assert set(re.findall("[一二三四五六七八九]十多条(?=规则)", told)) == {tens}
