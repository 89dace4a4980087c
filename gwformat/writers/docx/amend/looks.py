"""A property and its value come in; it is set directly on runs, a paragraph, a section or the settings."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from gwformat.errors import UsageError
from gwformat.findings import Property
from gwformat.ooxml.names import w
from gwformat.profiles.lengths import parse_color, parse_count, parse_length
from gwformat.units import Emu
from gwformat.writers.docx.oxml import RPR, Element, el, is_on, on_off, properties, put

_FONTS = w("rFonts")
_THEMES = {"ascii": "asciiTheme", "hAnsi": "hAnsiTheme", "eastAsia": "eastAsiaTheme", "cs": "cstheme"}
_COMPLEX = w("cs"), w("rtl")  # what makes the font for complex scripts set every character
_POINT = 12_700

_ALIGNS = {"left": "left", "center": "center", "right": "right", "justify": "both", "distribute": "distribute"}
_SWITCHES = {
    Property.SNAP_TO_GRID: ("snapToGrid",),
    Property.AUTO_SPACE: ("autoSpaceDE", "autoSpaceDN"),
    Property.KINSOKU: ("kinsoku",),
    Property.HANGING_PUNCTUATION: ("overflowPunct",),
    Property.WIDOW_CONTROL: ("widowControl",),
}
_FLAGS = {Property.BOLD: ("b", "bCs"), Property.ITALIC: ("i", "iCs")}
_INDENTS = {
    Property.FIRST_LINE: ("firstLine", ("hanging", "hangingChars")),
    Property.HANGING: ("hanging", ("firstLine", "firstLineChars")),
    Property.LEFT: ("left", ("start", "startChars")),
    Property.RIGHT: ("right", ("end", "endChars")),
}

CHARACTER = frozenset(
    (
        Property.FONT,
        Property.LATIN_FONT,
        Property.HINT,
        Property.SIZE,
        Property.BOLD,
        Property.ITALIC,
        Property.UNDERLINE,
        Property.COLOR,
        Property.TRACKING,
        Property.SCALE,
    )
)
"""Properties of characters; the others belong to the paragraph or the page."""
PAGE = frozenset((Property.PAPER, Property.MARGINS, Property.GUTTER, Property.GRID))
"""Properties of a section."""


def set_characters(runs: Iterable[Element], prop: Property, value: str) -> None:
    """Set a property of characters on runs."""
    for run in runs:
        rpr = run.find(RPR)
        if rpr is None:
            rpr = el("rPr")
            run.insert(0, rpr)
        _set_character(rpr, prop, value)


def _set_character(rpr: Element, prop: Property, value: str) -> None:
    if prop in _FLAGS:
        for name in _FLAGS[prop]:
            put(rpr, on_off(name, value == "on"))
    elif prop is Property.FONT:
        _set_font(rpr, ("eastAsia", "cs") if _is_complex(rpr) else ("eastAsia",), value)
    elif prop is Property.LATIN_FONT:
        _set_font(rpr, ("ascii", "hAnsi"), value)
    elif prop is Property.HINT:
        _fonts(rpr).set(w("hint"), value)
    elif prop is Property.SIZE:
        half_points = round(parse_length(value) / (_POINT / 2))
        put(rpr, el("sz", val=half_points))
        put(rpr, el("szCs", val=half_points))
    elif prop is Property.UNDERLINE:
        put(rpr, el("u", val="single" if value == "on" else "none"))
    elif prop is Property.COLOR:
        put(rpr, el("color", val=parse_color(value)))
    elif prop is Property.TRACKING:
        put(rpr, el("spacing", val=parse_length(value).twips))
    else:
        put(rpr, el("w", val=value.removesuffix("%")))


def _set_font(rpr: Element, slots: Iterable[str], family: str) -> None:
    fonts = _fonts(rpr)
    for slot in slots:
        fonts.set(w(slot), family)
        _unset(fonts, _THEMES[slot])  # a theme font would win


def _is_complex(rpr: Element) -> bool:
    return any(is_on(rpr.find(name)) for name in _COMPLEX)


def _fonts(rpr: Element) -> Element:
    fonts = rpr.find(_FONTS)
    if fonts is None:
        fonts = el("rFonts")
        put(rpr, fonts)
    return fonts


def set_paragraph(paragraph: Element, prop: Property, value: str, size: Emu) -> None:
    """Set a property of a paragraph; 字 are those of characters of `size`."""
    ppr = properties(paragraph)
    if prop in _SWITCHES:
        for name in _SWITCHES[prop]:
            put(ppr, on_off(name, value == "on"))
    elif prop is Property.ALIGN:
        put(ppr, el("jc", val=_ALIGNS[value]))
    elif prop in _INDENTS:
        _set_indent(ppr, prop, value, size)
    else:
        _set_spacing(ppr, prop, value)


def _set_indent(ppr: Element, prop: Property, value: str, size: Emu) -> None:
    name, others = _INDENTS[prop]
    ind = _child(ppr, "ind")
    for other in others:
        _unset(ind, other)
    if value.endswith("字"):
        count = parse_count(value, "字")
        ind.set(w(f"{name}Chars"), str(round(count * 100)))
        ind.set(w(name), str(Emu(round(count * size)).twips))
    else:
        ind.set(w(f"{name}Chars"), "0")  # inherited 字 would win
        ind.set(w(name), str(parse_length(value).twips))


def _set_spacing(ppr: Element, prop: Property, value: str) -> None:
    spacing = _child(ppr, "spacing")
    twips = str(parse_length(value).twips)
    if prop is Property.PITCH:
        spacing.set(w("line"), twips)
        spacing.set(w("lineRule"), "exact")
        return
    name = "before" if prop is Property.BEFORE else "after"
    spacing.set(w(name), twips)
    # What the style says in lines or leaves to the program would win.
    spacing.set(w(f"{name}Lines"), "0")
    spacing.set(w(f"{name}Autospacing"), "0")


def set_page(section: Element, prop: Property, value: str) -> None:
    """Set a property of a section: `210mm×297mm`, `上 右 下 左` margins, or the pitch of the grid."""
    lengths = [parse_length(part).twips for part in value.replace("×", " ").split()]
    _PAGE[prop](section, lengths)


def _paper(section: Element, lengths: list[int]) -> None:
    width, height = lengths
    size = _child(section, "pgSz")
    if size.get(w("orient")) == "landscape":
        width, height = height, width
    size.set(w("w"), str(width))
    size.set(w("h"), str(height))


def _margins(section: Element, lengths: list[int]) -> None:
    margins = _child(section, "pgMar")
    for side, length in zip(("top", "right", "bottom", "left"), lengths, strict=True):
        margins.set(w(side), str(length))
    for name in ("header", "footer", "gutter"):
        if margins.get(w(name)) is None:
            margins.set(w(name), "0")


def _gutter(section: Element, lengths: list[int]) -> None:
    margins = section.find(w("pgMar"))
    if margins is not None:
        margins.set(w("gutter"), str(lengths[0]))


def _grid(section: Element, lengths: list[int]) -> None:
    put(section, el("docGrid", type="lines", linePitch=lengths[0]))


_PAGE: dict[Property, Callable[[Element, list[int]], None]] = {
    Property.PAPER: _paper,
    Property.MARGINS: _margins,
    Property.GUTTER: _gutter,
    Property.GRID: _grid,
}


def set_document(settings: Element, prop: Property, value: str) -> None:
    """Set what holds for the whole file."""
    if prop is not Property.ODD_EVEN_FOOTERS:
        raise UsageError(f"“{prop.value}”不能对整个文件设置")
    put(settings, on_off("evenAndOddHeaders", value == "on"))


def _child(parent: Element, name: str) -> Element:
    found = parent.find(w(name))
    if found is None:
        found = el(name)
        put(parent, found)
    return found


def _unset(element: Element, name: str) -> None:
    if w(name) in element.attrib:
        del element.attrib[w(name)]
