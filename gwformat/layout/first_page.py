"""The lines of the first page come in; by how much they go down so that the last one stands right above the foot line.

On the first page of a letter the last line of text is 7/8 of a 三号 character above the second red line (10.1). The
room this takes is found around the title: “空二行” above it may be wider by the leading of a line, “空一行” below it
narrower, and both are still that many lines (GB/T 33476.2 counts between the characters, offices empty lines).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gwformat.layout.column import Column
from gwformat.setting.setting import Setting
from gwformat.units import Emu, Mm

_STRETCH = Mm(5.6)  # the leading of a line, and what tolerances of the standard allow (5.2.1)
_NEAR = Mm(0.1)


def shifts(columns: Sequence[Column], setting: Setting) -> Iterator[Emu]:
    """What may be tried, the nearest first; nothing if the text does not fill the first page."""
    lack = _lack(columns, setting)
    if lack is None or len(columns) < 2 or not columns[1].lines or not _NEAR <= lack < setting.grid.pitch:
        return
    for shift in sorted((lack, Emu(lack - setting.grid.pitch)), key=abs):
        if abs(shift) <= _STRETCH:
            yield shift


def is_filled(columns: Sequence[Column], setting: Setting) -> bool:
    """Whether the last line of the first page stands where it shall."""
    lack = _lack(columns, setting)
    return lack is not None and abs(lack) < _NEAR


def _lack(columns: Sequence[Column], setting: Setting) -> Emu | None:
    """From the lower edge of the last line of text to that of the text area of the first page."""
    if setting.profile.first_page is None or columns[0].sheet.landscape or columns[0].notes:
        return None
    height = setting.profile.paper.height - setting.first_top - setting.first_bottom
    return Emu(height - columns[0].end)
