"""The imprint keeps clear of what stands above it, so that every program leaves it on its page (7.4.1)."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat.api import FormatOptions, format_file
from gwformat.layout import Pages, facts_of
from gwformat.model import IMPRINT_ROLES, Document, Role, Seal
from gwformat.ooxml.names import w
from gwformat.ooxml.package import Package
from gwformat.units import Pt
from tests.layout.papers import document, general, pages, paragraph, words

COPIES = "抄送：市委各部门，市人大常委会办公室，市政协办公室，市法院，市检察院，各人民团体，各民主党派。"  # two lines
SHORT = "抄送：市委各部门。"
SPEC = general().imprint


def letter(lines: int, copies: str) -> Document:
    """A document with so many lines of text, then a sign-off and an imprint, with 抄送 or without."""
    body = [(Role.BODY, paragraph(min(7, lines - done))) for done in range(0, lines, 7)]
    signed = [(Role.SIGNATURE, "某某市人民政府"), (Role.DATE, "2026年3月20日")]
    signed += [(Role.COPY_TO, copies)] if copies else []
    printed = [(Role.PRINTER, "某某市人民政府办公室"), (Role.PRINT_DATE, "2026年3月20日印发")]
    return document((Role.ADDRESSEE, "各区人民政府："), *body, *signed, *printed)


def room(laid: Pages) -> int:
    """From the last line above the imprint to the first line of the imprint, on the last page."""
    last = laid.pages[-1]
    above = [line.bottom for line in words(last) if line.role not in IMPRINT_ROLES]
    return min(stroke.y for stroke in last.strokes) - max(above, default=0)


def rows(laid: Pages) -> tuple[int, int]:
    """How many rows the last page has above the imprint, an empty one over the sign-off, and in it.

    印发机关 and 印发日期 are one row.
    """
    roles = [line.role for line in words(laid.pages[-1])]
    inside = [role for role in roles if role in IMPRINT_ROLES and role is not Role.PRINT_DATE]
    return len(roles) - len(inside) - roles.count(Role.PRINT_DATE) + 1, len(inside)


@pytest.mark.parametrize("grid", ["national", "practice"])
@pytest.mark.parametrize("copies", ["", SHORT, COPIES])
def test_text_and_imprint_of_22_rows_stand_on_one_page_the_imprint_a_little_closer(copies: str, grid: str):
    every = [pages(letter(lines, copies), Seal.NONE, grid) for lines in range(20, 42)]
    closer = [laid for laid in every if laid.imprint_pitch is not None]
    assert {sum(rows(laid)) for laid in closer} == {22}
    for laid in closer:
        assert SPEC.least_pitch <= (laid.imprint_pitch or 0) < Pt(28)


@pytest.mark.parametrize("grid", ["national", "practice"])
@pytest.mark.parametrize("copies", [SHORT, COPIES])
def test_no_line_comes_nearer_to_the_imprint_than_programs_need(copies: str, grid: str):
    every = [pages(letter(lines, copies), Seal.NONE, grid) for lines in range(1, 45)]
    assert min(room(laid) for laid in every) >= SPEC.room
    assert {len(laid.pages) % 2 for laid in every} == {0}


def test_the_docx_says_the_pitch_and_formatting_it_again_changes_nothing(tmp_path: Path):
    draft, target, again = tmp_path / "草稿.txt", tmp_path / "成品.docx", tmp_path / "再排.docx"
    for lines in range(20, 42):
        draft.write_text(
            "\n".join(["关于某某工作的通知", *(block.text for block in letter(lines, COPIES).blocks)]), encoding="utf-8"
        )
        laid = format_file(draft, target, FormatOptions(seal=Seal.NONE, force=True)).pages
        if laid.imprint_pitch is not None:
            break
    assert facts_of(laid).imprint_pitch == laid.imprint_pitch is not None
    imprint = list(Package.open(target).tree("word/document.xml").iter(w("tbl")))[-1]
    said = {spacing.get(w("line")) for spacing in imprint.iter(w("spacing")) if spacing.getparent().tag == w("pPr")}
    assert str(laid.imprint_pitch.twips) in said
    format_file(target, again, FormatOptions(seal=Seal.NONE))
    assert again.read_bytes() == target.read_bytes()
