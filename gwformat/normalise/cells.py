"""Tables come in, which no pass touches; a notice of the half-width marks in their cells goes out."""

from __future__ import annotations

import dataclasses

from gwformat.model import Carrier, CarrierKind, Document
from gwformat.text.punctuation import full_width_brackets, full_width_marks

_SIGNS = frozenset("(),:;?!")
_MOST = 12  # characters of a cell that are shown


def told(document: Document) -> Document:
    """The document, with a notice if words in tables would be punctuated differently in the text."""
    cells = [cell for block in document.blocks for cell in _cells_of(block.carrier) if _has_half_width(cell)]
    if not cells:
        return document
    shown = "".join(cells[0].split())
    shown = f"{shown[:_MOST]}…" if len(shown) > _MOST else shown
    advice = "表格里的文字不作整理，可对成品用 gwformat check --fix 改为全角"
    notice = f"表格中有 {len(cells)} 格用了半角标点（如“{shown}”）：{advice}"
    return (
        document if notice in document.notices else dataclasses.replace(document, notices=(*document.notices, notice))
    )


def _cells_of(carrier: Carrier | None) -> list[str]:
    if carrier is None or carrier.kind is not CarrierKind.TABLE:
        return []
    return [cell for row in carrier.rows for cell in row]


def _has_half_width(cell: str) -> bool:
    return not _SIGNS.isdisjoint(cell) and bool(full_width_brackets(cell) or full_width_marks(cell))
