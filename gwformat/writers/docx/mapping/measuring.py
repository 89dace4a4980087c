"""A paragraph as it looks before and after the mapping comes in, what its lines are made of goes out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from lxml import etree

from gwformat.expressions import expression
from gwformat.fonts.advances import Advances
from gwformat.layout.libreoffice import LibreOffice, latin_in_libreoffice
from gwformat.layout.lines import Tabs
from gwformat.layout.room import Room
from gwformat.layout.tracking import Measured
from gwformat.layout.word import Word
from gwformat.model import OBJECT
from gwformat.ooxml.effective import Formatting, Length, ParagraphLook, PartLooks, RunLook
from gwformat.ooxml.inline import AtomKind
from gwformat.ooxml.names import w
from gwformat.text.scripts import is_western
from gwformat.text.width import is_wide
from gwformat.units import Emu
from gwformat.values import dataclass
from gwformat.writers.docx.mapping.columns import column_of, sections_of
from gwformat.writers.docx.mapping.widths import Place, Widths
from gwformat.writers.docx.oxml import RPR, Element, child

_BOUND = 20  # tracking of more than a twentieth of the size is seen: 0.8 pt for 三号
_WORD = expression("[ -~\u00a0-\u1fff]+")
_NARROW = 60  # per cent of an em: no wider is a digit, on the average
_QUARTER = 4  # Word sets a quarter of an em between Han and Latin
_FIELD, _CONTROL = w("fldChar"), w("sdt")
_SQUEEZES = "软件挤压标点，断行由软件定"
_TAB_STOPS = "自设的制表位"
_OBJECTS = "行内有对象，宽度按估计"
_CONTROLS = "行内有内容控件"
_PARTED = "一行排不下的西文单词，从哪里断开由软件定"
_COMPLEX = "从右到左或上下组合的文字，宽度由软件定"
_LACKING = "字体里没有的字，宽度由软件另选的字体定"
_SHAPED = expression("[\u0590-\u109f\u1200-\u137f\u1780-\u18af\ufb1d-\ufdff\ufe70-\ufefc]")  # letter by letter
_PLACEHOLDER = re.compile("%[1-9]")
_ALIGNED = ("left", "start", "center", "right", "end", "decimal")
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
        was, now = self._before.part(part), self._after.part(part)
        if was is None or now is None:
            return None
        places = _places(was, now, number)
        pairs = {(id(place.old), id(place.new)): place for place in places}
        if all(_same(place.old, place.new) for place in pairs.values()):
            return None
        text = "".join(place.char for place in places)
        look = _behind_label(was.paragraph(number), was.first_size(number))
        sections = sections_of(self._before, part, number)
        cell = sections[0].grid.char_pitch(self._before.default_size) if look.snap_to_grid else None
        added = 0 if cell is None else cell - self._before.default_size
        column = column_of(paragraph, look, sections)
        widths = Widths(self._advances, added)
        word, office = self._programs(text, look, places, widths, column.width or column.apart or 0)
        if word.before == word.after and office.before == office.after and not widths.lacking:
            return None
        if _is_one_line(word, look) and _is_one_line(office, look):
            return None
        shaped = _SHAPED.search(text) is not None  # tracking would tear joined letters
        if column.width is None or shaped:
            return Taken(None, _COMPLEX if shaped else column.reason)
        bounds = [round(place.old.size.twips / _BOUND) if place.leaf.kind is AtomKind.TEXT else 0 for place in places]
        different = _different(text, word.before, word.after)
        measured = Measured(text, bounds, different, (word, office))
        tracking = [place.old.tracking.twips for place in places]
        controlled = next(paragraph.iter(_CONTROL), None) is not None
        reason = (
            column.reason
            or self._doubt(text, look)
            or (_LACKING if widths.lacking else "")
            or (_CONTROLS if controlled else "")
            or (_PARTED if office.parts_words else "")
        )
        return Taken(measured, reason, tracking)

    def in_libreoffice(self, part: str, number: int, paragraph: Element) -> LibreOffice | None:
        """A paragraph as LibreOffice sets it after the mapping; None if it is empty or its width is not known."""
        looks = self._after.part(part)
        leaves = () if looks is None else looks.atoms(number)
        if looks is None or not leaves:
            return None
        look, runs = _behind_label(looks.paragraph(number), looks.first_size(number)), looks.runs(number)
        width = column_of(paragraph, look, sections_of(self._after, part, number)).width
        if width is None:
            return None
        places = [Place(leaf, run, char, run) for leaf, run in zip(leaves, runs, strict=True) for char in leaf.text]
        text = "".join(place.char for place in places)
        return self._programs(text, look, places, Widths(self._advances, 0), width)[1]

    def _doubt(self, text: str, look: ParagraphLook) -> str:
        spaced = look.overflow_punct and (look.auto_space_de or look.auto_space_dn)
        if self._before.settings.spacing_control != "doNotCompress" or spaced:
            return _SQUEEZES
        if "\t" in text and look.tabs:
            return _TAB_STOPS
        return _OBJECTS if OBJECT in text else ""

    def _programs(
        self, text: str, look: ParagraphLook, places: Sequence[Place], widths: Widths, width: int
    ) -> tuple[Word, LibreOffice]:
        spaced = _spaced(text, look, places)
        tab = self._before.settings.default_tab if "\t" in text else None
        word = self._word(
            text, _room(look, width, tab, widths.added, counted=True), places, widths, spaced, parted=not look.word_wrap
        )
        room = _room(look, width, tab, widths.added, counted=False)
        return word, self._libreoffice(text, room, places, widths, spaced)

    def _word(
        self, text: str, room: Room, places: Sequence[Place], widths: Widths, spaced: Sequence[int], *, parted: bool
    ) -> Word:
        before, after = (
            [widths.of(place, look) + more for place, look, more in zip(places, looks, spaced, strict=True)]
            for looks in ([place.old for place in places], [place.new for place in places])
        )
        return Word(text, room, before, after, is_western(text), parted)

    def _libreoffice(
        self, text: str, room: Room, places: Sequence[Place], widths: Widths, spaced: Sequence[int]
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
        western = [one and not place.new.eastern for one, place in zip(latin, places, strict=True)]
        return LibreOffice(text, room, before, after, western, (*parts, True), tracking, parts_after=(*anew, True))


def _places(was: PartLooks, now: PartLooks, number: int) -> list[Place]:
    """Every character of a paragraph with its look before and after, one by one: runs may have been split meanwhile."""
    old = [(leaf, look) for leaf, look in zip(was.atoms(number), was.runs(number), strict=True) for _ in leaf.text]
    new = [look for leaf, look in zip(now.atoms(number), now.runs(number), strict=True) for _ in leaf.text]
    text = (char for leaf in was.atoms(number) for char in leaf.text)
    return [Place(leaf, one, char, other) for char, (leaf, one), other in zip(text, old, new, strict=True)]


def _is_apart(place: Place, following: Place) -> bool:
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


def _is_one_line(program: Word | LibreOffice, look: ParagraphLook) -> bool:
    """Whether the words fill less than half of the line, or of the room between two tab stops, in either font.

    Then they stay on it, whatever the software squeezes, and whatever sets characters the font lacks.
    """
    text, room = program.text, program.room
    if "\n" in text or OBJECT in text:
        return False
    most = 2 * max(sum(program.before), sum(program.after))
    if "\t" not in text or room.tabs is None:
        return most <= room.first
    begin = room.tabs.begin(0)
    stops = [begin, *(tab.position for tab in look.tabs if tab.position > begin and tab.align in _ALIGNED)]
    gaps = [other - one for one, other in pairwise(stops)]
    return text.count("\t") < len(stops) and stops[-1] <= begin + room.first and most <= min(gaps)


def _same(old: RunLook, new: RunLook) -> bool:
    if old.complex_script and old.cs != new.cs:
        return False
    return old.ascii == new.ascii and old.hansi == new.hansi and old.east_asia == new.east_asia and old.hint == new.hint


def _different(text: str, before: Sequence[int], after: Sequence[int]) -> list[bool]:
    """Whether a character stands in a word that has one the fonts set differently."""
    found = [one != other for one, other in zip(before, after, strict=True)]
    for word in _WORD.finditer(text):
        found[word.start() : word.end()] = [any(found[word.start() : word.end()])] * len(word[0])
    return found


def _spaced(text: str, look: ParagraphLook, places: Sequence[Place]) -> list[int]:
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
