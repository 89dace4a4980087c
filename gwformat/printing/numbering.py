"""Where 份号 stands and in what face comes in; the words of a content stream that stamp a number there go out (7.2.1).

The digits are drawn once by the writer that draws all pages; each number is made of what it said of them.
"""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    ContentStream,
    DictionaryObject,
    FloatObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from gwformat.errors import UsageError
from gwformat.finished.matrices import IDENTITY, Matrix, times
from gwformat.fonts.system import FontSystem
from gwformat.layout.boxes import Line, Page, Pages
from gwformat.printing.pdf_forms import operands
from gwformat.printing.place_and_ink import matrix_of
from gwformat.units import Emu
from gwformat.values import dataclass
from gwformat.writers.typst import write_pdf

DIGITS = 6
"""7.2.1: 份号 has six digits."""

MOST = 10**DIGITS - 1
_SHOWN = "0123456789"
_ASCENT = 0.7  # of the em: how high digits reach


def number_text(number: int) -> str:
    """The number as it is printed; `UsageError` if six digits are too few."""
    if not 0 < number <= MOST:
        raise UsageError(f"份号 {number} 不在 000001 至 {MOST} 之间", "份号用六位数字（GB/T 9704-2012 7.2.1）。")
    return f"{number:0{DIGITS}}"


@dataclass(frozen=True, slots=True)
class Stamp:
    """How numbers are set: the font, the code of each digit in it, and everything else the drawing says."""

    font: PdfObject
    codes: tuple[bytes, ...]
    size: float
    tracking: float
    scale: float
    matrix: Matrix  # from text to the page, whose corner is 0

    def moved(self, right: float, up: float) -> Stamp:
        """The same numbers elsewhere on the page, by so many points."""
        a, b, c, d, e, f = self.matrix
        return replace(self, matrix=(a, b, c, d, e + right, f + up))

    def placed(self, x: float, y: float) -> Stamp:
        """The same numbers, their first baseline point so many points from the lower left corner."""
        return self.moved(x - self.matrix[4], y - self.matrix[5])

    @property
    def extent(self) -> tuple[float, float, float, float]:
        """Where the number begins, how wide it is at most and how high, in points."""
        return self.matrix[4], self.matrix[5], self.size * DIGITS / 2 * self.scale / 100, self.size * _ASCENT

    def drawn(self, number: int, page: Matrix, font: str) -> bytes:
        """The number on the side where `page` places the first page; always as long as any other."""
        code = b"".join(self.codes[int(digit)] for digit in number_text(number)).hex().encode()
        set_in = operands((self.size,)) + b" Tf " + operands((self.tracking,)) + b" Tc "
        return (
            b"q " + operands(page) + b" cm BT " + font.encode() + b" " + set_in + operands((self.scale,)) + b" Tz 0 g "
            + operands(self.matrix) + b" Tm <" + code + b"> Tj ET Q"
        )  # fmt: skip


def stamp_like(line: Line, page: Page, fonts: FontSystem) -> Stamp:
    """Numbers set where `line`, the 份号 of `page`, stands, and in its face."""
    one = line.glyphs[0]
    advance = one.width / max(1, len(one.text))
    shown = replace(one, text=_SHOWN, width=Emu(round(advance * len(_SHOWN))))
    sheet = Page(1, None, page.width, page.height, (replace(line, glyphs=(shown,)),))
    reader = PdfReader(io.BytesIO(write_pdf(Pages((sheet,)), fonts).data))
    drawn: Any = reader.pages[0]
    return _read(drawn.get_contents(), drawn["/Resources"]["/Font"])


def _read(content: ContentStream, fonts: DictionaryObject) -> Stamp:
    """What the drawing of ten digits says of each."""
    ctm, text = IDENTITY, IDENTITY
    saved: list[Matrix] = []
    tracking, scale, size, name = 0.0, 100.0, 0.0, ""
    for values, operator in content.operations:
        if operator == b"q":
            saved.append(ctm)
        elif operator == b"Q":
            ctm = saved.pop()
        elif operator == b"cm":
            ctm = times(matrix_of(values), ctm)
        elif operator == b"Tm":
            text = matrix_of(values)
        elif operator == b"Tf":
            name, size = str(values[0]), float(values[1])
        elif operator == b"Tc":
            tracking = float(values[0])
        elif operator == b"Tz":
            scale = float(values[0])
        elif operator in (b"Tj", b"TJ"):
            tracking -= _closing_up(values[0]) * size
            return Stamp(fonts.raw_get(name), _codes(values[0]), size, tracking, scale, times(text, ctm))
    raise AssertionError("the writer draws words")


def _closing_up(shown: PdfObject) -> float:
    """How much nearer each digit is drawn to the one before, in parts of the size."""
    moves = [part for part in shown if isinstance(part, FloatObject | NumberObject)] if isinstance(shown, list) else []
    return float(sum(map(float, moves))) / 1000 / (len(_SHOWN) - 1)


def _codes(shown: PdfObject) -> tuple[bytes, ...]:
    parts = shown if isinstance(shown, ArrayObject) else [shown]
    data = b"".join(_bytes(part) for part in parts if isinstance(part, TextStringObject | ByteStringObject))
    width = len(data) // len(_SHOWN)
    return tuple(data[start : start + width] for start in range(0, len(data), width))


def _bytes(text: TextStringObject | ByteStringObject) -> bytes:
    return text if isinstance(text, ByteStringObject) else text.original_bytes
