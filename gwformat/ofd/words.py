"""A text object comes in; the characters of its TextCodes in their places go out, cut where they stand far apart."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from gwformat.finished.matrices import Matrix
from gwformat.ofd.faces import OfdFont
from gwformat.ofd.numbers import number, offsets
from gwformat.ofd.package import attribute, local, text_of

_WIDE_GAP = 1.0  # em: words apart
_OFF_LINE = 0.02  # em: a character that far beside the line of those before it begins words of its own
_BACK = 0.5  # em: so does one that stands this far before the last


@dataclass(frozen=True, slots=True)
class Run:
    """Characters in one line; `reach` is where their ink begins and ends, in em from the first one."""

    text: str
    x: float  # of the first one, in the space of the object
    y: float
    reach: tuple[float, float]
    missing: int
    unmapped: int


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text object sets its characters."""

    font: OfdFont
    size: float  # mm
    narrow: float  # HScale
    turned: float  # CharDirection in radians, clockwise

    def em(self, x: float, y: float) -> Matrix:
        """The matrix from an em with its baseline at 0 to the space of the object."""
        cos, sin = math.cos(self.turned), math.sin(self.turned)
        wide = self.size * self.narrow
        return wide * cos, wide * sin, self.size * sin, -self.size * cos, x, y


def setting_of(element: etree._Element, font: OfdFont) -> Setting:
    """How a TextObject sets its characters; `ValueError` for a size or a direction that is no number."""
    narrow = number(attribute(element, "HScale") or "1")
    turned = number(attribute(element, "CharDirection") or "0")
    return Setting(font, number(attribute(element, "Size")), narrow, math.radians(turned))


def runs_of(element: etree._Element, setting: Setting) -> Iterator[tuple[Run, bool]]:
    """The runs of all TextCodes, each with whether all its characters stand in one place for lack of offsets."""
    glyphs: dict[int, int] = {}
    x = y = 0.0
    for child in element:
        name = local(child)
        if name == "CGTransform":
            glyphs.update(_glyphs(child))
        elif name == "TextCode":
            text = (child.text or "").strip("\r\n")
            x, y = number(child.get("X") or str(x)), number(child.get("Y") or str(y))
            across, down = child.get("DeltaX"), child.get("DeltaY")
            steps = max(len(text) - 1, 0)
            offset = zip(offsets(across or "", steps), offsets(down or "", steps), strict=True)
            stacked = across is None and down is None and len(text.strip()) > 1
            for run in _runs(text, x, y, list(offset), glyphs, setting):
                yield run, stacked
            glyphs = {}


def _glyphs(element: etree._Element) -> Iterator[tuple[int, int]]:
    """Character positions with the glyphs drawn there; of a ligature the first character has them."""
    begin = int(attribute(element, "CodePosition") or 0)
    for position, word in enumerate(text_of(element, "Glyphs").split()):
        yield begin + position, int(word)


def _runs(
    text: str,
    x: float,
    y: float,
    offset: list[tuple[float, float]],
    glyphs: dict[int, int],
    setting: Setting,
) -> Iterator[Run]:
    cos, sin = math.cos(setting.turned), math.sin(setting.turned)
    em = setting.size * setting.narrow or 1.0
    begun, start_x, start_y = 0, x, y
    position = 0.0  # em from the start, along the line
    first: float | None = None  # where the ink begins, and where it ends
    last = end = before = 0.0
    missing = unmapped = 0
    for index, char in enumerate(text):
        if index:
            dx, dy = offset[index - 1]
            x, y = x + dx, y + dy
            position = ((x - start_x) * cos + (y - start_y) * sin) / em
            beside = ((y - start_y) * cos - (x - start_x) * sin) / em
            if abs(beside) > _OFF_LINE or position - end > _WIDE_GAP or position < before - _BACK:
                yield Run(text[begun:index], start_x, start_y, (first or 0.0, last), missing, unmapped)
                begun, start_x, start_y, position = index, x, y, 0.0
                first, last, missing, unmapped = None, 0.0, 0, 0
        drawn = setting.font.draw(char, glyphs.get(index))
        before = position
        end = position + drawn.width
        if not drawn.blank:
            first = position if first is None else first
            last = max(last, end)
            missing += drawn.missing
            unmapped += drawn.unmapped
    if text:
        yield Run(text[begun:], start_x, start_y, (first or 0.0, last), missing, unmapped)
