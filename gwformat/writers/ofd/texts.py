"""A line of the pages comes in, stretches in one face go out, in which every character has its own place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from itertools import pairwise

from gwformat.fonts.installed import Installed
from gwformat.layout.boxes import Glyphs, Line
from gwformat.model import OBJECT
from gwformat.values import dataclass
from gwformat.writers.drawn.signs import SLANT, Lettering, Sign, Spread, false_bold, is_added, is_other
from gwformat.writers.ofd import objects
from gwformat.writers.ofd.faces import Font
from gwformat.writers.ofd.objects import UPRIGHT, Matrix, Sheet
from gwformat.writers.ofd.right_to_left import ordered
from gwformat.writers.ofd.spelling import content, decimal, from_points, leaning, lengths, mm, type_size
from gwformat.writers.ofd.tags import Element, Part

_BLANK = " "
_ONE_UNIT = 0xFFFF  # the last character that is one unit of UTF-16
_LEAN = leaning(SLANT)


@dataclass(slots=True)
class Stretch:
    """Characters in one face; `places` are where they begin, on the page, in micrometres."""

    font: Font
    spread: Spread
    glyphs: Glyphs
    element: Element | None
    text: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    room: int = 0  # of the last one with ink, which is none if it is a mark above others
    edge: int = 0  # where the rooms of those with ink end on the right

    @property
    def words(self) -> str:
        """What it shows."""
        return "".join(self.text)


def stretches(
    line: Line, baseline: float, parts: Sequence[Part], lettering: Lettering, fonts: Mapping[Installed, Font]
) -> Iterator[Stretch]:
    """The stretches of a line from left to right, cut where a part of the line ends.

    A stretch begins with ink, since readers may leave out blanks before it and would then give every character the
    place of another; blanks are the end of the stretch before them. A character beyond the basic plane stands alone,
    without even a blank: readers written in Java or JavaScript count it as two.
    """
    now: Stretch | None = None
    limits = _limits(line, parts)
    for glyphs in line.glyphs:
        spread = lettering.spread(glyphs, baseline)
        ends = next(limits)
        element, until = ends.pop(0)
        fresh = True
        for number_of, (sign, x) in enumerate(ordered(tuple(spread.placed()), glyphs.x.pt + glyphs.width.pt)):
            if until is not None and number_of >= until:
                element, until = ends.pop(0)
                fresh = True
            if not sign.drawn:
                continue
            if sign.is_blank:
                if now is not None:
                    _append_blank(now, sign, x)
                continue
            alone = ord(sign.drawn) > _ONE_UNIT
            if now is None or fresh or alone or is_other(sign.face, now.font.face):
                if now is not None:
                    yield now
                now = Stretch(fonts[sign.face], spread, glyphs, element)
            now.text.append(sign.drawn)
            em = spread.size * spread.scale
            now.places.append(from_points(x + (sign.inset or 0.0) * em))
            now.room = from_points(now.font.room(sign) * em)
            now.edge = max(now.edge, now.places[-1] + now.room)
            fresh = alone
    if now is not None:
        _draw_in(now)
        yield now


def _limits(line: Line, parts: Sequence[Part]) -> Iterator[list[tuple[Element | None, int | None]]]:
    """For each stretch of glyphs the elements in it, and the number of the character at which each ends."""
    start = 0
    for glyphs in line.glyphs:
        end = start + len(glyphs.text)
        inside = [part for part in parts if part.start < end and part.end > start]
        if is_added(glyphs) or not inside:
            yield [(None, None)]
        elif len(inside) == 1 or glyphs.drawn != glyphs.text or OBJECT in glyphs.text:
            yield [(inside[0].element, None)]
        else:
            yield [
                *((part.element, part.end - start) for part in inside[:-1]),
                (inside[-1].element, None),
            ]
        start = end


def _append_blank(stretch: Stretch, sign: Sign, x: float) -> None:
    """A blank has no ink, so any face will do that has one: a reader must not show the sign for a missing character."""
    if ord(stretch.text[-1]) > _ONE_UNIT:
        return
    has = stretch.font.excerpt.characters
    char = sign.drawn if sign.drawn in has else _BLANK
    if char in has:
        stretch.text.append(char)
        stretch.places.append(from_points(x))


def _draw_in(stretch: Stretch) -> None:
    """Blanks at the end of a line stand right behind its ink: a line that fills its room sends them off the sheet,
    and there are readers that leave out words of which the last character is off the sheet.
    """
    inked = len(stretch.words.rstrip())
    stretch.places[inked:] = [min(place, stretch.edge) for place in stretch.places[inked:]]


def drawn(number: int, stretch: Stretch, sheet: Sheet) -> str:
    """The text object of a stretch; its boundary holds the em boxes of the characters, and all of their ink."""
    spread, font = stretch.spread, stretch.font
    size, em = spread.size, spread.size * spread.scale
    outline = from_points(false_bold(stretch.glyphs, font.face, size))
    lean = _LEAN if stretch.glyphs.slanted else 0.0
    more = outline // 2
    above, below = from_points(size * font.above) + more, from_points(size * font.below) + more
    before = from_points(em * font.excerpt.reach.before) + round(lean * below) + more
    after = from_points(em * font.excerpt.reach.after) + round(lean * above) + more
    x, y = min(stretch.places), from_points(spread.y)
    width = before + max(stretch.places[-1] + stretch.room, stretch.edge) - x + after
    box = x - before, y - above, width, above + below
    matrix = Matrix(c=-lean, e=round(lean * above)) if lean else UPRIGHT
    how = f'Font="{font.number}" Size="{type_size(size)}"'
    if spread.scale != 1:
        how += f' HScale="{decimal(spread.scale)}"'
    return objects.text(
        number,
        sheet,
        box,
        matrix,
        how,
        stretch.glyphs.color,
        outline,
        _code(stretch, stretch.places[0] - box[0], above),
    )


def _code(stretch: Stretch, x: int, y: int) -> str:
    """The characters, with the way from each to the next: every reader puts them where the pages have them."""
    places = stretch.places
    ways = [after - before for before, after in pairwise(places)]
    delta = f' DeltaX="{lengths(*ways)}"' if ways else ""
    return f'<ofd:TextCode X="{mm(x)}" Y="{mm(y)}"{delta}>{content(stretch.words)}</ofd:TextCode>'
