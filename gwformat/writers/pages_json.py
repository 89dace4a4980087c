"""Pages come in, the value that `layout --format json` prints goes out: every line and stroke in millimetres."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from gwformat.layout.boxes import Line, Page, Pages, SealBox, Stroke
from gwformat.units import Emu

_DIGITS = 3  # micrometres


def to_json(pages: Pages) -> dict[str, Any]:
    """The pages as plain values."""
    return {"page_count": len(pages.pages), "pages": [_page(page) for page in pages.pages]}


def _page(page: Page) -> dict[str, Any]:
    return {
        "number": page.number,
        "printed_number": page.printed_number,
        "lines": [*(_line(line) for line in page.lines), *(_turned(line, page) for line in page.turned)],
        "strokes": [_stroke(stroke) for stroke in page.strokes],
        **({"seals": [_seal(seal) for seal in page.seals]} if page.seals else {}),
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "text": line.text,
        "role": line.role.key,
        "x_mm": round(line.x.mm, _DIGITS),
        "top_mm": round(line.top.mm, _DIGITS),
        "bottom_mm": round(line.bottom.mm, _DIGITS),
        "width_mm": round(line.width.mm, _DIGITS),
    }


def _turned(line: Line, page: Page) -> dict[str, Any]:
    """The box of a line that is read from above, on the landscape sheet."""
    across, down = Emu(page.width - line.bottom), line.x
    return {
        **_line(replace(line, x=across, top=down, bottom=Emu(down + line.width), width=Emu(line.bottom - line.top))),
        "turned": True,
    }


def _seal(seal: SealBox) -> dict[str, Any]:
    """The upper left corner of the box around the seal; a 签名章 is no circle."""
    size = (
        {"diameter_mm": seal.width} if seal.width == seal.height else {"width_mm": seal.width, "height_mm": seal.height}
    )
    lengths = {"x_mm": seal.x, "y_mm": seal.y, **size}
    return {name: round(length.mm, _DIGITS) for name, length in lengths.items()}


def _stroke(stroke: Stroke) -> dict[str, Any]:
    """A vertical rule, which only tables have, says its height too."""
    return {
        "x_mm": round(stroke.x.mm, _DIGITS),
        "y_mm": round(stroke.y.mm, _DIGITS),
        "width_mm": round(stroke.width.mm, _DIGITS),
        **({"height_mm": round(stroke.height.mm, _DIGITS)} if stroke.height else {}),
        "weight_mm": round(stroke.weight.mm, _DIGITS),
        "color": stroke.color,
    }
