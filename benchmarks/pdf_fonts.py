"""A font dictionary of a PDF comes in; codes of a string become characters with their advance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_HEX = rb"<\s*([0-9A-Fa-f]+)\s*>"
_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
_PAIR = re.compile(_HEX + rb"\s*" + _HEX)
_RANGE = re.compile(_HEX + rb"\s*" + _HEX + rb"\s*(?:" + _HEX + rb"|\[([^\]]*)\])")


@dataclass(frozen=True, slots=True)
class PdfFont:
    """A font as a content stream uses it."""

    name: str  # PostScript name without the subset prefix
    code_bytes: int
    unicode: dict[int, str]
    widths: dict[int, float]  # em
    default_width: float

    def decode(self, data: bytes) -> Iterator[tuple[int, str, float]]:
        """The codes in `data` with their text and advance in em."""
        for start in range(0, len(data), self.code_bytes):
            code = int.from_bytes(data[start : start + self.code_bytes], "big")
            yield code, self.unicode.get(code, chr(code)), self.widths.get(code, self.default_width)


def read_font(font: Any) -> PdfFont:
    """The font of one entry in a page's `/Resources /Font`."""
    name = str(font["/BaseFont"]).lstrip("/").split("+", 1)[-1]
    unicode = _to_unicode(font["/ToUnicode"].get_data()) if "/ToUnicode" in font else {}
    if font["/Subtype"] == "/Type0":
        descendant = font["/DescendantFonts"][0].get_object()
        default = float(descendant.get("/DW", 1000)) / 1000
        return PdfFont(name, 2, unicode, _cid_widths(descendant.get("/W", [])), default)
    first = int(font.get("/FirstChar", 0))
    widths = {first + i: float(width) / 1000 for i, width in enumerate(font.get("/Widths", []))}
    return PdfFont(name, 1, unicode, widths, 0.5)


def _cid_widths(array: Any) -> dict[int, float]:
    """`c [w1 w2 …]` and `first last w` entries of a CIDFont's /W."""
    widths: dict[int, float] = {}
    items = [item.get_object() for item in array]
    while items:
        first, second = int(items[0]), items[1]
        if isinstance(second, list):
            widths.update((first + i, float(width) / 1000) for i, width in enumerate(second))
            items = items[2:]
        else:
            widths.update(dict.fromkeys(range(first, int(second) + 1), float(items[2]) / 1000))
            items = items[3:]
    return widths


def _to_unicode(cmap: bytes) -> dict[int, str]:
    table: dict[int, str] = {}
    for kind, body in _SECTION.findall(cmap):
        if kind == b"bfchar":
            table.update((int(code, 16), _text(target)) for code, target in _PAIR.findall(body))
            continue
        for first, last, target, targets in _RANGE.findall(body):
            codes = range(int(first, 16), int(last, 16) + 1)
            if targets:
                listed = re.findall(_HEX, targets)
                table.update((code, _text(item)) for code, item in zip(codes, listed, strict=False))
            else:
                start = int(target, 16)
                table.update((code, chr(start + i)) for i, code in enumerate(codes))
    return table


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be", "replace")
