"""A file of ours that a word processor has saved again is still known as ours."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from benchmarks.same import SPELLINGS
from gwformat.api import FormatOptions, format_file
from gwformat.ooxml import marks
from gwformat.ooxml.package import Package
from gwformat.ooxml.page_end import STYLE
from gwformat.readers import read

DRAFT = Path(__file__).parents[2] / "examples" / "通知.docx"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("made") / "成品.docx"
    format_file(DRAFT, target, FormatOptions())
    return target


def spelled(path: Path, kind: str, target: Path) -> Path:
    data = SPELLINGS[kind](path.read_bytes(), random.Random(kind))
    assert data is not None
    target.write_bytes(data)
    return target


def test_the_list_of_elements_is_found_under_the_name_a_word_processor_gives_it(made: Path, tmp_path: Path) -> None:
    saved = spelled(made, "部件名", tmp_path / "另存.docx")
    assert marks.PART not in Package.open(saved).parts
    assert read(saved).marks == read(made).marks != ()


def test_there_is_one_list_of_elements_after_another_run(made: Path, tmp_path: Path) -> None:
    saved = spelled(made, "部件名", tmp_path / "另存.docx")
    again = tmp_path / "再排.docx"
    format_file(saved, again, FormatOptions())
    lists = [name for name, data in Package.open(again).parts.items() if b"gwformat:elements:1" in data]
    assert len([name for name in lists if "Props" not in name and not name.endswith(".rels")]) == 2  # and its schema
    assert read(again).marks == read(made).marks


@pytest.mark.parametrize("kind", ["UTF-16", "部件名", "前缀"])
def test_page_ends_of_ours_are_known_however_the_part_is_named_or_encoded(
    kind: str, made: Path, tmp_path: Path
) -> None:
    assert STYLE.encode() in Package.open(made).parts["word/document.xml"]
    saved = spelled(made, kind, tmp_path / "另存.docx")
    assert [block.text for block in read(saved).blocks] == [block.text for block in read(made).blocks]
