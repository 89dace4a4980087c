"""Laid 署名 and the rows they stand abreast in come in; each row as one line of a table goes out (7.3.5.1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gwformat.layout.laid import Laid, TextLine, height_of
from gwformat.layout.paragraphs import lay
from gwformat.layout.rows import CellBox, Item, RowBox
from gwformat.layout.sheet import Sheet
from gwformat.setting.abreast import Row
from gwformat.setting.passages import Passage
from gwformat.setting.setting import Setting
from gwformat.setting.sign_off import abreast
from gwformat.units import Emu

_ZERO = Emu(0)


def side_by_side(
    passages: Sequence[Passage], laid: list[Laid], sheets: Sequence[Sheet], setting: Setting, *, outline: bool
) -> list[Laid]:
    """The same, the first passage of each row having the whole row for its line and the others none."""
    result = list(laid)
    for row in abreast(passages, setting):
        first, *others = row.numbers
        left = sheets[first].left
        cells = [
            lay(passages[number], laid[number].set, setting, Emu(left + x), row.columns.pitch, outline=outline)
            for number, x in zip(row.numbers, row.lefts(), strict=True)
        ]
        result[first] = replace(laid[first], lines=(_line(row, cells, left),))
        for number in others:
            result[number] = replace(laid[number], lines=())
    return result


def _line(row: Row, cells: Sequence[Laid], left: Emu) -> TextLine:
    """The row as a line; its words stand at its foot, and a name of two lines makes it no higher."""
    height = max(row.height, *(height_of(cell.lines) for cell in cells))
    boxes = tuple(
        CellBox(Emu(left + x), row.columns.pitch, tuple(map(Item, cell.lines)), Emu(height - height_of(cell.lines)))
        for x, cell in zip(row.lefts(), cells, strict=True)
    )
    x = boxes[0].x
    return TextLine((), x, Emu(row.columns.pitch * len(boxes)), Emu(height), row=RowBox(boxes, _ZERO, splits=False))
