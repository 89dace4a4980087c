"""Elements come in; where they stand on paper and how far they are from each other go out, or why that is not known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gwformat.check.context import Context
from gwformat.check.elements import Element
from gwformat.check.geometry import Geometry, PlacedLine, PlacedStroke, Stand
from gwformat.check.once import once
from gwformat.check.registry import Measured, Problem
from gwformat.findings import Severity
from gwformat.model import OBJECT, Kind, Role, Run
from gwformat.profiles.schema import LinePlace
from gwformat.units import Emu, Mm
from gwformat.values import dataclass

ROW = Mm(10.39)
"""一行: the height of a 3号 character and seven eighths of it (3.2; GB/T 33476.2-2016, appendix A)."""

LEADING = Mm(4.84)
"""What is between two lines; a line left empty has it on both sides."""
TOLERANCE = Mm(1)


@dataclass(frozen=True, slots=True)
class Unknown:
    """Why a place is not known."""

    reason: str


_FLOATING = Unknown("它是浮动的图片，不在文字的行里")


def stands(context: Context, element: Element) -> list[Stand]:
    """The stands of the paragraphs an element takes."""
    geometry = _geometry(context)
    return [geometry.of(number) for number in element.paragraphs]


def first_line(context: Context, element: Element) -> PlacedLine | Unknown:
    """The first line of an element."""
    if _floats(element):
        return _FLOATING
    found = stands(context, element)[:1]
    if found and found[0].lines:
        return found[0].lines[0]
    return Unknown(found[0].reason if found else "文件里没有这一段")


def last_line(context: Context, element: Element) -> PlacedLine | Unknown:
    """The last line of an element."""
    if _floats(element):
        return _FLOATING
    found = stands(context, element)[-1:]
    if found and found[0].is_whole:
        return found[0].lines[-1]
    return Unknown(found[0].reason if found else "文件里没有这一段")


def _floats(element: Element) -> bool:
    """Whether all there is of an element stands apart from the lines of its paragraph."""
    runs = element.block.runs
    floating = any(run.carrier is not None and run.carrier.floating is not None for run in runs)
    return floating and not element.text.replace(OBJECT, "").strip() and not any(map(_stands_in_line, runs))


def _stands_in_line(run: Run) -> bool:
    return run.carrier is not None and run.carrier.floating is None


def gap(above: PlacedLine | Unknown, below: PlacedLine | Unknown) -> Emu | Unknown | None:
    """From the lower edge of a line to the upper edge of one below it; None if they stand on different pages."""
    if isinstance(above, Unknown) or isinstance(below, Unknown):
        return above if isinstance(above, Unknown) else below if isinstance(below, Unknown) else None
    return Emu(below.top - above.bottom) if above.side == below.side else None


def rows_apart(
    found: Emu | Unknown | None, rows: int, what: str, element: Element, advice: str
) -> Iterator[Problem | Measured]:
    """Whether a gap is one of `rows` 行: between them and as many empty lines with the room around them."""
    expected = f"{ROW.mm * rows:.1f}～{Emu(rows * ROW + LEADING).mm:.1f} mm"
    if isinstance(found, Unknown):
        yield unverified(what, found, element)
    elif found is None:
        return
    elif rows * ROW - TOLERANCE <= found <= rows * ROW + LEADING + TOLERANCE:
        yield Measured(what, expected, f"{found.mm:.1f} mm")
    else:
        yield Problem(advice, element.whole, expected=expected, measured=f"{found.mm:.1f} mm")


def unverified(what: str, unknown: Unknown, element: Element | None) -> Problem:
    """What a rule says that could not look."""
    where = element.whole if element is not None else None
    return Problem(f"{what}没有核实：{unknown.reason}", where, severity=Severity.UNVERIFIED)


def before(context: Context, element: Element) -> Element | None:
    """The element with words that stands right before another one; None behind a table or a picture."""
    for other in reversed(context.elements[: element.number]):
        if other.block.carrier is not None:
            return None
        if other.text.strip():
            # Recognition puts a 附注 that stands too high where it belongs; in the file it is still between the two.
            start, end = other.first_paragraph, element.first_paragraph
            return next((one for one in context.of(Role.ANNOTATION) if start < one.first_paragraph < end), other)
    return None


def own_first(context: Context, *roles: Role) -> Element | None:
    """The first element of the document itself that has one of the roles."""
    return next(iter(context.own(*roles)), None)


@once
def above_line(context: Context) -> Element | None:
    """What the red line stands below in this format: the number, or who edits a bulletin, or the last of the mark."""
    place = context.profile.head.line_place
    if place is LinePlace.MARK:
        return next(reversed(context.own(Role.ISSUER_MARK)), None)
    if place is not LinePlace.NUMBER:
        return None
    return own_first(context, Role.EDITOR) or own_first(context, Role.DOC_NUMBER)


def clause_of_head(context: Context) -> str:
    """Where the head of this format has a clause of its own, that; "" for the general format."""
    return "" if context.kind is Kind.GENERAL else context.profile.head.clause


def red_line(context: Context) -> PlacedStroke | Unknown | None:
    """The red line, as far as it is known where it stands; None if what it stands below is not there."""
    number = above_line(context)
    if number is None:
        return None
    line = last_line(context, number)
    if isinstance(line, Unknown):
        return line
    below = [stroke for stroke in _geometry(context).strokes if stroke.side == line.side and stroke.y >= line.bottom]
    title = own_first(context, Role.TITLE)
    upper = first_line(context, title) if title is not None else None
    if isinstance(upper, PlacedLine) and upper.side == line.side:
        below = [stroke for stroke in below if stroke.y <= upper.top]
    return min(below, key=lambda stroke: stroke.y, default=Unknown("红色分隔线的位置文件里没有写定"))


def sides(context: Context, elements: Sequence[Element]) -> set[int]:
    """The pages on which elements have lines."""
    return {line.side for element in elements for stand in stands(context, element) for line in stand.lines}


def _geometry(context: Context) -> Geometry:
    assert context.geometry is not None
    return context.geometry
