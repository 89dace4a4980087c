"""Words that a style of the draft hides are hidden words like any others, for the reader and for the ledger."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gwformat.ledger.evidence import gather
from gwformat.ledger.parts import Parts
from gwformat.model import Carrier, CarrierKind, Draft
from gwformat.ooxml.package import Package
from gwformat.readers.docx import read_package
from tests.build import make_docx, p, style

_SECRET = "还没有定稿的话"
_HIDE, _SHOW = "<w:rPr><w:vanish/></w:rPr>", '<w:rPr><w:vanish w:val="0"/></w:rPr>'


def defaults(says: str) -> str:
    return f"<w:docDefaults><w:rPrDefault>{says}</w:rPrDefault></w:docDefaults>"


def read(body: str, styles: str, **parts: str) -> Draft:
    files = {"word/styles.xml": styles, **{f"word/{name}.xml": content for name, content in parts.items()}}
    return read_package(Path("草稿.docx"), Package.from_bytes(make_docx(body, files)))


def hidden(draft: Draft) -> list[str]:
    """The hidden words, in the order in which they stand."""

    def within(block: object) -> list[str]:
        if isinstance(block, Carrier):
            own = [block.text] if block.kind is CarrierKind.HIDDEN_TEXT else []
            return own + [text for part in block.paragraphs for text in within(part)]
        return [text for run in block.runs if run.carrier for text in within(run.carrier)]  # type: ignore[attr-defined]

    return [text for block in draft.blocks for text in within(block)]


def of_the_ledger(draft: Draft) -> list[str]:
    """The hidden words as the ledger sees them in the file as its author left it."""
    assert draft.package is not None
    return [thing.words for thing in gather(Parts(draft.package.as_said.parts)).things if thing.kind == "隐藏文字"]


_CELL = "<w:tc><w:tcPr><w:tcW w:w='2000'/>{}</w:tcPr>{}</w:tc>"


def table(*rows: str, look: str = "", name: str = "表") -> str:
    """A table of one column with a paragraph in each row."""
    said = f'<w:tblStyle w:val="{name}"/><w:tblW w:w="0" w:type="auto"/>{look}'
    cells = "".join(f"<w:tr>{_CELL.format('', row)}</w:tr>" for row in rows)
    return f'<w:tbl><w:tblPr>{said}</w:tblPr><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid>{cells}</w:tbl>'


_WAYS = {
    "字符样式": (p(_SECRET, "", '<w:rStyle w:val="暗"/>'), style("暗", _HIDE, "character")),
    "段落样式": (p(_SECRET, '<w:pStyle w:val="暗"/>'), style("暗", _HIDE)),
    "默认的段落样式": (p(_SECRET), style("正文", _HIDE, default=True)),
    "所依据的样式": (
        p(_SECRET, '<w:pStyle w:val="内"/>'),
        style("暗", _HIDE) + style("内", "", based_on="暗"),
    ),
    "文档缺省": (p(_SECRET), defaults(_HIDE)),
    "文档缺省和样式": (p(_SECRET, '<w:pStyle w:val="暗"/>'), defaults(_HIDE) + style("暗", _HIDE)),
    "表格样式": (table(p(_SECRET)), style("表", _HIDE, "table")),
    "表格样式的首行": (
        table(p(_SECRET), p("乙"), look='<w:tblLook w:val="0020"/>'),
        style("表", f'<w:tblStylePr w:type="firstRow">{_HIDE}</w:tblStylePr>', "table"),
    ),
    "三层样式": (
        table(p(_SECRET, '<w:pStyle w:val="暗"/>', '<w:rStyle w:val="暗字"/>')),
        style("表", _HIDE, "table") + style("暗", _HIDE) + style("暗字", _HIDE, "character"),
    ),
}


@pytest.mark.parametrize("way", _WAYS)
def test_whoever_hides_words_the_reader_and_the_ledger_know_them(way: str) -> None:
    draft = read(*_WAYS[way])
    assert hidden(draft) == of_the_ledger(draft) == [_SECRET]
    assert not any(_SECRET in paragraph.text for paragraph in draft.paragraphs())


_NOT_HIDDEN = {
    "自己说了不隐藏": (p(_SECRET, '<w:pStyle w:val="暗"/>', '<w:vanish w:val="0"/>'), style("暗", _HIDE)),
    "段落和文字的样式都隐藏": (
        p(_SECRET, '<w:pStyle w:val="暗"/>', '<w:rStyle w:val="暗字"/>'),
        style("暗", _HIDE) + style("暗字", _HIDE, "character"),
    ),
    "近的样式说了不隐藏": (
        p(_SECRET, '<w:pStyle w:val="内"/>'),
        style("暗", _HIDE) + style("内", _SHOW, based_on="暗"),
    ),
    "没有用到的样式": (p(_SECRET), style("暗", _HIDE)),
    "把段落样式当作字符样式": (p(_SECRET, "", '<w:rStyle w:val="暗"/>'), style("暗", _HIDE)),
    "把字符样式当作段落样式": (p(_SECRET, '<w:pStyle w:val="暗"/>'), style("暗", _HIDE, "character")),
    "表格的别的行": (
        table(p("乙"), p(_SECRET), look='<w:tblLook w:val="0020"/>'),
        style("表", f'<w:tblStylePr w:type="lastRow">{_HIDE}</w:tblStylePr>', "table"),
    ),
}


@pytest.mark.parametrize("way", _NOT_HIDDEN)
def test_what_is_seen_after_all_styles_is_no_hidden_text(way: str) -> None:
    draft = read(*_NOT_HIDDEN[way])
    assert hidden(draft) == of_the_ledger(draft) == []
    assert any(_SECRET in paragraph.text for paragraph in draft.paragraphs())


_SAYS = st.sampled_from(["", _HIDE, _SHOW])
_PARTS_OF_TABLE = (
    *("firstRow", "lastRow", "firstCol", "lastCol", "band1Horz", "band2Horz", "band1Vert", "band2Vert"),
    *("nwCell", "neCell", "swCell", "seCell"),
)


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """Styles of all levels that hide or show, in a table of three rows and columns and outside."""
    names = ["一", "二", "三"]
    parts = "".join(
        f'<w:tblStylePr w:type="{part}">{draw(_SAYS)}</w:tblStylePr>'
        for part in draw(st.lists(st.sampled_from(_PARTS_OF_TABLE), unique=True))
    )
    styles = defaults(draw(st.sampled_from(["", "", _HIDE]))) + style("表", draw(_SAYS) + parts, "table")
    for kind, name in itertools.product(("paragraph", "character"), names):
        base = draw(st.sampled_from(["", *names]))
        default = draw(st.booleans()) and kind == "paragraph"
        styles += style(kind[0] + name, draw(_SAYS), kind, base and kind[0] + base, default)

    def words(number: int) -> str:
        run = draw(st.sampled_from(["", *(f'<w:rStyle w:val="c{name}"/>' for name in names)]))
        run += draw(st.sampled_from(["", "<w:vanish/>", '<w:vanish w:val="off"/>']))
        return p(f"第{number}处", draw(st.sampled_from(["", *(f'<w:pStyle w:val="p{name}"/>' for name in names)])), run)

    def cell(number: int) -> str:
        return _CELL.format(f'<w:gridSpan w:val="{draw(st.integers(1, 2))}"/>', words(number))

    rows = "".join(f"<w:tr>{''.join(cell(3 * row + column) for column in range(3))}</w:tr>" for row in range(3))
    look = f'<w:tblLook w:val="{draw(st.integers(0, 0x7E0)):04X}"/>'
    said = f'<w:tblPr><w:tblStyle w:val="表"/>{look}</w:tblPr>'
    return read(f"<w:tbl>{said}{rows}</w:tbl>{words(9)}{words(10)}", styles)


@given(drafts())
def test_the_ledger_and_the_reader_come_to_the_same_by_ways_of_their_own(draft: Draft) -> None:
    assert hidden(draft) == of_the_ledger(draft)
