"""A paragraph read from a cell in, the same with its whole look out, run by run."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from lxml import etree

from gwformat.model import Align, Paragraph
from gwformat.ooxml.inline import Atom
from gwformat.ooxml.names import w
from gwformat.ooxml.numbering import Numbering
from gwformat.ooxml.styles import Character, ParagraphFormat, Style, Styles
from gwformat.ooxml.trees import child_of
from gwformat.ooxml.values import AUTOMATIC, DEFAULT_SIZE, SINGLE, VAL, length, whole
from gwformat.readers.docx.looks import Format, Key, Looks, key_of
from gwformat.table import CellText, Face, LineRule
from gwformat.units import Emu, Pt
from gwformat.values import dataclass

_P_PR, _R_PR, _FONTS, _EAST_ASIA = w("pPr"), w("rPr"), w("rFonts"), w("eastAsia")
_ITALIC = w("i")
_RULES = {"exact": LineRule.EXACT, "atLeast": LineRule.AT_LEAST}
_ON = ("1", "true", "on")


@dataclass(frozen=True, slots=True)
class Written:
    """A part as it was read: its paragraphs in order, their leaves, and how properties are spelled where that is known.

    See `Package.atoms` and `Package.properties`.
    """

    paragraphs: Sequence[etree._Element]
    atoms: Callable[[etree._Element], Sequence[Atom]]
    spelled: Mapping[etree._Element | None, bytes]

    def spelling(self, properties: etree._Element | None) -> bytes:
        """How a `w:pPr` or `w:rPr` is spelled; no bytes where that is not known."""
        return self.spelled.get(properties, b"")


class CellTexts:
    """Works out the looks of the paragraphs in the cells of a part."""

    def __init__(self, styles: Styles, numbering: Numbering, part: Written) -> None:
        self._styles, self._numbering, self._part = styles, numbering, part
        self._looks: dict[int, tuple[object, Looks]] = {}
        self._faces: dict[tuple[int, str | None, Key], Face] = {}
        self._places: dict[tuple[int, Emu], _Place] = {}

    def text(self, paragraph: Paragraph, inside: tuple[ParagraphFormat, Character]) -> CellText:
        """`paragraph` with its look where the table's style says `inside`."""
        p = self._part.paragraphs[paragraph.source.first - 1]
        looks = self._inside(inside)
        properties = child_of(p, _P_PR)
        found = looks.paragraph(properties, self._part.spelling(properties))
        mark = self._face(found.style, None if properties is None else child_of(properties, _R_PR), looks)
        faces = tuple(
            [
                mark if atom.run is None else self._face(found.style, child_of(atom.run, _R_PR), looks)
                for atom in self._part.atoms(p)
            ]
        )
        return CellText(paragraph, faces, mark, *self._place(found, max([face.size for face in faces] or [mark.size])))

    def _face(self, style: Style, properties: etree._Element | None, looks: Looks) -> Face:
        """What a run is set in; each way of saying it is worked out once."""
        spelled = self._part.spelling(properties)
        key = (id(looks), style.id, key_of(properties, spelled))
        found = self._faces.get(key)
        if found is None:
            found = self._faces[key] = _face(style, properties, looks)
        return found

    def _place(self, found: Format, size: Emu) -> _Place:
        """Where a paragraph of that format with characters of that size stands; formats are kept, so are their ids."""
        key = (id(found), size)
        place = self._places.get(key)
        if place is None:
            place = self._places[key] = _place_of(found, size)
        return place

    def _inside(self, inside: tuple[ParagraphFormat, Character]) -> Looks:
        """Looks within one conditional format; the pair itself is kept, so that its identity stays the same."""
        known = self._looks.get(id(inside))
        if known is None:
            known = self._looks[id(inside)] = (inside, Looks(self._styles.over(*inside), self._numbering))
        return known[1]


def _face(style: Style, properties: etree._Element | None, looks: Looks) -> Face:
    character = looks.characters(style, properties)[0]
    fonts = properties.find(_FONTS) if properties is not None else None
    color = character.color if character.color and character.color != "AUTO" else "000000"
    font = "" if fonts is None else fonts.get(_EAST_ASIA, "")
    slant = properties.find(_ITALIC) if properties is not None else None
    slanted = slant is not None and slant.get(VAL, "1") in _ON
    return Face(font, character.size or DEFAULT_SIZE, bool(character.bold), color, slanted)


class _Place(NamedTuple):
    """What `CellText` has besides words and faces, in its order."""

    align: Align
    left: Emu
    right: Emu
    first: Emu
    before: Emu
    after: Emu
    rule: LineRule
    line: float
    listed: tuple[str, int] | None


def _place_of(found: Format, size: Emu) -> _Place:
    look = found.paragraph
    hanging = _indent(look.indent, ("hanging",), size)
    rule, line = _pitch(look.spacing)
    return _Place(
        look.align or Align.LEFT,
        left=_indent(look.indent, ("left", "start"), size),
        right=_indent(look.indent, ("right", "end"), size),
        first=Emu(-hanging) if hanging else _indent(look.indent, ("firstLine",), size),
        before=_gap(look.spacing, "before"),
        after=_gap(look.spacing, "after"),
        rule=rule,
        line=line,
        listed=None if found.num_id is None else (found.num_id, found.level),
    )


def _indent(indent: Mapping[str, str], names: Sequence[str], size: Emu) -> Emu:
    """A count of characters beats a length unless it is zero, as in Word."""
    for name in names:
        count = whole(indent.get(name + "Chars"))
        if count:
            return Emu(round(size * count / 100))
    for name in names:
        distance = length(indent.get(name))
        if distance is not None:
            return distance
    return Emu(0)


def _gap(spacing: Mapping[str, str], side: str) -> Emu:
    if spacing.get(side + "Autospacing") in _ON:
        return AUTOMATIC
    said = length(spacing.get(side))
    lines = whole(spacing.get(side + "Lines"))
    if lines and not said:
        said = Pt(lines / 100 * 12)
    return max(said or Emu(0), Emu(0))


def _pitch(spacing: Mapping[str, str]) -> tuple[LineRule, float]:
    rule = _RULES.get(spacing.get("lineRule", ""), LineRule.AUTO)
    if rule is not LineRule.AUTO:
        return rule, abs(length(spacing.get("line")) or 0)
    parts = whole(spacing.get("line"))
    return rule, abs(parts) / SINGLE if parts else 1.0
