"""`press.toml` comes in; the figures against which pages are measured go out, in mm."""

from __future__ import annotations

import functools
from importlib import resources

from gwformat.profiles import table
from gwformat.units import Emu
from gwformat.values import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """The finished sheet (5.1)."""

    clause: str
    width: Emu
    height: Emu
    tolerance: Emu


@dataclass(frozen=True, slots=True)
class TypeArea:
    """版心 (5.2.1)."""

    clause: str
    left: Emu
    top: Emu
    width: Emu
    height: Emu
    tolerance: Emu
    leading: Emu  # what tables may take above and below
    overhang: Emu  # what lines may take on the right

    @property
    def right(self) -> Emu:
        """Its right edge."""
        return Emu(self.left + self.width)

    @property
    def bottom(self) -> Emu:
        """Its lower edge."""
        return Emu(self.top + self.height)


@dataclass(frozen=True, slots=True)
class Skew:
    """How far the type area may lean over its own height (6.1)."""

    clause: str
    tolerance: Emu


@dataclass(frozen=True, slots=True)
class Register:
    """How far the page numbers of both sides of a leaf may be apart (6.2)."""

    clause: str
    tolerance: Emu
    facing: Emu  # of two pages that lie side by side
    nominal: Emu  # what the margins themselves make of it


@dataclass(frozen=True, slots=True)
class NumberPlace:
    """Where page numbers stand (7.5)."""

    clause: str
    dash: Emu  # height of the 一字线
    above_baseline: float  # em
    tolerance: Emu


@dataclass(frozen=True, slots=True)
class ImprintPlace:
    """Where the imprint ends (7.4.1)."""

    clause: str
    last_line: Emu
    tolerance: Emu


@dataclass(frozen=True, slots=True)
class Trim:
    """How near to the edge of the sheet anything may stand."""

    clause: str
    safety: Emu


@dataclass(frozen=True, slots=True)
class PictureResolution:
    """Least resolutions in dots an inch."""

    clause: str
    halftone: int
    line_art: int


@dataclass(frozen=True, slots=True)
class Lines:
    """The thinnest line that prints."""

    clause: str
    hairline: Emu


@dataclass(frozen=True, slots=True)
class Inks:
    """The inks (6.2)."""

    clause: str
    red: tuple[float, ...]
    tolerance: float


@dataclass(frozen=True, slots=True)
class Semantics:
    """Which elements the semantic tree of an OFD has, by their names there."""

    clause: str
    root: str
    mark: str
    mark_size: Emu  # red words larger than this are a mark
    text: str
    title: str
    number: str  # of orders, which have no title
    minutes: str  # how the mark ends that is a title as well
    dates: tuple[str, ...]
    pages: str  # their number, as metadata call it
    covered: float  # share of the characters of all pages


@dataclass(frozen=True, slots=True)
class Tolerances:
    """All figures."""

    semantics: Semantics
    sheet: Sheet
    type_area: TypeArea
    skew: Skew
    register: Register
    number: NumberPlace
    imprint: ImprintPlace
    trim: Trim
    pictures: PictureResolution
    lines: Lines
    inks: Inks


@functools.cache
def tolerances() -> Tolerances:
    """The figures of `press.toml`."""
    text = resources.files(__package__).joinpath("press.toml").read_text("utf-8")
    return table.parse(Tolerances, text, "press.toml")
