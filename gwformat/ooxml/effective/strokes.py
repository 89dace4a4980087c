"""A part in; the lines drawn in it out: borders of paragraphs, lines and thin shapes, horizontal rules of tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lxml import etree

from gwformat.expressions import expression
from gwformat.ooxml.alternatives import is_aside, set_aside
from gwformat.ooxml.effective.groups import placed
from gwformat.ooxml.effective.values import Border
from gwformat.ooxml.inline import paragraphs
from gwformat.ooxml.names import WP, WPS, A, V, local, w
from gwformat.ooxml.theme import Theme
from gwformat.ooxml.values import colour, length, whole
from gwformat.units import Emu, Mm, Pt
from gwformat.values import dataclass

_THIN = Mm(2)  # a shape lower than this and far longer is a line
_APART = Mm(3)  # the two lines of a double line
_DEFAULT_WEIGHT = Pt(0.75)  # of a line that does not say how thick it is, in VML and in DrawingML
_ANCHOR, _INLINE = f"{{{WP}}}anchor", f"{{{WP}}}inline"
_SHAPE, _LN = f"{{{WPS}}}wsp", f"{{{A}}}ln"
_VML_LINE, _VML_STROKE = f"{{{V}}}line", f"{{{V}}}stroke"
_VML_SHAPES = (_VML_LINE, f"{{{V}}}shape", f"{{{V}}}rect", f"{{{V}}}polyline")
_LINES = frozenset(("line", "straightConnector1"))
_COMPOUND = {
    "sng": "single", "dbl": "double", "tri": "triple", "thinThin": "double", "thickBetweenThin": "triple",
}  # fmt: skip
_VML_COLORS = {"red": "FF0000", "black": "000000", "white": "FFFFFF", "blue": "0000FF", "green": "008000"}
_DECLARATION = expression(r"\s*([\w-]+)\s*:\s*([^;]*)")


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """A straight line a reader sees. Lengths are None where the file does not say them.

    `kind` is "border", "drawing", "vml" or "table"; `compound` "single", "double", "thickThin", "thinThick" …
    `x`, `y` are measured from `x_from`, `y_from` ("page", "margin", "paragraph", "text" …); `x_align` may name a place
    there. `weight` is the whole thickness. `side` is that of a paragraph border or, for a table, "top",
    "inside" or "bottom".
    """

    kind: str
    paragraph: int
    weight: Emu
    color: str | None
    compound: str = "single"
    width: Emu | None = None
    height: Emu = Emu(0)
    x: Emu | None = None
    y: Emu | None = None
    x_from: str = ""
    y_from: str = ""
    x_align: str = ""
    side: str = ""

    @property
    def horizontal(self) -> bool:
        """Whether it lies rather than stands."""
        return self.width is None or self.height <= self.width


def drawn_lines(root: etree._Element, theme: Theme) -> Iterator[DrawnLine]:
    """The lines and thin shapes drawn in a part, in document order."""
    numbers = {paragraph: number for number, paragraph in enumerate(paragraphs(root), 1)}
    aside = set_aside(root)
    for element in root.iter(_ANCHOR, _INLINE, *_VML_SHAPES):
        if is_aside(element, aside):
            continue
        number = numbers.get(next(element.iterancestors(w("p")), element), 0)
        if element.tag in (_ANCHOR, _INLINE):
            yield from _drawings(element, number, theme)
        else:
            yield from _vml(element, number)


def border_lines(number: int, borders: Mapping[str, Border]) -> Iterator[DrawnLine]:
    """The borders above and below a paragraph."""
    for side in ("top", "bottom"):
        found = borders.get(side)
        if found is not None:
            yield DrawnLine("border", number, found.width, found.color, _border_compound(found.style), side=side)


def table_lines(number: int, side: str, found: Border, width: Emu | None) -> DrawnLine:
    """A horizontal rule of a table; `number` is the first paragraph of the row below it, or of the last row."""
    return DrawnLine("table", number, found.width, found.color, _border_compound(found.style), width, side=side)


def _border_compound(style: str) -> str:
    for name in ("thinThickThin", "thickThin", "thinThick"):
        if style.startswith(name):
            return name
    return style


def _drawings(holder: etree._Element, number: int, theme: Theme) -> Iterator[DrawnLine]:
    extent = holder.find(f"{{{WP}}}extent")
    x, x_from, x_align = _position(holder.find(f"{{{WP}}}positionH"))
    y, y_from, _ = _position(holder.find(f"{{{WP}}}positionV"))
    unplaced = DrawnLine("drawing", number, Emu(0), None, x_from=x_from, y_from=y_from)
    found = []
    for shape in holder.iter(_SHAPE):
        own = shape.find(f".//{{{A}}}xfrm/{{{A}}}ext")
        size = own if own is not None else extent
        if size is None:
            continue
        place = placed(shape, Emu(whole(size.get("cx")) or 0), Emu(whole(size.get("cy")) or 0))
        line = _straight(shape, theme, replace(unplaced, width=place.width, height=place.height))
        if line is None:
            continue
        if place.grouped:
            # The group stands where the file says, the line somewhere within it.
            line = replace(line, x=_moved(x, place.x), y=_moved(y, place.y))
        else:
            line = replace(line, x=x, y=y, x_align=x_align)
        found.append(line)
    yield from _compound_lines(found)


def _straight(shape: etree._Element, theme: Theme, line: DrawnLine) -> DrawnLine | None:
    """The line with its weight, colour and compound if a shape of its width and height is seen as one."""
    assert line.width is not None
    thin, long = min(line.width, line.height), max(line.width, line.height)
    stroke, filled = _shape_stroke(shape, thin, theme)
    geometry = shape.find(f".//{{{A}}}prstGeom")
    is_line = geometry is not None and geometry.get("prst") in _LINES
    if stroke is None or not (is_line or filled or thin <= _THIN):
        return None
    if not is_line and (thin > _THIN or long < 10 * thin):
        return None
    weight, color, compound = stroke
    return replace(line, weight=weight, color=color, compound=compound)


def _moved(start: Emu | None, by: Emu) -> Emu | None:
    return None if start is None else Emu(start + by)


def _compound_lines(lines: Sequence[DrawnLine]) -> Iterator[DrawnLine]:
    """Two lines of one drawing that lie close under each other are one double line."""
    waiting: DrawnLine | None = None
    for line in sorted(lines, key=lambda line: line.y or 0):
        both = _double(waiting, line) if waiting is not None else None
        if both is None and waiting is not None:
            yield waiting
        waiting = both or line
    if waiting is not None:
        yield waiting


def _double(upper: DrawnLine, lower: DrawnLine) -> DrawnLine | None:
    ends = (upper.y, lower.y, upper.x, lower.x, upper.width, lower.width)
    if None in ends or "single" not in (upper.compound, lower.compound) or upper.compound != lower.compound:
        return None
    y1, y2, x1, x2, width, below = (Emu(end or 0) for end in ends)
    if upper.height or lower.height or not 0 < y2 - y1 <= _APART or abs(x1 - x2) + abs(width - below) > _THIN:
        return None
    compound = "double" if upper.weight == lower.weight else "thickThin" if upper.weight > lower.weight else "thinThick"
    weight = Emu(y2 - y1 + (upper.weight + lower.weight) // 2)
    return replace(upper, weight=weight, compound=compound, y=Emu((y1 + y2) // 2))


def _shape_stroke(
    shape: etree._Element, thickness: Emu, theme: Theme
) -> tuple[tuple[Emu, str | None, str] | None, bool]:
    """Weight, colour and compound of a shape's outline, or of a bar that is filled; and whether it is filled."""
    properties = shape.find(f"{{{WPS}}}spPr")
    line = properties.find(_LN) if properties is not None else None
    fill = properties.find(f"{{{A}}}solidFill") if properties is not None else None
    if line is not None and line.find(f"{{{A}}}noFill") is None:
        weight = length(line.get("w"), Emu(1)) or _DEFAULT_WEIGHT
        color = _drawn_color(line.find(f"{{{A}}}solidFill"), theme) or _styled_color(shape, theme)
        return (weight, color, _COMPOUND.get(line.get("cmpd", "sng"), line.get("cmpd", ""))), fill is not None
    if fill is not None:
        return (thickness, _drawn_color(fill, theme), "single"), True
    if line is None and shape.find(f"{{{WPS}}}style/{{{A}}}lnRef") is not None:
        return (_DEFAULT_WEIGHT, _styled_color(shape, theme), "single"), False
    return None, False


def _drawn_color(fill: etree._Element | None, theme: Theme) -> str | None:
    for value in fill if fill is not None else ():
        said = value.get("lastClr") or value.get("val")
        return theme.color(said or "") if local(value.tag) == "schemeClr" else colour(said)
    return None


def _styled_color(shape: etree._Element, theme: Theme) -> str | None:
    return _drawn_color(shape.find(f"{{{WPS}}}style/{{{A}}}lnRef"), theme)


def _position(element: etree._Element | None) -> tuple[Emu | None, str, str]:
    if element is None:
        return None, "", ""
    offset, align = element.find(f"{{{WP}}}posOffset"), element.find(f"{{{WP}}}align")
    said = length(offset.text, Emu(1)) if offset is not None else None
    return said, element.get("relativeFrom", ""), (align.text or "") if align is not None else ""


def _vml(shape: etree._Element, number: int) -> Iterator[DrawnLine]:
    style = {name.lower(): value.strip() for name, value in _DECLARATION.findall(shape.get("style", ""))}
    if shape.tag == _VML_LINE:
        width, height = _vml_ends(shape)
    else:
        width = _vml_length(style.get("width", "")) or Emu(0)
        height = _vml_length(style.get("height", "")) or Emu(0)
        if min(width, height) > _THIN or max(width, height) < _THIN or max(width, height) < 10 * min(width, height):
            return
    stroke = shape.find(_VML_STROKE)
    drawn = shape.get("stroked", "t") not in ("f", "false")
    said = (shape.get("strokecolor") if drawn else shape.get("fillcolor")) or ("black" if drawn else None)
    weight = _vml_length(shape.get("strokeweight", "")) or _DEFAULT_WEIGHT
    compound = stroke.get("linestyle", "single") if stroke is not None else "single"
    yield DrawnLine(
        "vml",
        number,
        weight if drawn else min(width, height),
        _vml_color(said),
        _COMPOUND.get(compound, compound),
        width,
        height,
        _vml_length(style.get("margin-left", "")),
        _vml_length(style.get("margin-top", "")),
        style.get("mso-position-horizontal-relative", "text"),
        style.get("mso-position-vertical-relative", "text"),
        style.get("mso-position-horizontal", ""),
        style.get("mso-position-vertical", ""),
    )


def _vml_ends(line: etree._Element) -> tuple[Emu, Emu]:
    ends = [[_vml_length(part) or Emu(0) for part in (line.get(end) or "0,0").split(",")] for end in ("from", "to")]
    (x1, y1), (x2, y2) = (pair if len(pair) == 2 else [Emu(0), Emu(0)] for pair in ends)
    return Emu(abs(x2 - x1)), Emu(abs(y2 - y1))


def _vml_length(text: str) -> Emu | None:
    return length(text.strip(), Emu(1)) if text else None


def _vml_color(said: str | None) -> str | None:
    """“red”, “#f00”, “#ff0000 [3212]”."""
    word = said.split()[0].lower() if said and said.strip() else ""
    if word.startswith("#") and len(word) == 4:
        return colour("".join(digit * 2 for digit in word[1:]))
    return colour(word[1:]) if word.startswith("#") else _VML_COLORS.get(word)
