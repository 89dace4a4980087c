"""Widths and paragraphs come in; a table that only puts them side by side goes out."""

from __future__ import annotations

from collections.abc import Sequence

from gwformat.units import Emu
from gwformat.writers.docx.oxml import Element, el


def borderless_table(widths: Sequence[Emu], rows: Sequence[Sequence[list[Element]]], valign: str = "top") -> Element:
    """A table of fixed columns without margins or lines, whose cells hold the given paragraphs."""
    total = Emu(sum(widths))
    mar = el("tblCellMar", *(el(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right")))
    table = el(
        "tbl",
        el(
            "tblPr",
            el("tblW", w=total.twips, type="dxa"),
            el("tblInd", w=0, type="dxa"),
            el("tblLayout", type="fixed"),
            mar,
        ),
        el("tblGrid", *(el("gridCol", w=width.twips) for width in widths)),
    )
    for row in rows:
        tr = el("tr", el("trPr", el("cantSplit")))
        span = len(widths) - len(row) + 1
        for index, nodes in enumerate(row):
            width = total if span > 1 else widths[index]
            tcpr = el("tcPr", el("tcW", w=width.twips, type="dxa"))
            if span > 1:
                tcpr.append(el("gridSpan", val=span))
            tcpr.append(el("vAlign", val=valign))
            tr.append(el("tc", tcpr, *nodes))
        table.append(tr)
    return table
