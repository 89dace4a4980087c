"""Paragraphs that begin a page below an empty row come in; the row goes out as a paragraph of its own before each."""

from __future__ import annotations

from collections.abc import Sequence

from gwformat.ooxml.names import w
from gwformat.ooxml.top_row import STYLE
from gwformat.units import Emu
from gwformat.values import dataclass
from gwformat.writers.docx.oxml import Element, P, drop, el, in_order, on_off, properties, put

_SPACING, _BEFORE, _BREAKS = w("spacing"), w("before"), w("pageBreakBefore")


@dataclass(frozen=True, slots=True)
class Top:
    """A paragraph that stands at the top of a page by intention, and the room above it."""

    node: Element
    room: Emu


def leave_rows(body: Element, tops: Sequence[Top]) -> None:
    """What is only a gap to one program and nothing to another is a row to all of them."""
    for top in tops:
        if top.node.tag != P or top.node.getparent() is not body:
            continue
        told = properties(top.node)
        gap = told.find(_SPACING)
        if gap is None:
            gap = el("spacing")
            put(told, gap)
        gap.set(_BEFORE, "0")
        spacing = el("spacing", before=0, after=0, line=top.room.twips, lineRule="exact")
        row = el("pPr", el("pStyle", val=STYLE), on_off("keepNext", True), on_off("snapToGrid", False), spacing)
        if told.find(_BREAKS) is not None:
            drop(told, "pageBreakBefore")
            put(row, el("pageBreakBefore"))
        in_order(row)
        top.node.addprevious(el("p", row))
