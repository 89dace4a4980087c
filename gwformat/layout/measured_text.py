"""A passage and how it is set come in; its text goes out measured: the style of every stretch, what every
character takes, and the objects and notes that stand among them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from gwformat.layout.advances import Style, advances, faced, raised, style_of
from gwformat.layout.boxes import RAISED_SIZE
from gwformat.layout.lines import Tabs
from gwformat.layout.objects import InText, in_text
from gwformat.model import Carrier, CarrierKind, Note
from gwformat.setting.paragraph import Set
from gwformat.setting.passages import Passage, stretches_of
from gwformat.setting.setting import Setting
from gwformat.setting.typefaces import Typeface
from gwformat.text.characters import SOFT_HYPHEN
from gwformat.text.scripts import APOSTROPHE, TOKENS, in_western_face, is_western
from gwformat.units import Emu

_CLOSING = "）"
_NOTES = (CarrierKind.FOOTNOTE, CarrierKind.ENDNOTE)


class MeasuredText:
    """The text of a passage in a column `width` wide; where its runs have looks of their own, `faces` are these.

    A tab and the soft hyphen at the end of a line have their advance only once the line is drawn.
    """

    def __init__(
        self, passage: Passage, how: Set, setting: Setting, width: Emu, faces: Sequence[Typeface] = ()
    ) -> None:
        self.passage, self.how, self.setting, self.width = passage, how, setting, width
        self.stretches = stretches_of(passage, setting)
        self.text = "".join(stretch.run.text for stretch in self.stretches)
        self.western = is_western(self.text)
        self.starts = [0, *accumulate(len(stretch.run.text) for stretch in self.stretches)]
        if faces:
            self.styles = [faced(stretch, how, face) for stretch, face in zip(self.stretches, faces, strict=True)]
        else:
            self.styles = [style_of(stretch, how, setting) for stretch in self.stretches]
        self.certain = True  # False where the room of something in it is not known
        self.objects: dict[int, InText] = {}
        self.notes: dict[int, Note] = {}
        self.at_foot: list[int] = []  # the places of those that belong at the foot of the page
        self.tabs: Tabs | None = None
        if "\t" in self.text:
            left = how.indents.left
            self.tabs = Tabs(setting.tab_stops, left + how.indents.first_line, left, how.stops)
        self.advances = self._measure()

    def _measure(self) -> list[int]:
        found: list[int] = []
        for stretch, style in zip(self.stretches, self.styles, strict=True):
            if stretch.run.carrier is not None:
                found.append(self._measure_object(stretch.run.carrier, len(found), style))
                continue
            table = advances(self.setting, style, self.western)
            found.extend(map(table.__getitem__, stretch.run.text))
        if not self.western and "’" in self.text:
            for mark in APOSTROPHE.finditer(self.text):
                found[mark.start()] = advances(self.setting, self.style_at(mark.start()), True)["’"]
        return found

    def _measure_object(self, carrier: Carrier, place: int, style: Style) -> int:
        if carrier.kind in _NOTES:
            return self._measure_note(carrier, place, style)
        thing = self.objects[place] = in_text(carrier, self.how, self.setting, self.width)
        self.certain = self.certain and thing.certain
        return thing.width

    def _measure_note(self, carrier: Carrier, place: int, style: Style) -> int:
        """The number of a note is raised."""
        note = carrier.note
        if note is None:
            self.certain = False
            return round(self.how.size * RAISED_SIZE / 2)
        self.notes[place] = note
        if carrier.kind is CarrierKind.FOOTNOTE:
            self.at_foot.append(place)
        self.certain = self.certain and note.certain
        return sum(map(advances(self.setting, raised(style)).__getitem__, note.label))

    def to_break(self) -> str:
        """The number of a note begins no line, like the marks that close; an apostrophe is no quotation mark."""
        text = APOSTROPHE.sub("'", self.text) if "’" in self.text else self.text
        if not self.notes:
            return text
        return "".join(_CLOSING if place in self.notes else char for place, char in enumerate(text))

    def page_ends(self) -> list[int]:
        """The places after inline page breaks."""
        ends, place = [], 0
        for stretch in self.stretches:
            place += len(stretch.run.text)
            if stretch.run.breaks_page:
                ends.append(place)
        return ends

    def style_at(self, place: int) -> Style:
        """What the character at `place` is set in."""
        return self.styles[bisect_right(self.starts, place) - 1]

    @cached_property
    def hyphen(self) -> int:
        """The width of a soft hyphen that ends a line."""
        place = self.text.find(SOFT_HYPHEN)
        return 0 if place < 0 else advances(self.setting, self.style_at(place), self.western)["-"]

    def is_word(self, place: int) -> bool:
        """Whether a word of the Western face begins at `place`; spaces are none."""
        return self.text[place] != " " and in_western_face(self.text[place], self.western)

    def tokens(self, start: int, end: int) -> Iterator[tuple[int, int, Style]]:
        """Stretches of one face within `start` and `end`; what ends a line or page by force is not shown."""
        for number in range(max(bisect_right(self.starts, start) - 1, 0), len(self.stretches)):
            stretch, style, begin = self.stretches[number], self.styles[number], self.starts[number]
            if begin >= end:
                return
            place = begin + len(stretch.run.text)
            first, last = max(begin, start), min(place, end)
            if first >= last or (stretch.run.carrier is not None and not self._is_shown(first)):
                continue
            for found in TOKENS[self.western].finditer(self.text, first, last):
                if found[0] != "\n":
                    yield from self._between_tabs(found.start(), found.end() - found[0].endswith("\n"), style)

    def _is_shown(self, place: int) -> bool:
        note = self.notes.get(place)
        return place in self.objects or bool(note and note.label)

    def _between_tabs(self, start: int, end: int, style: Style) -> Iterator[tuple[int, int, Style]]:
        """A stretch without its tabs, and each of them by itself: only so does it keep its room."""
        while (tab := self.text.find("\t", start, end)) >= 0:
            if start < tab:
                yield start, tab, style
            yield tab, tab + 1, style
            start = tab + 1
        if start < end:
            yield start, end, style
