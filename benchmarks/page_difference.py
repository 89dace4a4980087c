"""A page as two files show it comes in; what one shows and the other does not, or elsewhere, goes out in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from benchmarks.page_content import Area, Content, Glyph, Picture, Stroke

_T = TypeVar("_T")
_Place = tuple[float, ...]
_SIZE = 0.03  # pt, which files round to differently
_WEIGHT = 0.02  # mm
_WIDTH = 0.05  # mm of an advance


@dataclass(slots=True)
class Compared:
    """What was compared, and how far things lay apart at most, in mm."""

    pages: int = 0
    glyphs: int = 0
    strokes: int = 0
    areas: int = 0
    pictures: int = 0
    farthest: float = 0.0
    faults: list[str] = field(default_factory=list)

    def add(self, other: Compared) -> None:
        """Count in what else was compared."""
        self.pages += other.pages
        self.glyphs += other.glyphs
        self.strokes += other.strokes
        self.areas += other.areas
        self.pictures += other.pictures
        self.farthest = max(self.farthest, other.farthest)
        self.faults += other.faults


def compare(wanted: Content, found: Content, limit: float) -> Compared:
    """How a page is `found`, which shall be as `wanted` to within `limit` mm."""
    glyphs = _Pairing(_inked(wanted.glyphs), _inked(found.glyphs), lambda one: one.text, _origin)
    strokes = _Pairing(wanted.strokes, found.strokes, lambda one: one.color, _box)
    areas = _Pairing(wanted.areas, found.areas, lambda one: one.color, _box)
    pictures = _Pairing(wanted.pictures, found.pictures, lambda _: "图片", _box)
    every = glyphs, strokes, areas, pictures
    said = Compared(
        *(1, len(glyphs.pairs), len(strokes.pairs), len(areas.pairs), len(pictures.pairs)),
        max(one.farthest for one in every),
    )
    if max(abs(wanted.width - found.width), abs(wanted.height - found.height)) > limit:
        said.faults.append(f"纸张是 {found.width:.1f}×{found.height:.1f}")
    for one in every:
        said.faults += (*one.faults(limit), *one.surplus())
    said.faults += (fault for pair in glyphs.pairs for fault in _glyph_faults(*pair))
    said.faults += (fault for pair in strokes.pairs for fault in _stroke_faults(*pair))
    return said


def compare_places(wanted: Content, found: Content, limit: float) -> Compared:
    """Which upright, level characters of a page another program draws elsewhere; it may draw more."""
    level = [glyph for glyph in _inked(wanted.glyphs) if not glyph.turned and not glyph.slanted]
    glyphs = _Pairing(level, _inked(found.glyphs), lambda one: one.text, _origin)
    return Compared(farthest=glyphs.farthest, faults=list(glyphs.faults(limit)))


class _Pairing(Generic[_T]):
    """Each wanted thing with the nearest of its like."""

    def __init__(
        self, wanted: Iterable[_T], found: Iterable[_T], key: Callable[[_T], str], place: Callable[[_T], _Place]
    ) -> None:
        self._key, self._place = key, place
        self._left: dict[str, list[_T]] = defaultdict(list)
        for one in found:
            self._left[key(one)].append(one)
        self.pairs: list[tuple[_T, _T]] = []
        self._missing: list[_T] = []
        for one in wanted:
            like = self._left[key(one)]
            if like:
                at = place(one)
                nearest = min(range(len(like)), key=lambda number: _apart(at, place(like[number])))
                self.pairs.append((one, like.pop(nearest)))
            else:
                self._missing.append(one)

    @property
    def farthest(self) -> float:
        """The greatest distance of a pair."""
        return max((_apart(self._place(one), self._place(other)) for one, other in self.pairs), default=0.0)

    def faults(self, limit: float) -> Iterator[str]:
        """What is missing, and what lies farther away than it may."""
        for one in self._missing:
            yield f"少了“{self._key(one)}”，应在 {_said(self._place(one))}"
        for one, other in self.pairs:
            if _apart(self._place(one), self._place(other)) > limit:
                yield f"“{self._key(one)}”应在 {_said(self._place(one))}，在 {_said(self._place(other))}"

    def surplus(self) -> Iterator[str]:
        """What nobody wanted."""
        for name, others in self._left.items():
            yield from (f"多了“{name}”，在 {_said(self._place(one))}" for one in others)


def _inked(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """Blanks are not looked for: where nothing is seen, one writer writes a blank and the other moves on."""
    return [glyph for glyph in glyphs if glyph.text.strip()]


def _origin(glyph: Glyph) -> _Place:
    return glyph.x, glyph.baseline


def _box(one: Stroke | Area | Picture) -> _Place:
    return one.x0, one.y0, one.x1, one.y1


def _glyph_faults(wanted: Glyph, found: Glyph) -> Iterator[str]:
    if abs(wanted.size - found.size) > _SIZE:
        yield f"“{wanted.text}”应为 {wanted.size} 磅，是 {found.size} 磅"
    if abs(wanted.width - found.width) > _WIDTH:
        yield f"“{wanted.text}”应宽 {wanted.width:.2f} 毫米，宽 {found.width:.2f} 毫米"
    if (wanted.color, wanted.turned, wanted.slanted) != (found.color, found.turned, found.slanted):
        yield f"“{wanted.text}”的颜色或方向不同：{wanted.color}，{found.color}"


def _stroke_faults(wanted: Stroke, found: Stroke) -> Iterator[str]:
    if abs(wanted.weight - found.weight) > _WEIGHT:
        yield f"线应粗 {wanted.weight:.3f} 毫米，粗 {found.weight:.3f} 毫米"


def _apart(one: Sequence[float], other: Sequence[float]) -> float:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def _said(place: _Place) -> str:
    return "(" + ", ".join(f"{value:.2f}" for value in place) + ")"
