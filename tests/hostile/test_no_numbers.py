"""Where a docx should have a number and has none, or one no page could have, it counts as not said: nothing breaks."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from gwformat import api
from gwformat.check.runner import CRASHED
from gwformat.model import Carrier
from gwformat.ooxml import marks
from gwformat.ooxml.values import length, whole
from gwformat.readers import read
from gwformat.units import Pt
from tests.build import make_docx, p

_ENDLESS = "9" * 400
_LONG = "9" * 5000  # Python makes no whole number of so many
_TITLE = p("某某市某某局关于做好防汛工作的通知")
_WORD = "<w:r><w:t>甲</w:t></w:r>"


def _shape(style: str) -> str:
    return f'<w:p><w:r><w:pict><v:rect style="position:absolute;{style}"/></w:pict></w:r></w:p>'


def _drawing(inner: str) -> str:
    return f"<w:p><w:r><w:drawing>{inner}</w:drawing></w:r></w:p>"


def _formatted(value: str) -> str:
    spacing = f'<w:spacing w:before="{value}" w:line="{value}"/><w:ind w:left="{value}" w:firstLineChars="{value}"/>'
    size = f'<w:sz w:val="{value}"/><w:spacing w:val="{value}"/><w:position w:val="{value}"/>'
    return f"<w:p><w:pPr>{spacing}</w:pPr><w:r><w:rPr>{size}</w:rPr><w:t>甲</w:t></w:r></w:p>"


def _section(value: str) -> str:
    page = f'<w:pgSz w:w="{value}" w:h="{value}"/><w:pgMar w:top="{value}" w:left="{value}"/>'
    return f'<w:p>{_WORD}</w:p><w:sectPr>{page}<w:docGrid w:linePitch="{value}" w:charSpace="{value}"/></w:sectPr>'


def _table(value: str) -> str:
    width = f'<w:tblPr><w:tblW w:w="{value}" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="{value}"/></w:tblGrid>'
    cell = f'<w:tc><w:tcPr><w:tcW w:w="{value}"/></w:tcPr><w:p>{_WORD}</w:p></w:tc>'
    return f'<w:tbl>{width}<w:tr><w:trPr><w:trHeight w:val="{value}"/></w:trPr>{cell}</w:tr></w:tbl><w:p/>'


BODIES = {
    "a shape at 1.2.3pt": _shape("margin-left:1.2.3pt;width:1.2.3pt;height:5pt"),
    "a shape without end": _shape(f"margin-left:{_ENDLESS}pt;width:{_ENDLESS}pt;height:5pt"),
    "a crop in words": _drawing(
        '<wp:inline><wp:extent cx="1" cy="1"/><a:graphic><a:srcRect l="左"/></a:graphic></wp:inline>'
    ),
    "a picture without end": _drawing(f'<wp:inline><wp:extent cx="{_ENDLESS}" cy="{_ENDLESS}"/></wp:inline>'),
    "a place with two signs": _drawing(
        f'<wp:anchor><wp:positionH><wp:posOffset>--5</wp:posOffset></wp:positionH><wp:extent cx="-" cy="{_ENDLESS}"/>'
        "</wp:anchor>"
    ),
    "a bookmark numbered with a power": f'<w:p><w:bookmarkStart w:id="²" w:name="甲"/>{_WORD}</w:p>',
    "text formatted without end": _formatted(_ENDLESS) + _formatted(_ENDLESS + "pt"),
    "a section without end": _section(_ENDLESS),
    "a section without end in points": _section(_ENDLESS + "pt"),
    "a table without end": _table(_ENDLESS),
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_it_is_checked_and_formatted_all_the_same(body: str, tmp_path: Path) -> None:
    source = tmp_path / "草稿.docx"
    source.write_bytes(make_docx(_TITLE + body))
    assert not [finding for finding in api.check_file(source).findings if finding.code == CRASHED]
    assert api.format_file(source, tmp_path / "成品.docx").ledger
    assert api.render_file(source, tmp_path / "样张.txt").files


@pytest.mark.parametrize(("before", "band"), [(_LONG, "1"), ("0", _LONG)])
def test_words_hidden_by_the_bands_of_a_table_are_read_as_well(before: str, band: str, tmp_path: Path) -> None:
    style = (
        f'<w:style w:type="table" w:styleId="T"><w:tblPr><w:tblStyleRowBandSize w:val="{band}"/></w:tblPr>'
        '<w:tblStylePr w:type="band1Horz"><w:rPr><w:vanish/></w:rPr></w:tblStylePr></w:style>'
    )
    row = f'<w:tr><w:trPr><w:gridBefore w:val="{before}"/></w:trPr><w:tc><w:p>{_WORD}</w:p></w:tc></w:tr>'
    look = '<w:tblStyle w:val="T"/><w:tblLook w:noHBand="0"/>'
    table = f'<w:tbl><w:tblPr>{look}</w:tblPr><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid>{row}</w:tbl>'
    source = tmp_path / "草稿.docx"
    source.write_bytes(make_docx(_TITLE + table + p("正文。"), {"word/styles.xml": style}))
    assert api.format_file(source, tmp_path / "成品.docx").ledger


def test_a_cell_of_html_spans_no_more_columns_than_a_table_has(tmp_path: Path) -> None:
    source = tmp_path / "草稿.md"
    source.write_text(f"# 通知\n\n<table><tr><td colspan={_LONG}>甲</td></tr><tr><td>乙</td></tr></table>\n", "utf-8")
    (table,) = (block for block in read(source).blocks if isinstance(block, Carrier))
    assert table.rows == (("甲",), ("乙",))


def test_marks_of_an_attachment_without_number_are_those_of_the_text() -> None:
    root = etree.Element(f"{{{marks.NAMESPACE}}}document")
    etree.SubElement(root, f"{{{marks.NAMESPACE}}}element", role="body", attachment="一")
    assert [mark.attachment for mark in marks.load(root)] == [0]


@pytest.mark.parametrize("said", ["", "一", "²", "1.2.3", _ENDLESS, f"-{_ENDLESS}", f"{_ENDLESS}.0"])
def test_what_is_no_number_is_not_said(said: str) -> None:
    assert whole(said) is None
    assert length(said, Pt(1)) is None


def test_numbers_and_lengths_are_read_as_word_writes_them() -> None:
    assert [whole(said) for said in ("12", "-12", "12.0")] == [12, -12, 12]
    assert [length(said, Pt(0.5)) for said in ("24", "12pt", ".5in", "-1mm")] == [Pt(12), Pt(12), Pt(36), -36_000]
