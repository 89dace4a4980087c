"""A text object comes in; the characters of its TextCodes in their places go out, cut where they stand far apart."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from lxml import etree

from gwformat.finished.matrices import Matrix
from gwformat.ofd.faces import Drawn, OfdFont
from gwformat.ofd.numbers import number, offsets
from gwformat.ofd.package import attribute, local, text_of
from gwformat.values import dataclass

_WIDE_GAP = 1.0  # em: words apart
_OFF_LINE = 0.02  # em: a character that far beside the line of those before it begins words of its own
_BACK = 0.5  # em: so does one that stands this far before the last, unless it is read from right to left
_FROM_RIGHT = frozenset(("R", "AL", "NSM"))


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
            for run in _runs(_placed(text, x, y, offset, glyphs, setting)):
                yield run, stacked
            glyphs = {}


def _glyphs(element: etree._Element) -> Iterator[tuple[int, int]]:
    """Character positions with the glyphs drawn there; of a ligature the first character has them."""
    begin = int(attribute(element, "CodePosition") or 0)
    for position, word in enumerate(text_of(element, "Glyphs").split()):
        yield begin + position, int(word)


class _Placed(NamedTuple):
    """A character: where it is in the space of the object, and in em along its line and beside it."""

    char: str
    x: float
    y: float
    along: float
    beside: float
    drawn: Drawn


def _placed(
    text: str, x: float, y: float, offset: Iterable[tuple[float, float]], glyphs: Mapping[int, int], setting: Setting
) -> Iterator[_Placed]:
    cos, sin = math.cos(setting.turned), math.sin(setting.turned)
    em = setting.size * setting.narrow or 1.0
    steps = iter(offset)
    for index, char in enumerate(text):
        along, beside = (x * cos + y * sin) / em, (y * cos - x * sin) / em
        yield _Placed(char, x, y, along, beside, setting.font.draw(char, glyphs.get(index)))
        dx, dy = next(steps, (0.0, 0.0))
        x, y = x + dx, y + dy


def _runs(placed: Iterable[_Placed]) -> Iterator[Run]:
    """The characters, cut where one stands apart from the one before it."""
    waiting: list[_Placed] = []
    for one in placed:
        if waiting and not _follows(waiting[-1], one):
            yield _run(waiting)
            waiting = []
        waiting.append(one)
    if waiting:
        yield _run(waiting)


def _follows(before: _Placed, one: _Placed) -> bool:
    """Whether a character stands next to the one before it: on its right, or on its left if it is read that way."""
    if abs(one.beside - before.beside) > _OFF_LINE:
        return False
    if one.along >= before.along - _BACK:
        return one.along - (before.along + before.drawn.width) <= _WIDE_GAP
    leftward = unicodedata.bidirectional(one.char) in _FROM_RIGHT
    return leftward and before.along - (one.along + one.drawn.width) <= _WIDE_GAP


def _run(placed: Sequence[_Placed]) -> Run:
    first = placed[0]
    inked = [one for one in placed if not one.drawn.blank]
    begin = min((one.along for one in inked), default=first.along)
    end = max((one.along + one.drawn.width for one in inked), default=first.along)
    return Run(
        "".join(one.char for one in placed),
        first.x,
        first.y,
        (begin - first.along, end - first.along),
        sum(one.drawn.missing for one in inked),
        sum(one.drawn.unmapped for one in inked),
    )
