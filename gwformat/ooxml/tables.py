"""A `w:tbl` in; its rows, cells and blocks out, through content controls and revisions, as reader and writer see it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from gwformat.ooxml.alternatives import ALTERNATE, chosen
from gwformat.ooxml.names import w

_ROW, _CELL, _PARAGRAPH, _TABLE = w("tr"), w("tc"), w("p"), w("tbl")
# Around blocks, rows and cells; what they hold is part of the text. Block-level w:del holds no paragraphs by
# the schema; if a file puts some there, they are read rather than lost.
WRAPPERS = frozenset(
    w(name) for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "del", "moveFrom", "smartTag")
)


def rows(table: etree._Element) -> Iterator[etree._Element]:
    """The `w:tr` of a table."""
    return _unwrapped(table, _ROW)


def cells(row: etree._Element) -> Iterator[etree._Element]:
    """The `w:tc` of a row."""
    return _unwrapped(row, _CELL)


def blocks(cell: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """The paragraphs and tables directly in a cell."""
    for child in cell:
        if child.tag in (_PARAGRAPH, _TABLE):
            yield child
        elif child.tag in WRAPPERS:
            yield from blocks(child)
        elif child.tag == ALTERNATE:
            branch = chosen(child)
            yield from blocks(() if branch is None else branch)


def _unwrapped(container: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in container:
        if child.tag == tag:
            yield child
        elif child.tag in WRAPPERS:
            yield from _unwrapped(child, tag)
