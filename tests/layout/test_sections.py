"""Sections of a draft: where they begin, how their sheets lie, and that the docx says the same (5.1, clause 8)."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat.api import FormatOptions, FormatResult, format_file
from gwformat.layout import Pages
from gwformat.ooxml.names import w
from gwformat.ooxml.package import Package
from gwformat.units import Mm
from tests.build import make_docx, p
from tests.layout.papers import lines, words

UPRIGHT, TURNED = '<w:pgSz w:w="11906" w:h="16838"/>', '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
OPENING = p("关于某某工作的通知") + p("各区人民政府：")
CLOSING = p("某某市人民政府") + p("2026年3月20日")
IMPRINT = p("抄送：市委办公室。") + p("某某市人民政府办公室　2026年3月21日印发")


def section(begins: str = "nextPage", sheet: str = UPRIGHT, more: str = "") -> str:
    return f'<w:sectPr><w:type w:val="{begins}"/>{sheet}{more}</w:sectPr>'


def ending(properties: str) -> str:
    """The empty paragraph in which Word keeps a section."""
    return f"<w:p><w:pPr>{properties}</w:pPr></w:p>"


def formatted(folder: Path, body: str) -> FormatResult:
    draft = folder / "草稿.docx"
    draft.write_bytes(make_docx(body))
    return format_file(draft, folder / "成品.docx", FormatOptions(force=True))


def laid(folder: Path, body: str) -> Pages:
    return formatted(folder, body).pages


def counts(pages: Pages) -> list[int]:
    return [len(words(page)) for page in pages.pages]


@pytest.mark.parametrize(
    ("begins", "expected"),
    [
        ("nextPage", [5, 2]),
        ("continuous", [7]),
        ("evenPage", [5, 2]),
        ("oddPage", [5, 0, 2]),
        ("nextColumn", [5, 2]),
    ],
)
def test_a_section_begins_where_it_says(tmp_path, begins, expected):
    assert counts(laid(tmp_path, OPENING + lines(3) + ending(section()) + lines(2) + section(begins))) == expected


def test_a_page_left_empty_before_an_odd_one_is_counted_but_not_numbered(tmp_path):
    pages = laid(tmp_path, OPENING + lines(3) + ending(section()) + lines(2) + section("oddPage"))
    assert [page.printed_number for page in pages.pages] == [1, None, 3]


def test_a_landscape_section_has_its_own_text_area(tmp_path):
    body = OPENING + lines(3) + ending(section()) + lines(20) + ending(section(sheet=TURNED)) + lines(2) + section()
    pages = laid(tmp_path, body)
    assert [page.width > page.height for page in pages.pages] == [False, True, True, False]
    assert counts(pages) == [5, 15, 5, 2]
    first = words(pages.pages[1])[0]
    assert abs(first.top - Mm(28)) < Mm(3) and abs(first.x - Mm(35 + 2 * 5.54)) < Mm(1)
    assert pages.estimated_from is None


def test_sections_that_show_nothing_take_no_page(tmp_path):
    assert counts(laid(tmp_path, OPENING + lines(3) + ending(section()) * 3 + lines(2) + section())) == [5, 2]


def test_a_section_that_ends_below_the_head_does_not_part_it_from_the_title(tmp_path):
    head = p("某某市人民政府文件") + p("某政发〔2026〕8号") + ending(section(sheet=TURNED))
    pages = laid(tmp_path, head + OPENING + lines(3) + CLOSING + section())
    assert len(pages.pages) == 1 and pages.pages[0].width < pages.pages[0].height


def test_the_docx_says_what_the_pages_show(tmp_path):
    body = OPENING + lines(3) + ending(section()) * 2 + lines(2) + ending(section(sheet=TURNED)) + lines(1) + section()
    result = formatted(tmp_path, body)
    root = Package.open(result.output).tree("word/document.xml")
    said = [
        (node.find(w("type")).get(w("val")), node.find(w("pgSz")).get(w("orient"))) for node in root.iter(w("sectPr"))
    ]
    assert said == [("nextPage", None), ("continuous", None), ("nextPage", "landscape"), ("nextPage", None)]


def test_text_in_columns_is_set_in_one_and_that_is_reported(tmp_path):
    result = formatted(tmp_path, OPENING + lines(3) + section(more='<w:cols w:num="2"/>'))
    root = Package.open(result.output).tree("word/document.xml")
    assert next(root.iter(w("cols")), None) is None
    assert any("分栏改为通栏" in change.reason for change in result.document.changes)


def test_after_a_landscape_page_the_imprint_stands_on_an_upright_even_one(tmp_path):
    attachment = p("附件") + p("某某情况表") + lines(3)
    body = OPENING + lines(3) + CLOSING + ending(section()) + attachment + IMPRINT + section(sheet=TURNED)
    result = formatted(tmp_path, body)
    pages = result.pages.pages
    assert [page.width > page.height for page in pages] == [False, True, False, False]
    assert [bool(words(page)) for page in pages] == [True, True, False, True]
    assert [page.printed_number for page in pages] == [1, 2, None, None]
    again = format_file(result.output, tmp_path / "再排.docx", FormatOptions())
    assert again.output.read_bytes() == result.output.read_bytes()


def test_what_is_put_after_the_end_of_a_section_still_belongs_to_it(tmp_path):
    """A paragraph that becomes two keeps its section's end at the end of the second."""
    notes = p("附件：1.某某方案　2.某某名单", section())
    root = Package.open(formatted(tmp_path, OPENING + lines(2) + notes + p("某某市人民政府") + section()).output)
    tree = root.tree("word/document.xml")
    holder = next(tree.iter(w("sectPr"))).getparent().getparent()
    assert "".join(leaf.text for leaf in holder.iter(w("t"))) == "2.某某名单"


def test_the_numbers_of_landscape_pages_stand_where_those_of_the_others_do_when_bound(tmp_path):
    body = OPENING + lines(3) + ending(section()) + lines(20) + ending(section(sheet=TURNED)) + lines(2) + section()
    upright, even, odd, last = laid(tmp_path, body).pages
    assert not any("—" in line.text for page in (even, odd) for line in page.lines)
    for page, other in ((even, last), (odd, upright)):
        (number,), own = page.turned, other.lines[-1]
        assert number.text == own.text.replace(str(other.number), str(page.number))
        assert (number.x, number.top, number.width) == (own.x, own.top, own.width)
