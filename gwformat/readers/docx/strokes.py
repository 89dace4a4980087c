"""A border or a shading of a table in; the line or the colour it says, as a value, out."""

from __future__ import annotations

from functools import lru_cache

from lxml import etree

from gwformat.ooxml.names import w
from gwformat.ooxml.values import VAL, colour, whole
from gwformat.table import Edge
from gwformat.units import Pt

_WEIGHT, _COLOR, _FILL = w("sz"), w("color"), w("fill")
_NO_EDGE = frozenset(("none", "nil"))


def edge_of(border: etree._Element | None) -> Edge | None:
    """The line a border element says; None for none."""
    if border is None:
        return None
    style = border.get(VAL, "single")
    if style in _NO_EDGE:
        return None
    return _stroke(style, border.get(_WEIGHT), border.get(_COLOR, "auto"))


@lru_cache(maxsize=256)
def _stroke(style: str, weight: str | None, color: str) -> Edge:
    """One value for all the lines that look the same."""
    return Edge(Pt((whole(weight) or 4) / 8), colour(color) or "000000", style)


def fill_of(shading: etree._Element | None) -> str | None:
    """The colour behind a cell as RRGGBB; None if there is none."""
    return None if shading is None else colour(shading.get(_FILL))
