"""A graphic that is not in the line, and the line it is anchored to, come in; its place on the sheet goes out."""

from __future__ import annotations

from gwformat.layout.boxes import Layer, Placed
from gwformat.layout.sheet import Sheet
from gwformat.model import Carrier, Offset
from gwformat.units import Emu

_PARTS = {"left": 0.0, "top": 0.0, "inside": 0.0, "center": 0.5, "right": 1.0, "bottom": 1.0, "outside": 1.0}


def place(carrier: Carrier, sheet: Sheet, x: Emu, paragraph: Emu, line: tuple[Emu, Emu]) -> Placed | None:
    """Where it stands: `x` is that of its anchor, `paragraph` the top of the paragraph, `line` the edges of the line.

    None where its size, or the frame its place is measured from, is not known.
    """
    floating, size = carrier.floating, carrier.size
    if floating is None or size is None:
        return None
    across = _along(floating.across, _across(sheet, x).get(floating.across.frame), size[0])
    down = _along(floating.down, _down(sheet, paragraph, line).get(floating.down.frame), size[1])
    if across is None or down is None:
        return None
    return Placed(carrier, across, down, *size, Layer.BEHIND if floating.behind else Layer.BEFORE)


def _across(sheet: Sheet, x: Emu) -> dict[str, tuple[int, int]]:
    text = (sheet.left, sheet.text_width)
    return {
        "page": (0, sheet.width),
        "margin": text,
        "column": text,
        "character": (x, 0),
        "char": (x, 0),
        "leftMargin": (0, sheet.left),
        "insideMargin": (0, sheet.left),
        "rightMargin": (sheet.right, sheet.width - sheet.right),
        "outsideMargin": (sheet.right, sheet.width - sheet.right),
    }


def _down(sheet: Sheet, paragraph: Emu, line: tuple[Emu, Emu]) -> dict[str, tuple[int, int]]:
    foot = sheet.top + sheet.text_height
    return {
        "page": (0, sheet.height),
        "margin": (sheet.top, sheet.text_height),
        "paragraph": (paragraph, 0),
        "line": (line[0], line[1] - line[0]),
        "topMargin": (0, sheet.top),
        "bottomMargin": (foot, sheet.height - foot),
    }


def _along(offset: Offset, frame: tuple[int, int] | None, size: Emu) -> Emu | None:
    if frame is None:
        return None
    start, room = frame
    if offset.align is None:
        return Emu(start + offset.shift)
    part = _PARTS.get(offset.align)
    return None if part is None else Emu(start + round((room - size) * part))
