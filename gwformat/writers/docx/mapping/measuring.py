"""A paragraph as it looks before and after the mapping comes in, what its lines are made of goes out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from typing import NamedTuple

from lxml import etree

from gwformat.expressions import expression
from gwformat.fonts.advances import Advances
from gwformat.layout.lines import Tabs
from gwformat.layout.programs import LibreOffice, Room, Word, latin_in_libreoffice
from gwformat.layout.tracking import Measured
from gwformat.model import OBJECT
from gwformat.ooxml.drawn_sizes import VML_SHAPES, room_on_line, size_of
from gwformat.ooxml.effective import Formatting, Length, LineRule, ParagraphLook, RunLook, SectionLook
from gwformat.ooxml.inline import Atom, AtomKind, atoms
from gwformat.ooxml.names import WP, local, w
from gwformat.ooxml.values import length
from gwformat.text.scripts import is_western
from gwformat.text.width import is_wide
from gwformat.units import Emu, Twips
from gwformat.writers.docx.oxml import RPR, Element, child

_BOUND = 20  # tracking of more than a twentieth of the size is seen: 0.8 pt for 三号
_RAISED = 0.58  # size of superscripts, as Word and LibreOffice set them
_WORD = expression("[ -~\u00a0-\u1fff]+")
_NARROW = 60  # per cent of an em: no wider is a digit, on the average
_QUARTER = 4  # Word sets a quarter of an em between Han and Latin
_TWIP = Twips(1)
_ANCHOR = f"{{{WP}}}anchor"
_PLACED = frozenset((_ANCHOR, f"{{{WP}}}inline", *VML_SHAPES))
_FIELD, _CONTROL = w("fldChar"), w("sdt")
_CELL, _TABLE, _SIDES = w("tc"), w("tbl"), (("left", "start"), ("right", "end"))
_CELL_MARGIN = Twips(108)  # 17.4.42: where nothing is said of the sides of a cell
_SQUEEZES = "软件挤压标点，断行由软件定"
_LISTED = "自动编号的宽度由软件定"
_BOXED = "文本框或图文框里的文字"
_COLUMNS = "分栏或竖排"
_WIDTH_UNKNOWN = "表格列宽由软件定"
_TAB_STOPS = "自设的制表位"
_OBJECTS = "行内有对象，宽度按估计"
_CONTROLS = "行内有内容控件"
_LACKING = "字体里没有的字，宽度由软件另选的字体定"
_PLACEHOLDER = re.compile("%[1-9]")
_DIGITS = ("decimal", "decimalZero", "bullet", "lowerLetter", "upperLetter")


@dataclass(frozen=True, slots=True)
class Taken:
    """A paragraph ready to be broken into lines; `reason` says why its lines are not certain, "" if they are.

    `measured` is None where they cannot be worked out at all; `tracking` is what each character has already, in twips.
    """

    measured: Measured | None
    reason: str = ""
    tracking: Sequence[int] = ()


class Measuring:
    """Measures the paragraphs of one part."""

    def __init__(self, before: Formatting, after: Formatting, advances: Advances) -> None:
        self._before = before
        self._after = after
        self._advances = advances

    def of(self, part: str, number: int, paragraph: Element) -> Taken | None:
        """A paragraph in both fonts; None if both set it alike."""
        leaves = atoms(paragraph)
        was, now = self._before.part(part), self._after.part(part)
        if not leaves or was is None or now is None:
            return None
        # By character: runs may have been split meanwhile.
        old = [(leaf, look) for leaf, look in zip(leaves, was.runs(number), strict=True) for _ in leaf.text]
        new = [look for leaf, look in zip(now.atoms(number), now.runs(number), strict=True) for _ in leaf.text]
        pairs = {(id(one), id(other)): (one, other) for (_, one), other in zip(old, new, strict=True)}
        if all(_same(one, other) for one, other in pairs.values()):
            return None
        text = "".join(leaf.text for leaf in leaves)
        look = _behind_label(was.paragraph(number), was.first_size(number))
        section = self._section(part, number)
        cell = section.grid.char_pitch(self._before.default_size) if look.snap_to_grid else None
        added = 0 if cell is None else cell - self._before.default_size
        places = [_Place(*one, char, other) for char, one, other in zip(text, old, new, strict=True)]
        width, reason = _width_of_column(paragraph, look, section)
        widths = _Widths(self._advances, added)
        word, office = self._programs(text, look, places, widths, width or 0)
        if word.before == word.after and office.before == office.after:
            return None
        if width is None:
            return Taken(None, reason)
        bounds = [round(place.old.size.twips / _BOUND) if place.leaf.kind is AtomKind.TEXT else 0 for place in places]
        different = _different(text, word.before, word.after)
        measured = Measured(text, bounds, different, (word, office))
        tracking = [place.old.tracking.twips for place in places]
        reason = reason or self._doubt(text, look) or (_LACKING if widths.lacking else "")
        if not reason and next(paragraph.iter(_CONTROL), None) is not None:
            reason = _CONTROLS
        return Taken(measured, reason, tracking)

    def in_libreoffice(self, part: str, number: int, paragraph: Element) -> LibreOffice | None:
        """A paragraph as LibreOffice sets it after the mapping; None if it is empty or its width is not known."""
        leaves, looks = atoms(paragraph), self._after.part(part)
        if not leaves or looks is None:
            return None
        look, runs = _behind_label(looks.paragraph(number), looks.first_size(number)), looks.runs(number)
        width, _ = _width_of_column(paragraph, look, self._section(part, number))
        if width is None:
            return None
        places = [_Place(leaf, run, char, run) for leaf, run in zip(leaves, runs, strict=True) for char in leaf.text]
        text = "".join(place.char for place in places)
        return self._programs(text, look, places, _Widths(self._advances, 0), width)[1]

    def height_changes(self, part: str, number: int) -> bool:
        """Whether the height of a paragraph's lines depends on the font."""
        looks = self._before.part(part)
        return looks is not None and looks.paragraph(number).line.rule is not LineRule.EXACT

    def _section(self, part: str, number: int) -> SectionLook:
        main = self._before.part(part) is self._before.main
        return self._before.section_of(number) if main else self._before.sections[0]

    def _doubt(self, text: str, look: ParagraphLook) -> str:
        spaced = look.overflow_punct and (look.auto_space_de or look.auto_space_dn)
        if self._before.settings.spacing_control != "doNotCompress" or spaced:
            return _SQUEEZES
        if "\t" in text and look.tabs:
            return _TAB_STOPS
        return _OBJECTS if OBJECT in text else ""

    def _programs(
        self, text: str, look: ParagraphLook, places: Sequence[_Place], widths: _Widths, width: int
    ) -> tuple[Word, LibreOffice]:
        spaced = _spaced(text, look, places)
        tab = self._before.settings.default_tab if "\t" in text else None
        word = self._word(text, _room(look, width, tab, widths.added, counted=True), places, widths, spaced)
        room = _room(look, width, tab, widths.added, counted=False)
        return word, self._libreoffice(text, room, places, widths, spaced)

    def _word(self, text: str, room: Room, places: Sequence[_Place], widths: _Widths, spaced: Sequence[int]) -> Word:
        before, after = (
            [widths.of(place, look) + more for place, look, more in zip(places, looks, spaced, strict=True)]
            for looks in ([place.old for place in places], [place.new for place in places])
        )
        return Word(text, room, before, after, is_western(text))

    def _libreoffice(
        self, text: str, room: Room, places: Sequence[_Place], widths: _Widths, spaced: Sequence[int]
    ) -> LibreOffice:
        latin = latin_in_libreoffice(text)
        parts = [
            one != other or (place.leaf is not following.leaf and _is_apart(place, following))
            for (one, other), (place, following) in zip(pairwise(latin), pairwise(places), strict=True)
        ]
        before, after = (
            [
                widths.of(place, look, western=western) + more
                for place, look, western, more in zip(places, looks, latin, spaced, strict=True)
            ]
            for looks in ([place.old for place in places], [place.new for place in places])
        )
        tracking = [place.old.tracking.twips for place in places]
        anew = [
            part or (place.new is not following.new and place.new != following.new)
            for part, (place, following) in zip(parts, pairwise(places), strict=True)
        ]
        return LibreOffice(text, room, before, after, latin, (*parts, True), tracking, parts_after=(*anew, True))


class _Widths:
    """How wide the characters of one paragraph are, each found once; `added` is what the grid adds.

    `lacking` tells whether a font has not all of them.
    """

    def __init__(self, advances: Advances, added: int) -> None:
        self.added = added
        self.lacking = False
        self._advances = advances
        self._known: dict[tuple[int, str, bool | None], int] = {}

    def of(self, place: _Place, look: RunLook, *, western: bool | None = None) -> int:
        """Its width in EMU as Word sets it, or as LibreOffice does as a `western` or a Chinese character."""
        if place.leaf.kind is AtomKind.OBJECT:
            return _object_width(place.leaf.node)
        key = (id(look), place.char, western)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._found(place.char, look, western)
        return found

    def _found(self, char: str, look: RunLook, western: bool | None) -> int:
        if char in "\t\n" or look.vanish:
            return 0
        said = look.font_of(char) if western is None else look.ascii if western else look.east_asia
        em = look.size * look.scale / 100 * (_RAISED if look.vert_align else 1)
        width = self._advances.of(said.name, char)
        self.lacking = self.lacking or (char.isprintable() and self._advances.is_lacking(said.name, char))
        return round(width * em) + self.added + (look.tracking if western is None else 0) if width else 0


class _Place(NamedTuple):
    """One character, the leaf it stands in, and its look before and after."""

    leaf: Atom
    old: RunLook
    char: str
    new: RunLook


def _is_apart(place: _Place, following: _Place) -> bool:
    """Whether LibreOffice sets the leaves of two characters as two stretches: it makes one of runs that say the same.

    Links, content controls and fields begin a stretch even where nothing looks different.
    """
    one, other = place.leaf.run, following.leaf.run
    if place.old != following.old or one is None or other is None:
        return True
    if one is other:
        return AtomKind.OBJECT in (place.leaf.kind, following.leaf.kind)
    if one.getparent() is not other.getparent() or _properties(one) != _properties(other):
        return True
    between = takewhile(lambda node: node is not other, one.itersiblings())
    return any(child(node, _FIELD) is not None for node in between)


def _properties(run: Element) -> bytes:
    said = child(run, RPR)
    return b"" if said is None else etree.tostring(said, with_tail=False)


def _room(look: ParagraphLook, width: int, tab: Emu | None, added: int, *, counted: bool) -> Room:
    """The room of the lines; Word counts indents in characters where the file does, LibreOffice takes their lengths."""
    first, hanging, left, right = (
        length.emu if counted or length.said is None else length.said
        for length in (look.first_line, look.hanging, look.left, look.right)
    )
    shift = first - hanging + (round((look.first_line.count or 0) * added) if counted else 0)
    rest = width - left - right
    return Room(rest - shift, rest, None if tab is None else Tabs(tab, left + shift, left))


def _behind_label(look: ParagraphLook, size: Emu) -> ParagraphLook:
    """A paragraph whose number stands in its hanging indent for sure, as it is without: the text begins at the left."""
    listed = look.numbering
    if listed is None or not listed.pattern or listed.suffix != "tab":
        return look
    number = "00" if listed.number_format in _DIGITS else "〇〇〇"
    label = _PLACEHOLDER.sub(number, listed.pattern)
    width = sum(size if is_wide(char) or not char.isascii() else size * _NARROW // 100 for char in label)
    if width >= look.hanging.emu:
        return look
    return replace(look, numbering=None, hanging=Length())


def _same(old: RunLook, new: RunLook) -> bool:
    return old.ascii == new.ascii and old.hansi == new.hansi and old.east_asia == new.east_asia and old.hint == new.hint


def _different(text: str, before: Sequence[int], after: Sequence[int]) -> list[bool]:
    """Whether a character stands in a word that has one the fonts set differently."""
    found = [one != other for one, other in zip(before, after, strict=True)]
    for word in _WORD.finditer(text):
        found[word.start() : word.end()] = [any(found[word.start() : word.end()])] * len(word[0])
    return found


def _spaced(text: str, look: ParagraphLook, places: Sequence[_Place]) -> list[int]:
    """What Word adds between Han and Latin or digits, after each character."""
    added = [0] * len(text)
    if not (look.auto_space_de or look.auto_space_dn):
        return added
    for place, (one, other) in enumerate(pairwise(text)):
        for narrow, wide in ((one, other), (other, one)):
            wanted = look.auto_space_dn if narrow.isdigit() else look.auto_space_de
            if wanted and narrow.isascii() and narrow.isalnum() and is_wide(wide) and wide.isalpha():
                added[place] = places[place].old.size // _QUARTER
    return added


def _object_width(node: Element) -> int:
    """The width of what stands in the line; 0 for what floats."""
    pieces = tuple(node.iter("*"))
    holder = next((piece for piece in pieces if piece.tag in _PLACED), node)
    if holder.tag == _ANCHOR or "position:absolute" in holder.get("style", "").replace(" ", ""):
        return 0
    size = room_on_line(pieces, size_of(node, pieces))
    return 0 if size is None else max(size[0], 0)


def _width_of_column(paragraph: Element, look: ParagraphLook, section: SectionLook) -> tuple[Emu | None, str]:
    """The width of the column a paragraph stands in, and why it is not known."""
    if look.in_text_box or look.frame is not None:
        return None, _BOXED
    if look.numbering is not None and look.numbering.pattern:
        return None, _LISTED
    if section.columns > 1 or section.text_direction != "lrTb":
        return None, _COLUMNS
    if not look.in_table:
        return section.text_width, ""
    width = _cell_width(paragraph)
    return width, "" if width is not None else _WIDTH_UNKNOWN


def _cell_width(paragraph: Element) -> Emu | None:
    cell = next(paragraph.iterancestors(_CELL), None)
    said = None if cell is None else cell.find(f"{w('tcPr')}/{w('tcW')}")
    table = next(paragraph.iterancestors(_TABLE), None)
    if cell is None or table is None or said is None or said.get(w("type"), "dxa") != "dxa":
        return None
    width = length(said.get(w("w")), _TWIP)
    if not width:
        return None
    own, common = cell.find(f"{w('tcPr')}/{w('tcMar')}"), table.find(f"{w('tblPr')}/{w('tblCellMar')}")
    return Emu(width - sum(_margin(names, own, common) for names in _SIDES))


def _margin(names: Sequence[str], *margins: Element | None) -> int:
    for said in margins:
        for side in said if said is not None else ():
            if local(side.tag) in names:
                found = length(side.get(w("w")), _TWIP)
                return found if found is not None else _CELL_MARGIN
    return _CELL_MARGIN
