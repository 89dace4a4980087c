"""Rows, cells and blocks of a table, whatever stands around them."""

from __future__ import annotations

from lxml import etree

from gwformat.ooxml.names import w
from gwformat.ooxml.tables import blocks, cells, rows
from tests.build import NAMESPACES, p


def control(content: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def cell(content: str) -> str:
    return f"<w:tc>{content}</w:tc>"


def words(node: etree._Element) -> str:
    return "".join(leaf.text or "" for leaf in node.iter(w("t")))


def test_controls_and_revisions_around_rows_cells_and_paragraphs_hide_none_of_them() -> None:
    first = f"<w:tr>{cell(p('甲'))}{control(cell(p('乙')))}</w:tr>"
    second = f"<w:tr><w:customXml>{cell(control(p('丙')) + p('丁'))}</w:customXml></w:tr>"
    table = etree.fromstring(f"<w:tbl {NAMESPACES}>{first}{control(second)}</w:tbl>")
    found = [[[words(block) for block in blocks(one)] for one in cells(row)] for row in rows(table)]
    assert found == [[["甲"], ["乙"]], [["丙", "丁"]]]


def test_of_alternatives_the_choice_counts() -> None:
    both = f"<mc:Choice Requires='wps'>{p('甲')}</mc:Choice><mc:Fallback>{p('乙')}</mc:Fallback>"
    one = etree.fromstring(f"<w:tc {NAMESPACES}><mc:AlternateContent>{both}</mc:AlternateContent>{p('丙')}</w:tc>")
    assert [words(block) for block in blocks(one)] == ["甲", "丙"]
    empty = etree.fromstring(f"<w:tc {NAMESPACES}><mc:AlternateContent/>{p('丙')}</w:tc>")
    assert [words(block) for block in blocks(empty)] == ["丙"]


def test_a_table_within_a_cell_is_one_block_and_its_rows_are_its_own() -> None:
    inner = f"<w:tbl><w:tr>{cell(p('内'))}</w:tr></w:tbl>"
    table = etree.fromstring(f"<w:tbl {NAMESPACES}><w:tr>{cell(p('外') + inner + p(''))}</w:tr></w:tbl>")
    (row,) = rows(table)
    (outer,) = cells(row)
    assert [block.tag for block in blocks(outer)] == [w("p"), w("tbl"), w("p")]
