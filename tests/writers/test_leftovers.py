"""What the writing leaves without a use – numberings, fonts – does not stay in the file; what is used does."""

from __future__ import annotations

import pytest

from gwformat.model import Role
from gwformat.ooxml.names import W, w
from tests.build import NAMESPACES
from tests.writers.setting_up import document, draft, p, tree, written

NUMBERED = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='{}'/></w:numPr>"
LEVEL = "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>"
CELL = f"<w:tc><w:tcPr/>{p('表中一项', NUMBERED.format(2))}</w:tc>"
TABLE = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>{CELL}</w:tr></w:tbl>"


def numberings(count: int) -> str:
    """As many lists, each with a numbering of the next number."""
    lists = "".join(f"<w:abstractNum w:abstractNumId='{n}'>{LEVEL}</w:abstractNum>" for n in range(count))
    return lists + "".join(f"<w:num w:numId='{n + 1}'><w:abstractNumId w:val='{n}'/></w:num>" for n in range(count))


def test_a_numbering_goes_once_its_labels_are_words_and_that_of_a_table_or_a_style_stays():
    style = f"<w:name w:val='list'/><w:pPr>{NUMBERED.format(3)}</w:pPr>"
    styles = f"<w:style w:type='paragraph' w:styleId='list'>{style}</w:style>"
    source = draft(
        p("第一项", NUMBERED.format(1)) + TABLE + p(""),
        {"word/numbering.xml": numberings(3), "word/styles.xml": styles},
    )
    lists = tree(written(document(source, Role.BODY, Role.BODY, Role.BODY)), "word/numbering.xml")
    assert [node.get(w("numId")) for node in lists.iter(w("num"))] == ["2", "3"]
    assert [node.get(w("abstractNumId")) for node in lists.iter(w("abstractNum"))] == ["1", "2"]


@pytest.mark.parametrize(
    "spelled",
    [
        "<w:numId w:val='3'></w:numId>",
        "<w:numId\n w:val = '3' />",
        "<w:numId w:val='&#51;'/>",
        "<!-- <w:numId w:val='1'/> --><w:numId w:val='3'/>",
        f"<x:numId xmlns:x='{W}' x:val='3'/>",
        "<w:numId w:val='3' y:of='a>b' xmlns:y='urn:another'/>",
    ],
)
def test_what_a_style_uses_stays_however_it_is_spelled(spelled: str):
    style = f"<w:name w:val='list'/><w:pPr><w:numPr>{spelled}</w:numPr></w:pPr>"
    styles = f"<w:style w:type='paragraph' w:styleId='list'>{style}</w:style>"
    source = draft(p("正文。"), {"word/numbering.xml": numberings(3), "word/styles.xml": styles})
    lists = tree(written(document(source, Role.BODY)), "word/numbering.xml")
    assert [node.get(w("numId")) for node in lists.iter(w("num"))] == ["3"]


def test_a_font_goes_once_nothing_is_set_in_it_unless_its_file_comes_with_it():
    faces = {"微软雅黑": "", "某某标宋": "<w:embedRegular r:id='rId1'/>", "Wingdings": ""}
    table = "".join(f"<w:font w:name='{name}'>{inside}</w:font>" for name, inside in faces.items())
    parts = {"word/fontTable.xml": f"<w:fonts {NAMESPACES}>{table}</w:fonts>".encode()}
    body = p("正文。", run_properties="<w:rFonts w:eastAsia='微软雅黑'/>")
    tick = "<w:p><w:r><w:t>已办</w:t></w:r><w:r><w:sym w:font='Wingdings' w:char='F0FC'/></w:r></w:p>"
    source = draft(body + tick, parts, [("rId9", "fontTable", "fontTable.xml")])
    result = written(document(source, Role.BODY, Role.BODY))
    assert [node.get(w("name")) for node in tree(result, "word/fontTable.xml")] == ["某某标宋", "Wingdings"]
