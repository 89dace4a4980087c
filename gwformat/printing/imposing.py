"""A number of pages comes in; which page lies where on every side of every sheet goes out.

Sides stand in printing order: front of the first sheet, its back, front of the second one …
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache
from importlib import resources

from gwformat.errors import UsageError
from gwformat.printing.marks import MarkLengths, Marks, cut_marks, fold_marks, frame_marks, side_staples, spine_staples
from gwformat.printing.sheets import A4, Placement, Ring, Rule, Side, Size
from gwformat.profiles.lengths import parse_length
from gwformat.units import Emu, Mm
from gwformat.values import dataclass

_LARGEST = Mm(5080)  # 14,400 points: what a viewer of PDF takes at the most

Order = Sequence[int | None]
"""Page numbers (0-based) in reading order; None is a blank page."""


class Form(StrEnum):
    """How pages are put on sheets; the value is the one of the command line."""

    BOOKLET = "booklet"  # 骑马订: folded sheets inside each other
    TWO_UP = "2up"  # cut in the middle, the right pile laid under the left one; 平订
    DUPLEX = "duplex"  # one page a side; 平订


class Flip(StrEnum):
    """Over which edge the press turns the sheet between front and back."""

    SHORT = "short"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class Imposition:
    """What is wanted; `thickness` is that of one sheet, `gutter` what all pages move away from the spine."""

    form: Form
    page: Size = A4
    sheet: Size | None = None  # None: exactly as large as the pages on it
    flip: Flip | None = None  # None: the short edge for two pages a side, the long one for one
    thickness: Emu | None = None
    gutter: Emu = Emu(0)
    mirror: bool = False
    marks: Marks = Marks.FOLD


@dataclass(frozen=True, slots=True)
class Figures:
    """The lengths of `imposing.toml`."""

    thickness: Emu
    mirror: Emu
    marks: MarkLengths
    type_area: tuple[Emu, Emu, Emu, Emu]  # left, top, width, height


@cache
def figures() -> Figures:
    """The packaged lengths."""
    said = tomllib.loads(resources.files(__package__).joinpath("imposing.toml").read_text(encoding="utf-8"))
    staples, marks = said["staples"], said["marks"]
    named = {f"staple_{key}": value for key, value in staples.items()} | marks
    lengths = MarkLengths(**{key: parse_length(value) for key, value in named.items()})
    left, top, width, height = (parse_length(said["type_area"][key]) for key in ("left", "top", "width", "height"))
    thickness, shift = parse_length(said["creep"]["thickness"]), parse_length(said["mirror"]["shift"])
    return Figures(thickness, shift, lengths, (left, top, width, height))


def with_blanks(pages: int, multiple: int, *, imprint: bool) -> Order:
    """The pages filled up to a multiple; an imprint stays on the last page, so blanks stand before it (7.4, 7.5)."""
    blanks: list[int | None] = [None] * (-pages % multiple)
    last = 1 if imprint and pages else 0
    numbers = list(range(pages))
    return [*numbers[: pages - last], *blanks, *numbers[pages - last :]]


def pages_per_sheet(form: Form) -> int:
    """How many pages a sheet takes, which is what their number is filled up to; cutting needs whole leaves only."""
    return 4 if form is Form.BOOKLET else 2


def check_sheet(wanted: Imposition) -> None:
    """Raise `UsageError` if the pages do not fit on the sheet, or no page of a PDF can be as large as it."""
    if wanted.sheet is None:
        return
    columns = 1 if wanted.form is Form.DUPLEX else 2
    least = Size(Emu(wanted.page.width * columns), wanted.page.height)
    width, height = (f"{edge.mm:g}" for edge in wanted.sheet.edges)
    if any(edge < need for edge, need in zip(wanted.sheet.edges, least.edges, strict=True)):
        need = "×".join(f"{edge.mm:g}" for edge in least.edges)
        raise UsageError(
            f"印张 {width}×{height} 毫米放不下，至少要 {need} 毫米（宽×高）", "先写宽，后写高，如 450x320。"
        )
    if max(wanted.sheet.edges) > _LARGEST:
        raise UsageError(f"印张 {width}×{height} 毫米太大", f"每边不超过 {_LARGEST.mm:g} 毫米，请检查单位。")


def impose(order: Order, wanted: Imposition) -> tuple[Side, ...]:
    """The sides that show the pages of `order`, whose length is a multiple of `pages_per_sheet`."""
    assert len(order) % pages_per_sheet(wanted.form) == 0
    if wanted.form is Form.DUPLEX:
        pairs: list[tuple[int | None, ...]] = [(position,) for position in range(len(order))]
    elif wanted.form is Form.BOOKLET:
        pairs = list(_nested(len(order)))
    else:
        pairs = list(_piled(len(order)))
    return tuple(_side(number, positions, order, wanted) for number, positions in enumerate(pairs))


def _nested(count: int) -> Iterator[tuple[int, int]]:
    """Left and right position on each side of sheets that are folded and put inside each other, outermost first."""
    for sheet in range(count // 4):
        yield count - 1 - 2 * sheet, 2 * sheet
        yield 2 * sheet + 1, count - 2 - 2 * sheet


def _piled(count: int) -> Iterator[tuple[int | None, int | None]]:
    """Positions on sheets that are cut: the left halves are the first leaves, the right halves those that follow."""
    leaves = count // 2
    sheets = (leaves + 1) // 2

    def page(leaf: int, back: int) -> int | None:
        return 2 * leaf + back if leaf < leaves else None

    for sheet in range(sheets):
        yield page(sheet, 0), page(sheets + sheet, 0)
        yield page(sheets + sheet, 1), page(sheet, 1)


def _side(number: int, positions: Sequence[int | None], order: Order, wanted: Imposition) -> Side:
    page = wanted.page
    whole = Size(Emu(page.width * len(positions)), page.height)
    sheet = wanted.sheet or whole
    trim = Emu((sheet.width - whole.width) // 2), Emu((sheet.height - whole.height) // 2)
    placements = []
    for column, position in enumerate(positions):
        source = None if position is None else order[position]
        if position is not None and source is not None:
            x = Emu(trim[0] + column * page.width + _shift(number, position, wanted))
            placements.append(Placement(source, x, trim[1], page))
    side = Side(sheet, tuple(placements), _marks(number, whole, trim, wanted), trim)
    return _turned(side) if number % 2 and _flip(wanted) is not _NATURAL[wanted.form] else side


# Over this edge the backs come to stand upright behind their fronts without being turned.
_NATURAL = {Form.BOOKLET: Flip.SHORT, Form.TWO_UP: Flip.SHORT, Form.DUPLEX: Flip.LONG}


def _flip(wanted: Imposition) -> Flip:
    return wanted.flip or _NATURAL[wanted.form]


def _shift(side: int, position: int, wanted: Imposition) -> Emu:
    """How far a page moves to the right; pages at even positions have the spine on their left."""
    outwards = 1 if position % 2 == 0 else -1
    shift = outwards * wanted.gutter
    if wanted.mirror and position % 2:
        shift -= figures().mirror
    if wanted.form is Form.BOOKLET:
        # Each sheet stands out by the thickness of those around it, and the trimmed edge takes it off its pages.
        thickness = figures().thickness if wanted.thickness is None else wanted.thickness
        shift -= outwards * (side // 2) * thickness
    return Emu(shift)


def _marks(number: int, whole: Size, trim: tuple[Emu, Emu], wanted: Imposition) -> tuple[Rule | Ring, ...]:
    lengths = figures().marks
    found: list[Rule | Ring] = []
    if wanted.marks is Marks.NONE:
        return ()
    middle = Emu(trim[0] + whole.width // 2)
    if number % 2 == 0:  # on the outside of each sheet
        if wanted.form is Form.BOOKLET:
            found += fold_marks(middle, trim[1], whole.height, lengths)
        elif wanted.form is Form.TWO_UP:
            found += cut_marks(middle, trim[1], whole.height, lengths)
    if number == 0:  # what staples cover
        if wanted.form is Form.BOOKLET:
            found += spine_staples(middle, trim[1], whole.height, lengths)
        else:
            found += side_staples(trim[0], trim[1], whole.height, lengths)
    if wanted.marks is Marks.ALL:
        found += frame_marks(whole, trim, lengths)
    return tuple(found)


def _turned(side: Side) -> Side:
    """The side upside down."""
    width, height = side.size.width, side.size.height

    def placement(one: Placement) -> Placement:
        x, y = width - one.x - one.room.width, height - one.y - one.room.height
        return Placement(one.page, Emu(x), Emu(y), one.room, (one.turn + 180) % 360)

    def mark(one: Rule | Ring) -> Rule | Ring:
        if isinstance(one, Ring):
            return Ring(Emu(width - one.x), Emu(height - one.y), one.radius)
        return Rule(Emu(width - one.x1), Emu(height - one.y1), Emu(width - one.x2), Emu(height - one.y2))

    return Side(side.size, tuple(map(placement, side.placements)), tuple(map(mark, side.marks)), side.trim)
