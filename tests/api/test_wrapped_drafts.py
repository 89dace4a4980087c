"""Drafts whose lines are cut at a fixed width, in every form they come in: the document is that of the whole text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from gwformat.api import format_file
from tests.recognise.test_wrapped import TEXT, by_rules, cut

LINES = cut(TEXT, by_rules, 38)


def as_text(path: Path, lines: list[str]) -> Path:
    path = path.with_suffix(".txt")
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def a_paragraph_a_line(path: Path, lines: list[str]) -> Path:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    path = path.with_suffix(".docx")
    document.save(str(path))
    return path


def broken_by_hand(path: Path, lines: list[str]) -> Path:
    document = docx.Document()
    run = document.add_paragraph().add_run()
    for line in lines:
        run.add_text(line.strip())
        run.add_break()
    path = path.with_suffix(".docx")
    document.save(str(path))
    return path


@pytest.mark.parametrize("made", [as_text, a_paragraph_a_line, broken_by_hand])
def test_the_document_is_that_of_the_whole_text(made: Callable[[Path, list[str]], Path], tmp_path: Path) -> None:
    whole = format_file(as_text(tmp_path / "整段", list(TEXT)), tmp_path / "整段成品.docx")
    wrapped = format_file(made(tmp_path / "折行", LINES), tmp_path / "折行成品.docx")
    said = [
        [paragraph.text for paragraph in docx.Document(str(result.output)).paragraphs] for result in (whole, wrapped)
    ]
    assert said[0] == said[1]
    joints = [change for change in wrapped.document.changes if "折断" in change.reason]
    assert len(joints) == len(LINES) - len(TEXT)
