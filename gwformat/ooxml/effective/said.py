"""A `w:pPr` or `w:rPr` in, what it says by name out; two of them laid over each other.

A property is the mapping of its attributes. Borders, tabs and list references hold several properties, which are
inherited one by one; they are named `pBdr.top`, `tab.420`, `numPr.numId`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from lxml import etree

from gwformat.ooxml.names import W, local, w
from gwformat.ooxml.styles import merged_indent

Attributes = Mapping[str, str]
Said = Mapping[str, Attributes]
NOTHING: Said = MappingProxyType({})

_OURS = f"{{{W}}}*"
_SEVERAL = frozenset((w("pBdr"), w("numPr"), w("tabs")))
_TABS = w("tabs")
# Not formatting of the paragraph or run itself.
OTHER = frozenset(
    w(name) for name in ("rPr", "sectPr", "pPrChange", "rPrChange", "cnfStyle", "ins", "del", "moveFrom", "moveTo")
)
_INDENT = w("ind")
_SIDES = {"start": "left", "end": "right", "startChars": "leftChars", "endChars": "rightChars"}
_OFF = frozenset(("0", "false", "off"))
# 17.7.3: said in several styles of the hierarchy, these cancel each other out.
_TOGGLES = ("b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "vanish")
_SLOTS = (
    ("ascii", "asciiTheme"),
    ("hAnsi", "hAnsiTheme"),
    ("eastAsia", "eastAsiaTheme"),
    ("cs", "cstheme"),
)


def said(properties: etree._Element | None) -> Said:
    """What `properties` says itself."""
    if properties is None or not len(properties):
        return NOTHING
    result: dict[str, Attributes] = {}
    for child in properties.iterchildren(_OURS):
        tag = child.tag
        if tag in OTHER:
            continue
        if tag in _SEVERAL:
            for inner in child:
                attributes = _attributes(inner)
                name = f"tab.{attributes.get('pos', '')}" if tag == _TABS else f"{local(tag)}.{local(inner.tag)}"
                result[name] = attributes
        elif tag == _INDENT:
            result["ind"] = indent(_attributes(child))
        else:
            result[local(tag)] = _attributes(child)
    return result


def indent(attributes: Attributes) -> Attributes:
    """The attributes of a `w:ind` with `start` and `end` under their older names, as they are when text runs right."""
    return {_SIDES.get(name, name): value for name, value in attributes.items()}


def _attributes(element: etree._Element) -> dict[str, str]:
    return {local(name): str(value) for name, value in element.items()}


def over(own: Said, base: Said) -> Said:
    """What `own` says, and what `base` says where `own` does not."""
    if not own or not base:
        return own or base
    result = {**base, **own}
    for name, merge in _BY_ATTRIBUTE.items():
        if name in own and name in base:
            result[name] = merge(own[name], base[name])
    return result


def _spacing(own: Attributes, base: Attributes) -> Attributes:
    """17.3.1.33: a line height without a rule is a multiple, whatever rule is inherited."""
    return {**base, **({"lineRule": "auto"} if "line" in own else {}), **own}


def _fonts(own: Attributes, base: Attributes) -> Attributes:
    """A theme font beats a name beside it, but not one said nearer to the text."""
    ended = {theme for name, theme in _SLOTS if name in own}
    return {**{name: value for name, value in base.items() if name not in ended}, **own}


def _plain(own: Attributes, base: Attributes) -> Attributes:
    return {**base, **own}


_BY_ATTRIBUTE: dict[str, Callable[[Attributes, Attributes], Attributes]] = {
    "ind": merged_indent,
    "spacing": _spacing,
    "rFonts": _fonts,
    "lang": _plain,
}


def stacked(defaults: Said, *styles: Said) -> Said:
    """Character properties of the styles of the hierarchy, outermost first, over the document defaults."""
    result = defaults
    for style in styles:
        result = over(style, result)
    toggled = {name: _toggled(name, defaults, styles) for name in _TOGGLES if name in result}
    return (
        {**result, **{name: {"val": "1" if value else "0"} for name, value in toggled.items()}} if toggled else result
    )


def _toggled(name: str, defaults: Said, styles: tuple[Said, ...]) -> bool:
    return is_on(defaults.get(name)) or sum(is_on(style.get(name)) for style in styles) % 2 == 1


def is_on(attributes: Attributes | None, unsaid: bool = False) -> bool:
    """An on/off property; `unsaid` if it is not there."""
    return unsaid if attributes is None else attributes.get("val") not in _OFF
