"""落款 (7.3.5): the placed 署名 of a joint document come in; each row of them goes out as a row of a table."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from gwformat.model import Role
from gwformat.ooxml.names import w
from gwformat.setting.abreast import Row
from gwformat.setting.setting import Setting
from gwformat.setting.sign_off import abreast
from gwformat.units import Emu
from gwformat.writers.docx.manuscript import Placed
from gwformat.writers.docx.oxml import PPR, SECTPR, Element, el, paragraph, put, thin_paragraph
from gwformat.writers.docx.styles import style_id
from gwformat.writers.docx.table_frame import borderless_table


def set_abreast(placed: Sequence[Placed], setting: Setting) -> None:
    """Put the 署名 of every joint sign-off that stand side by side into a table in their place."""
    rows = abreast([item.passage for item in placed], setting)
    for _, group in groupby(rows, key=lambda row: row.columns):
        _into_table(list(group), placed)


def _into_table(rows: Sequence[Row], placed: Sequence[Placed]) -> None:
    nodes = [[placed[number].node for number in row.numbers] for row in rows]
    columns = rows[0].columns
    place = el("p")
    nodes[0][0].addprevious(place)
    sections = [node for row in nodes for node in row if node.find(f"{PPR}/{SECTPR}") is not None]
    holders = [thin_paragraph(*node.iterfind(f"{PPR}/{SECTPR}")) for node in sections]
    cells = [
        [*([_empty()] for _ in range(row.free)), *([node] for node in shown)]
        for row, shown in zip(rows, nodes, strict=True)
    ]
    table = borderless_table([columns.pitch] * columns.count, cells, valign="bottom")
    put(table[0], el("tblInd", w=columns.left.twips, type="dxa"))
    for row, node in zip(rows, table.iterchildren(w("tr")), strict=True):
        _set_height(node, row.height)
    parent = place.getparent()
    assert parent is not None
    parent.replace(place, table)
    for holder in reversed(holders):
        table.addnext(holder)


def _empty() -> Element:
    """What stands in a column without a 署名; it goes to the page of the others in its row."""
    return paragraph(style_id(Role.SIGNATURE))


def _set_height(row: Element, height: Emu) -> None:
    properties = row.find(w("trPr"))
    assert properties is not None
    put(properties, el("trHeight", val=height.twips, hRule="atLeast"))
