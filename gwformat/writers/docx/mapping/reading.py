"""A docx comes in; every place in it that may name a font goes out with what decides how it is to be worded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gwformat.ooxml.effective import Formatting
from gwformat.ooxml.names import M, w
from gwformat.ooxml.package import Package
from gwformat.ooxml.theme import Theme, theme_of
from gwformat.ooxml.values import switch
from gwformat.values import dataclass
from gwformat.writers.docx.mapping.places import EAST, FONTS, LATIN, Said, may_say, places, said
from gwformat.writers.docx.mapping.role_styles import typefaces
from gwformat.writers.docx.mapping.wording import Wanted
from gwformat.writers.docx.oxml import Element

_STYLE, _STYLE_ID = w("style"), w("styleId")
_FORMULA, _FORMULA_RUN, _ORDINARY = f"{{{M}}}oMath", f"{{{M}}}r", f"{{{M}}}rPr/{{{M}}}nor"
_FORMULA_VAL = f"{{{M}}}val"
_NO_FONTS_OF_THE_TEXT = ("customxml/", "docprops/", "[content_types]")
_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """What a place says and where it stands; places that are alike in this are one object."""

    tag: str
    said: Said
    beside: str | None
    wanted: Wanted | None
    in_formula: bool


Read = Mapping[str, list[Place]]


def theme_in(package: Package, formatting: Formatting) -> Theme:
    """The fonts of the theme that are used."""
    part = package.related(package.main_part, "theme")
    root = package.optional_tree(part) if part else None
    return theme_of(root, formatting.settings.east_asian_language)


NAMING = frozenset(("ascii", "hAnsi", "eastAsia", "cs", "font", "typeface"))
"""What of the things a place says are names of families."""


def names_in(what: Said) -> Iterator[str]:
    """The families a place names."""
    yield from (value for key, value in what.items() if key in NAMING)


def is_theme(package: Package, part: str) -> bool:
    """Whether a part is a theme, which names fonts that need not be used."""
    return package.content_type(part) == _THEME_TYPE


def read(package: Package) -> Iterator[tuple[str, list[Place]]]:
    """The places of each part that may name a font."""
    styles = package.related(package.main_part, "styles")
    known: dict[tuple[object, ...], Place] = {}
    for part, data in package.parts.items():
        lowered = part.lower()
        if not lowered.endswith(".xml") or lowered.startswith(_NO_FONTS_OF_THE_TEXT) or not may_say(data):
            continue
        root = package.optional_tree(part)
        if root is None:
            continue
        roles = typefaces(package) if part == styles else {}
        formulas = {place for formula in root.iter(_FORMULA) for place in formula.iter(FONTS) if not _is_text(place)}
        if found := [_read(place, roles, place in formulas, known) for place in places(root)]:
            yield part, found


def _is_text(place: Element) -> bool:
    """Whether a place in a formula is that of a run of ordinary text (22.1.2.70), whose letters are no signs."""
    properties = place.getparent()
    run = None if properties is None else properties.getparent()
    said = None if run is None or run.tag != _FORMULA_RUN else run.find(_ORDINARY)
    return said is not None and switch(said, _FORMULA_VAL)


def _read(
    place: Element, roles: Mapping[str, Wanted], in_formula: bool, known: dict[tuple[object, ...], Place]
) -> Place:
    tag = place.tag
    beside, wanted = _beside(place) if tag == LATIN else None, _wanted(place, roles) if roles and tag == FONTS else None
    key = (tag, *place.items(), beside, wanted, in_formula)
    found = known.get(key)
    if found is None:
        found = known[key] = Place(tag, said(place), beside, wanted, in_formula)
    return found


def _beside(place: Element) -> str | None:
    """The Chinese face a drawing names next to its Latin one."""
    parent = place.getparent()
    east = None if parent is None else parent.find(EAST)
    return None if east is None else east.get("typeface")


def _wanted(place: Element, roles: Mapping[str, Wanted]) -> Wanted | None:
    """The typeface the standard wants in the style a place belongs to."""
    properties = place.getparent()
    style = None if properties is None else properties.getparent()
    return roles.get(style.get(_STYLE_ID, "")) if style is not None and style.tag == _STYLE else None
