"""Passages come in; where the tabs of those stop that are rows of a table typed with tabs goes out.

The standard says nothing of such rows. The draft's stops suit its own typeface and indents; here each column begins as
far right as the widest cell before it asks for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from gwformat.model import RECURRING_ROLES
from gwformat.setting.paragraph import style_indents
from gwformat.setting.passages import Passage
from gwformat.setting.setting import Setting
from gwformat.text.tab_rows import cells_of, tab_rows
from gwformat.units import Emu

_GAPS = (2, 1)  # 字 between two columns, the first of these that the line has room for
_SPARE = 1  # 字 left over, since some programs put a gap between Han characters and figures


def tab_columns(passages: Sequence[Passage], setting: Setting) -> Iterator[tuple[int, tuple[Emu, ...]]]:
    """The number of each passage that is a row, and its stops from the margin."""
    if not any("\t" in block.text for passage in passages for block in passage.blocks):
        return
    lines = [passage.text if _is_plain(passage) else "" for passage in passages]
    for rows in tab_rows(lines):
        stops = _stops([passages[number] for number in rows], setting)
        yield from ((number, stops) for number in rows if stops)


def _is_plain(passage: Passage) -> bool:
    return not passage.is_carrier and passage.role in RECURRING_ROLES


def _stops(rows: Sequence[Passage], setting: Setting) -> tuple[Emu, ...]:
    """Where the second and all further columns begin; none if a line has no room for all."""
    spec = setting.spec(rows[0].role)
    own = style_indents(rows[0].role, setting)
    columns = zip(*(cells_of(row.text) for row in rows), strict=True)
    widths = [max(setting.width(cell, spec) for cell in column) for column in columns]
    room = setting.text_width - setting.columns(spec, _SPARE) - own.left - own.first_line - own.right
    for gap in (setting.columns(spec, count) for count in _GAPS):
        if sum(widths) + gap * (len(widths) - 1) <= room:
            begins = accumulate((width + gap for width in widths[:-1]), initial=own.left + own.first_line)
            return tuple(Emu(place) for place in list(begins)[1:])
    return ()
