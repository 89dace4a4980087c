"""Shapes and text boxes in the line: every program gives them the room that `layout` gives them."""

from __future__ import annotations

import os
import re
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from benchmarks.pdf_content import read_page
from benchmarks.text_lines import text_lines
from gwformat.api import FormatOptions, FormatResult, format_file
from gwformat.units import Mm, Pt
from tests import drawings
from tests.build import make_docx, p
from tests.standin import office

HEAD = p("某某市人民政府关于某事的通知", "<w:jc w:val='center'/>") + p("各县（市、区）人民政府：")
THREE = ("第一行", "第二行", "第三行")
NINE = THREE * 3
DESCENT = 0.8  # mm from the baseline to the foot of the characters
BOXES = {
    "fixed": drawings.shape(40, 30, *NINE),
    "fixed, of Word 2003": drawings.vml_box(40, 30, *NINE),
    "with room left": drawings.shape(40, 30, *THREE, grows=True),
    "grown": drawings.shape(40, 10, *NINE, grows=True),
    "grown, of Word 2003": drawings.vml_box(40, 10, *NINE, grows=True),
    "grown by a long paragraph": drawings.shape(40, 8, "各地要认真贯彻落实" * 5, grows=True),
    "with a shadow": drawings.shape(40, 30, effects=(2, 3, 2, 1)),
    "turned": drawings.shape(40, 30, turn=90),
    "turned, with the room Word says for it": drawings.shape(40, 30, turn=30, effects=(4.75, 8.5, 4.75, 8.5)),
    "group of Word 2003": drawings.vml_group(40, 30),
}


def formatted(folder: Path, *objects: str) -> FormatResult:
    between = "".join(f"<w:p><w:r><w:t>甲</w:t></w:r>{one}<w:r><w:t>乙</w:t></w:r></w:p>" for one in objects)
    draft = folder / "草稿.docx"
    draft.write_bytes(make_docx(HEAD + p("前一段。") + between + p("后一段。")))
    return format_file(draft, folder / "成品.docx", FormatOptions(force=True))


def room(result: FormatResult) -> tuple[float, float]:
    """How far 乙 stands from 甲, and the paragraph below from the one above, in mm."""
    (page,) = result.pages.pages
    pieces = {glyphs.text: glyphs.x.mm for line in page.lines for glyphs in line.glyphs}
    tops = {line.text: line.top.mm for line in page.lines}
    return pieces["乙"] - pieces["甲"], tops["后一段。"] - tops["前一段。"]


def beside(tmp_path: Path, one: str, other: str) -> tuple[float, float]:
    """How much wider and higher the room of one object is than that of another."""
    first, second = (room(formatted(tmp_path, drawn)) for drawn in (one, other))
    return round(first[0] - second[0], 1), round(first[1] - second[1], 1)


def test_a_text_box_of_a_fixed_size_takes_it_however_much_is_in_it(tmp_path: Path) -> None:
    assert beside(tmp_path, BOXES["fixed"], drawings.shape(40, 30)) == (0, 0)
    assert formatted(tmp_path, BOXES["fixed"]).pages.estimated_from is None


def test_a_text_box_that_grows_is_never_lower_than_it_says(tmp_path: Path) -> None:
    assert beside(tmp_path, BOXES["with room left"], drawings.shape(40, 30)) == (0, 0)


def test_a_text_box_grows_with_its_words(tmp_path: Path) -> None:
    # Nine lines of 10.5 points at 1.3 of their size, 15 % for the fonts, and 1.27 mm above and below.
    high = 9 * 10.5 * 1.3 * 1.15 * 25.4 / 72 + 2 * 1.27
    assert beside(tmp_path, BOXES["grown"], drawings.shape(40, high)) == (0, 0)
    assert beside(tmp_path, BOXES["grown, of Word 2003"], drawings.shape(40, high)) == (0, 0)
    assert formatted(tmp_path, BOXES["grown"]).pages.estimated_from is None


def test_a_text_box_that_grows_with_a_picture_in_it_is_an_estimate(tmp_path: Path) -> None:
    inner = "</w:t></w:r>" + drawings.inline(10, 10, "none") + "<w:r><w:t>"
    assert formatted(tmp_path, drawings.shape(40, 10, inner, grows=True)).pages.estimated_from == 1


def test_what_a_shadow_reaches_beyond_a_shape_is_room_too(tmp_path: Path) -> None:
    assert beside(tmp_path, BOXES["with a shadow"], drawings.shape(40, 30)) == (4, 4)


def test_a_shape_turned_on_its_side_takes_the_room_of_one_as_wide_as_it_is_high(tmp_path: Path) -> None:
    assert beside(tmp_path, BOXES["turned"], drawings.shape(30, 40)) == (0, 0)


def test_old_shapes_say_that_nothing_parts_them_from_the_words(tmp_path: Path) -> None:
    with zipfile.ZipFile(formatted(tmp_path, BOXES["group of Word 2003"]).output) as package:
        styles = re.findall(r'style="([^"]*)"', package.read("word/document.xml").decode())
    assert len(styles) == 3  # the group and its two shapes
    assert all(style.endswith(";mso-wrap-distance-left:0;mso-wrap-distance-right:0") for style in styles)


def test_the_grid_of_the_page_does_not_part_the_lines_in_a_text_box(tmp_path: Path) -> None:
    with zipfile.ZipFile(formatted(tmp_path, BOXES["fixed"]).output) as package:
        (box,) = re.findall(r"<w:txbxContent>.*</w:txbxContent>", package.read("word/document.xml").decode())
    assert box.count('<w:pPr><w:snapToGrid w:val="0"/></w:pPr>') == len(NINE)


def test_the_words_of_a_text_box_are_drawn_in_it(tmp_path: Path) -> None:
    for number, name in enumerate(("fixed", "fixed, of Word 2003", "grown")):
        (folder := tmp_path / str(number)).mkdir()
        (page,) = formatted(folder, BOXES[name]).pages.pages
        inside = [line for line in page.lines if line.text in THREE]
        (after,) = (line for line in page.lines if line.text.startswith("甲"))
        assert [line.text for line in inside] == list(NINE) and not page.carriers
        assert all(line.x > after.x + after.glyphs[0].width and line.bottom - line.top == Pt(10.5) for line in inside)


def test_a_text_box_is_drawn_with_its_line_and_its_colour(tmp_path: Path) -> None:
    line, yellow = '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/>', '<a:solidFill><a:srgbClr val="FFFF00"/>'
    red = f'{yellow}</a:solidFill><a:ln w="25400"><a:solidFill><a:srgbClr val="FF0000"/>'
    (page,) = formatted(tmp_path, drawings.shape(40, 30, "字").replace(line, red)).pages.pages
    assert [(stroke.color, stroke.weight) for stroke in page.strokes] == [("FF0000", Pt(2))] * 4
    assert [(fill.color, fill.height) for fill in page.fills] == [("FFFF00", Mm(30))]


@pytest.mark.parametrize("box", [BOXES["turned"], drawings.shape(40, 30, "字", turn=90)])
def test_a_text_box_that_is_turned_is_not_drawn_level(tmp_path: Path, box: str) -> None:
    (page,) = formatted(tmp_path, box).pages.pages
    assert page.carriers and not [line for line in page.lines if line.text == "字"]


@pytest.mark.skipif(office.soffice() is None, reason="LibreOffice is not installed")
def test_libreoffice_gives_them_the_same_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in office.install(tmp_path / "office").items():
        monkeypatch.setitem(os.environ, name, value)
    result = formatted(tmp_path, *BOXES.values())
    office.print_warm(result.output, tmp_path / "成品.pdf", 120)
    theirs = []
    for number, page in enumerate(PdfReader(tmp_path / "成品.pdf").pages, 1):
        for line in text_lines(number, read_page(page)[0]):
            words = {glyph.text: glyph.x for glyph in line.glyphs}
            theirs += [(number, line.baseline, words["乙"] - words["甲"])] if {"甲", "乙"} <= words.keys() else []
    ours = []
    for page in result.pages.pages:
        for line in page.lines:
            words = {glyphs.text: glyphs.x.mm for glyphs in line.glyphs}
            ours += [(page.number, line.bottom.mm, words["乙"] - words["甲"])] if {"甲", "乙"} <= words.keys() else []
    assert len(ours) == len(theirs) == len(BOXES)
    for name, one, other in zip(BOXES, ours, theirs, strict=True):
        assert one[0] == other[0], name
        assert one[1:] == pytest.approx((other[1] + DESCENT, other[2]), abs=0.3), name
