"""What a finished file holds, as values: sheets, words, ruled lines, areas, pictures, and what concerns all of it.

Lengths are in mm. On a page they are measured from the upper left corner of the finished sheet as it is looked at (the
trim box, turned as the page says); the boxes of a sheet are as the file has them, from its own lower left origin.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property

from gwformat.values import dataclass

MM_PER_PT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle; `top` is the smaller number on a page, the greater one in a box of a sheet."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom, never negative."""
        return abs(self.bottom - self.top)


class Space(StrEnum):
    """What a colour is mixed of; the value is what the user reads."""

    GRAY = "灰度"
    RGB = "RGB"
    CMYK = "CMYK"
    LAB = "Lab"
    SPOT = "专色"
    PATTERN = "图案"
    INDEXED = "索引色"
    UNKNOWN = "不明"


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour: its space, its parts from 0 to 1, and as what it looks."""

    space: Space
    parts: tuple[float, ...]
    rgb: tuple[float, float, float]  # as it looks
    name: str = ""  # of a spot colour

    @property
    def is_black(self) -> bool:
        """Whether it looks black."""
        return max(self.rgb) <= 0.08

    @property
    def is_white(self) -> bool:
        """Whether it looks white."""
        return min(self.rgb) >= 0.98

    @property
    def is_gray(self) -> bool:
        """Whether it looks grey, neither black nor white."""
        known = self.space not in (Space.PATTERN, Space.UNKNOWN)
        return known and max(self.rgb) - min(self.rgb) <= 0.03 and not self.is_black and not self.is_white

    @property
    def is_red(self) -> bool:
        """Whether it looks like the red of official documents."""
        red, green, blue = self.rgb
        return red >= 0.75 and max(green, blue) <= 0.35 and abs(green - blue) <= 0.2

    @property
    def said(self) -> str:
        """As the user reads it."""
        if self.space is Space.CMYK:
            shares = (f"{ink}{part * 100:.0f}" for ink, part in zip("CMYK", self.parts, strict=True))
            return "CMYK " + " ".join(shares)
        if self.space is Space.GRAY:
            return f"灰度，黑 {100 - self.parts[0] * 100:.0f}%"
        if self.space is Space.SPOT:
            return f"专色 {self.name}"
        return f"{self.space.value} #" + "".join(f"{round(part * 255):02X}" for part in self.rgb)


@dataclass(frozen=True, slots=True)
class Face:
    """A font as the file has it."""

    name: str  # PostScript name without the prefix of a subset
    kind: str  # Type1, TrueType, Type0, Type3, MMType1; "" where the form has no kinds
    embedded: bool
    subset: bool = False
    fault: str = ""  # why the embedded program cannot be read


@dataclass(frozen=True, slots=True)
class Words:
    """Characters drawn in one go; blanks at either end are not counted in."""

    text: str
    left: float
    right: float
    baseline: float
    size: float  # height of the em
    angle: float  # degrees, counter-clockwise; 0 for upright lines
    face: Face
    paint: Paint
    invisible: bool = False  # drawn with neither fill nor stroke
    missing: int = 0  # glyphs that the font does not have: boxes or nothing are drawn in their place
    unmapped: int = 0  # glyphs of which nobody can say which characters they are

    @property
    def upright(self) -> bool:
        """Whether it runs from left to right as lines do, give or take a skewed sheet."""
        return abs(self.angle) <= 10


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight ruled line, drawn as one or as a thin area."""

    x0: float
    y0: float
    x1: float
    y1: float
    weight: float
    paint: Paint

    @property
    def length(self) -> float:
        """From end to end."""
        return math.hypot(self.x1 - self.x0, self.y1 - self.y0)

    @property
    def angle(self) -> float:
        """Degrees by which it is off the nearest axis, at most 45."""
        turned = math.degrees(math.atan2(self.y0 - self.y1, self.x1 - self.x0)) % 90
        return turned if turned <= 45 else turned - 90

    @property
    def level(self) -> bool:
        """Whether it runs across the page."""
        return abs(self.x1 - self.x0) >= 10 * abs(self.y1 - self.y0)


@dataclass(frozen=True, slots=True)
class Area:
    """A painted shape that is no ruled line, by the rectangle around it."""

    box: Box
    paint: Paint


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in its place; `dpi` is the lower of both directions, infinite where it cannot be known."""

    box: Box
    columns: int  # pixels
    rows: int
    bits: int  # a part of a pixel
    space: Space
    dpi: float
    angle: float
    stencil: bool = False  # a mask painted in one colour

    @property
    def line_art(self) -> bool:
        """Whether a pixel is either black or white."""
        return self.stencil or (self.bits == 1 and self.space in (Space.GRAY, Space.INDEXED))


@dataclass(frozen=True, slots=True)
class Annotation:
    """Something laid over the page: a comment, a link, a field of a form."""

    kind: str  # Text, Link, Widget, …
    printed: bool
    bordered: bool = False
    words: str = ""


@dataclass(frozen=True)
class Page:
    """One page."""

    number: int
    media: Box
    crop: Box | None  # None: not said
    bleed: Box | None
    trim: Box | None
    rotation: int  # clockwise, degrees
    user_unit: float
    words: tuple[Words, ...]
    strokes: tuple[Stroke, ...]
    areas: tuple[Area, ...]
    pictures: tuple[Picture, ...]
    annotations: tuple[Annotation, ...]
    transparency: tuple[str, ...] = ()  # what makes it transparent
    unread: str = ""  # why not all of its content could be read

    @cached_property
    def finished(self) -> Box:
        """What is left after trimming: the trim box, else what is shown."""
        return self.trim or self.crop or self.media

    @property
    def width(self) -> float:
        """Width of the finished sheet as it is looked at."""
        return (self.finished.height if self.rotation % 180 else self.finished.width) * self.user_unit

    @property
    def height(self) -> float:
        """Height of the finished sheet as it is looked at."""
        return (self.finished.width if self.rotation % 180 else self.finished.height) * self.user_unit

    @cached_property
    def visible(self) -> tuple[Words, ...]:
        """The words that can be seen, wherever they stand."""
        return tuple(words for words in self.words if not words.invisible and words.text.strip())

    @cached_property
    def blank(self) -> bool:
        """Whether nothing is drawn on it."""
        paints = (*(stroke.paint for stroke in self.strokes), *(area.paint for area in self.areas))
        return not (self.visible or self.pictures or self.unread or any(not paint.is_white for paint in paints))


@dataclass(frozen=True, slots=True)
class Layer:
    """An optional content group."""

    name: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Archive:
    """The claim of a file to be PDF/A and what it does towards it."""

    part: str  # 1, 2, 3, 4
    conformance: str  # A, B, U or nothing
    faults: tuple[str, ...]  # what contradicts the claim
    looked_at: tuple[str, ...]  # what was compared


@dataclass(frozen=True)
class FinishedFile:
    """A file whose pages are as they will be printed, read once; what its form knows nothing of stays empty."""

    version: str
    pages: tuple[Page, ...]
    faces: tuple[Face, ...]  # those of all pages, whether words are set in them or not
    encryption: str = ""  # how it is locked; "" if it is not
    locked: bool = False  # so that nothing in it can be read
    opener: str = ""  # the library that would open it and is not installed
    scripts: tuple[str, ...] = ()  # where JavaScript is
    actions: tuple[str, ...] = ()  # what happens by itself when it is opened
    layers: tuple[Layer, ...] = ()
    fields: tuple[str, ...] = ()  # names of the fields of forms
    attachments: tuple[str, ...] = ()  # names of files within
    archive: Archive | None = None
    damage: tuple[str, ...] = ()  # faults of its structure that readers mend silently
    incomplete: bool = False  # its end is missing

    def visible(self) -> Iterator[tuple[Page, Words]]:
        """All words that can be seen, with their pages."""
        for page in self.pages:
            for words in page.visible:
                yield page, words
