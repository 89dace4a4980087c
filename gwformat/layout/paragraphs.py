"""A passage and how it is set come in; its lines go out, each with its glyphs placed from the sheet's left edge."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from gwformat.layout.boxes import RAISED_SIZE, Glyphs, Span
from gwformat.layout.lines import Break, Tabs, break_lines
from gwformat.layout.objects import InText, Picture, in_text, stand
from gwformat.layout.rows import RowBox
from gwformat.model import OBJECT, Align, Block, Carrier, CarrierKind, Emphasis, Note, Role, Source
from gwformat.profiles.schema import Slot
from gwformat.quick import quick
from gwformat.setting.notes import note_set
from gwformat.setting.paragraph import Set
from gwformat.setting.passages import Passage, Stretch, stretches_of
from gwformat.setting.setting import Setting
from gwformat.setting.typefaces import Typeface
from gwformat.text.characters import SOFT_HYPHEN
from gwformat.text.scripts import APOSTROPHE, TOKENS, in_western_face, is_western
from gwformat.units import Emu

if TYPE_CHECKING:
    from gwformat.layout.grid import Grid

_NARROWEST = 0.6  # of a formula's words on one line
_CLOSING = "）"
_NOTES = (CarrierKind.FOOTNOTE, CarrierKind.ENDNOTE)


@quick
@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of a passage; `height` is its pitch, or what a picture in it needs.

    The characters stand in the middle of an exact pitch, and at the foot of one that is a minimum, with so much
    `below` them as a formula needs.

    A row of a table is a line without glyphs of its own: `row` is what stands in it.
    """

    glyphs: tuple[Glyphs, ...]
    x: Emu
    width: Emu
    height: Emu
    spans: tuple[Span, ...] = ()
    pictures: tuple[Picture, ...] = ()
    floats: tuple[tuple[Carrier, Emu], ...] = ()  # graphics that are not in the line, with the place of the anchor
    below: Emu | None = None
    formulas: int = 0  # shown as words on one line
    lost: int = 0  # objects of which nothing can be shown
    ends_page: bool = False
    notes: tuple[Laid, ...] = ()  # paragraphs that belong at the foot of the page
    row: RowBox | None = None


@quick
@dataclass(frozen=True, slots=True)
class Laid:
    """A passage broken into lines."""

    set: Set
    lines: tuple[TextLine, ...]
    source: Source | None
    certain: bool = True  # False where the room of a carrier is not known
    headers: tuple[TextLine, ...] = ()  # the rows of a table that are repeated on every page
    grid: Grid | None = None  # the table itself
    parted: bool = False  # its last line alone goes to the page of what follows, however short it is

    @property
    def role(self) -> Role:
        """The role of the passage."""
        return self.set.role


class _Style(NamedTuple):
    """What one stretch is set in."""

    slot: Slot
    size: Emu
    tracking: Emu
    scale: int
    color: str
    bold: bool
    emphasis: frozenset[Emphasis]
    lead: Role | None
    throughout: bool = False


class _Advances(dict[str, int]):
    """Advance of each character in one style, in EMU; measured once."""

    def __init__(self, setting: Setting, style: _Style, western: bool) -> None:
        super().__init__()
        self.fonts, self.style, self.western = setting.fonts, style, western
        raised = style.emphasis & {Emphasis.SUPERSCRIPT, Emphasis.SUBSCRIPT}
        self.em = style.size * style.scale / 100 * (RAISED_SIZE if raised else 1)

    def __missing__(self, char: str) -> int:
        slot, throughout = self.style.slot, self.style.throughout
        em = 0.0 if char in (OBJECT, SOFT_HYPHEN) else self.fonts.advance(char, slot, self.western, throughout)
        tracking = self.style.tracking if em else 0
        width = self[char] = round(em * self.em) + tracking
        return width


@lru_cache(maxsize=256)
def _advances(setting: Setting, style: _Style, western: bool = False) -> _Advances:
    return _Advances(setting, style, western)


def lay(
    passage: Passage,
    how: Set,
    setting: Setting,
    left: Emu,
    width: Emu,
    *,
    outline: bool = False,
    faces: Sequence[Typeface] = (),
    spans: tuple[Span, ...] | None = None,
) -> Laid:
    """The lines of `passage` in a column `width` wide whose left edge is at `left`.

    Where its runs have looks of their own, `faces` gives one for each that has words; where it is no passage of the
    document, `spans` are what each of its lines shows. In an `outline` a line is one
    stretch of text: enough to know where lines and pages end, and much faster.
    """
    return _Paragraph(passage, how, setting, left, width, outline, faces, spans).laid()


def lay_note(note: Note, setting: Setting, left: Emu, width: Emu, *, outline: bool) -> Iterator[Laid]:
    """The paragraphs of a footnote or an endnote, of no block of the document; a page break in one is ignored."""
    how = note_set(setting)
    for paragraph in note.paragraphs:
        runs = tuple(run for run in paragraph.runs if not run.breaks_page)
        passage = Passage((Block(how.role, runs, source=paragraph.source),))
        yield lay(passage, how, setting, left, width, outline=outline, spans=())


class _Paragraph:
    """One passage while it is broken: its text, the style of every stretch, the advance of every character."""

    def __init__(
        self,
        passage: Passage,
        how: Set,
        setting: Setting,
        left: Emu,
        width: Emu,
        outline: bool,
        faces: Sequence[Typeface],
        spans: tuple[Span, ...] | None,
    ) -> None:
        self.spans = spans
        self.passage, self.how, self.setting, self.outline = passage, how, setting, outline
        self.stretches = stretches_of(passage, setting)
        self.text = "".join(stretch.run.text for stretch in self.stretches)
        self.western = is_western(self.text)
        self.starts = [0, *accumulate(len(stretch.run.text) for stretch in self.stretches)]
        if faces:
            self.styles = [self._faced(*pair) for pair in zip(self.stretches, faces, strict=True)]
        else:
            self.styles = [self._style(stretch) for stretch in self.stretches]
        self.certain = True
        self.objects: dict[int, InText] = {}
        self.notes: dict[int, Note] = {}
        self.at_foot: list[int] = []  # the places of those that belong at the foot of the page
        self.left, self.width = left, width
        self.advances = self._measure()

    def _style(self, stretch: Stretch) -> _Style:
        how, slot, bold = self.how, self.how.slot, self.how.bold
        if stretch.lead is not None:
            lead = self.setting.spec(stretch.lead)
            slot, bold = lead.label_slot or lead.slot, bold or (lead.bold and lead.label_slot is None)
        look = (slot, how.size, how.tracking, how.scale, how.color, bold, stretch.run.emphasis, stretch.lead)
        return _Style(*look, how.throughout)

    def _faced(self, stretch: Stretch, face: Typeface) -> _Style:
        how, emphasis = self.how, stretch.run.emphasis
        return _Style(face.slot, face.size, how.tracking, how.scale, face.color, face.bold, emphasis, None)

    def _measure(self) -> list[int]:
        advances: list[int] = []
        for stretch, style in zip(self.stretches, self.styles, strict=True):
            if stretch.run.carrier is not None:
                advances.append(self._measure_object(stretch.run.carrier, len(advances), style))
                continue
            table = _advances(self.setting, style, self.western)
            advances.extend(map(table.__getitem__, stretch.run.text))
        if not self.western and "’" in self.text:
            for found in APOSTROPHE.finditer(self.text):
                style = self._style_at(found.start())
                advances[found.start()] = _advances(self.setting, style, True)["’"]
        return advances

    def _measure_object(self, carrier: Carrier, place: int, style: _Style) -> int:
        if carrier.kind in _NOTES:
            return self._measure_note(carrier, place, style)
        thing = self.objects[place] = in_text(carrier, self.how, self.setting, self.width)
        self.certain = self.certain and thing.certain
        return thing.width

    def _measure_note(self, carrier: Carrier, place: int, style: _Style) -> int:
        """The number of a note is raised."""
        note = carrier.note
        if note is None:
            self.certain = False
            return round(self.how.size * RAISED_SIZE / 2)
        self.notes[place] = note
        if carrier.kind is CarrierKind.FOOTNOTE:
            self.at_foot.append(place)
        self.certain = self.certain and note.certain
        return sum(map(_advances(self.setting, _raised(style)).__getitem__, note.label))

    def laid(self) -> Laid:
        """All lines; an empty passage has one."""
        ind, align = self.how.indents, self.how.align
        rest = Emu(self.width - ind.left - ind.right)
        first = Emu(rest - ind.first_line)
        tabs = None
        if "\t" in self.text:
            tabs = Tabs(self.setting.tab_stops, ind.left + ind.first_line, ind.left)
        page_ends = self._page_ends()
        text = self._text_to_break()
        lines: list[TextLine] = []
        start = 0
        for end in [*page_ends, len(self.text)]:
            if start == end and lines:
                continue
            part = text[start:end]
            advances = self.advances[start:end]
            rooms = (rest if lines else first, rest)
            western, parted = self.western, self.how.parts_words
            broken = break_lines(part, advances, *rooms, tabs, hyphen=self._hyphen, western=western, parted=parted)
            for number, line in enumerate(broken):
                is_first = not lines
                room = first if is_first else rest
                x = Emu(self.left + ind.left + (ind.first_line if is_first else 0))
                last = number == len(broken) - 1
                where = Break(line.start + start, line.end + start, line.visible + start, line.forced)
                stretched = align is Align.DISTRIBUTE or (align is Align.JUSTIFY and not (last or line.forced))
                lines.append(self._line(where, x, room, align, stretched, last and end in page_ends))
            start = end
        self.certain = self.certain and self._is_sure_of(len(lines), first, rest)
        source = self.passage.blocks[0].source
        return Laid(self.how, tuple(lines), source, self.certain)

    def _is_sure_of(self, count: int, first: Emu, rest: Emu) -> bool:
        """Whether there are so many lines however wide what is in doubt becomes."""
        doubtful = [(place, thing) for place, thing in self.objects.items() if thing.least < thing.most]
        if doubtful and self.how.least and count > 1 and any(thing.room is not None for _, thing in doubtful):
            return False  # its line is as high as a formula becomes
        for bound in ("least", "most") if doubtful else ():
            advances = list(self.advances)
            for place, thing in doubtful:
                advances[place] = getattr(thing, bound)
            if len(break_lines(self.text, advances, first, rest, western=self.western)) != count:
                return False
        return True

    def _text_to_break(self) -> str:
        """The number of a note begins no line, like the marks that close; an apostrophe is no quotation mark."""
        text = APOSTROPHE.sub("'", self.text) if "’" in self.text else self.text
        if not self.notes:
            return text
        return "".join(_CLOSING if place in self.notes else char for place, char in enumerate(text))

    def _page_ends(self) -> list[int]:
        """The places after inline page breaks."""
        ends, place = [], 0
        for stretch in self.stretches:
            place += len(stretch.run.text)
            if stretch.run.breaks_page:
                ends.append(place)
        return ends

    def _line(self, line: Break, x: Emu, room: Emu, align: Align, stretched: bool, ends_page: bool) -> TextLine:
        hyphenated = self._is_hyphenated(line)
        if self.outline and not self.objects:
            return self._outlined(line, x, room, align, stretched, ends_page)
        tokens = list(self._tokens(line.start, line.visible - hyphenated))
        if "\t" in self.text:
            self._set_tabs(line, x)
            stretched = stretched and self.text.find("\t", line.start, line.end) < 0
        natural = sum(self.advances[line.start : line.visible])
        extra = 0
        if stretched and natural < room:
            shown = [(start, end) for start, end, _ in tokens if start not in self.objects or self.objects[start].width]
            gaps = sum(1 if self._is_word(start) else end - start for start, end in shown) - 1
            extra = (room - natural) // gaps if gaps > 0 else 0
            natural = room if gaps > 0 else natural
        elif align in (Align.CENTER, Align.RIGHT):
            x = Emu(x + (room - natural) // (2 if align is Align.CENTER else 1))
        glyphs: list[Glyphs] = []
        standing: list[tuple[InText, Emu]] = []
        at = int(x)
        for start, end, style in [*tokens, *self._tokens(line.visible, line.end)]:
            if start in self.objects:
                thing = self.objects[start]
                if thing.words:
                    glyphs.append(self._words(thing, Emu(at), style))
                standing.append((thing, Emu(at)))
                at += thing.width + (extra if thing.width else 0)
                continue
            text = self.text[start:end]
            if start in self.notes:
                text, style = self.notes[start].label, _raised(style)
            word = self._is_word(start)
            width = sum(self.advances[start:end]) + (0 if word else extra * (end - start))
            drawn = self._glyphs(text, Emu(at), Emu(width), style, 0 if word else extra)
            if text == "\t" and self.how.number_at is not None:
                drawn = replace(drawn, family=self.setting.fonts.latin, leader=True)
            glyphs.append(drawn)
            at += width + (extra if word else 0)
        if hyphenated:
            end = x + natural - self._hyphen
            glyphs.append(self._glyphs(SOFT_HYPHEN, Emu(end), Emu(self._hyphen), self._style_at(line.visible - 1), 0))
        height, below, pictures = stand(self.how, standing)
        floats = tuple((thing.carrier, place) for thing, place in standing if thing.carrier.floating is not None)
        if height > self.how.pitch and not glyphs:
            self.certain = False  # below pictures alone on a line Word leaves room for descenders, LibreOffice none
        formulas = sum(thing.carrier.formula is not None for thing, _ in standing)
        spans = self._spans(line)
        notes = tuple(self._notes(line))
        lost = sum(thing.is_lost for thing, _ in standing)
        return TextLine(
            tuple(glyphs), x, Emu(natural), height, spans, pictures, floats, below, formulas, lost, ends_page, notes
        )

    @cached_property
    def _hyphen(self) -> int:
        """The width of a soft hyphen that ends a line."""
        place = self.text.find(SOFT_HYPHEN)
        return 0 if place < 0 else _advances(self.setting, self._style_at(place), self.western)["-"]

    def _is_hyphenated(self, line: Break) -> bool:
        """Whether the line ends within a word, at a soft hyphen, which is then given its width."""
        place = line.end - 1
        if place < line.start or self.text[place] != SOFT_HYPHEN or line.forced or line.end == len(self.text):
            return False
        self.advances[place] = self._hyphen
        return True

    def _style_at(self, place: int) -> _Style:
        return self.styles[bisect_right(self.starts, place) - 1]

    def _set_tabs(self, line: Break, x: Emu) -> None:
        """Give each tab of a line that begins at `x` the room up to the next stop; what it parts is not stretched."""
        start, at, every = line.start, x - self.left, self.setting.tab_stops
        while (tab := self.text.find("\t", start, line.end)) >= 0:
            at += sum(self.advances[start:tab])
            stop = (at // every + 1) * every
            if self.how.number_at is not None:
                stop = max(at, self.how.number_at - sum(self.advances[tab + 1 : line.visible]))
            self.advances[tab] = stop - at
            start, at = tab + 1, stop

    def _is_word(self, place: int) -> bool:
        """Whether a word of the Western face begins at `place`; spaces are none."""
        return self.text[place] != " " and in_western_face(self.text[place], self.western)

    def _notes(self, line: Break) -> Iterator[Laid]:
        """The paragraphs of the footnotes a line refers to, over the whole text width."""
        for place in self.at_foot:
            if line.start <= place < line.end:
                note = self.notes[place]
                yield from lay_note(note, self.setting, self.left, self.width, outline=self.outline)

    def _words(self, thing: InText, x: Emu, style: _Style) -> Glyphs:
        """What an object shows on one line, as narrow and small as it must be to take no more room than the object."""
        fonts, text = self.setting.fonts, thing.words
        natural = fonts.width(text, style.slot) * style.size
        fits = min(1.0, thing.width / natural) if natural else 1.0
        narrow = max(fits, _NARROWEST)
        size = Emu(int(style.size * fits / narrow))
        latin = thing.carrier.formula is not None or in_western_face(text[0])
        family = fonts.latin if latin else fonts.families[style.slot]
        return Glyphs(text, x, thing.width, family, size, style.color, style.bold, scale=round(narrow * 100))

    def _outlined(self, line: Break, x: Emu, room: Emu, align: Align, stretched: bool, ends_page: bool) -> TextLine:
        """The line as one stretch in the first face of the paragraph, with the same words as all others."""
        width = room if stretched else Emu(sum(self.advances[line.start : line.visible]))
        if align in (Align.CENTER, Align.RIGHT):
            x = Emu(x + (room - width) // (2 if align is Align.CENTER else 1))
        text = self.text[line.start : line.end].replace(OBJECT, "").strip("\n")
        glyphs = self._sample if text else ()
        spans, notes = self._spans(line), tuple(self._notes(line))
        return TextLine(glyphs, x, width, self.how.pitch, spans, ends_page=ends_page, notes=notes)

    @cached_property
    def _sample(self) -> tuple[Glyphs]:
        return (self._glyphs(self.text.strip("\n"), self.left, self.width, self.styles[0], 0),)

    def _glyphs(self, text: str, x: Emu, width: Emu, style: _Style, extra: int) -> Glyphs:
        fonts = self.setting.fonts
        latin = in_western_face(text[0], self.western)
        family = fonts.latin_in(style.slot, style.throughout) if latin else fonts.faces[style.slot].family
        tracking = Emu(style.tracking + extra)
        look = (style.size, style.color, style.bold, tracking, style.scale, style.emphasis, style.lead)
        return Glyphs(text, x, width, family, *look)

    def _tokens(self, start: int, end: int) -> Iterator[tuple[int, int, _Style]]:
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

    def _between_tabs(self, start: int, end: int, style: _Style) -> Iterator[tuple[int, int, _Style]]:
        """A stretch without its tabs, and each of them by itself: only so does it keep its room."""
        while (tab := self.text.find("\t", start, end)) >= 0:
            if start < tab:
                yield start, tab, style
            yield tab, tab + 1, style
            start = tab + 1
        if start < end:
            yield start, end, style

    def _is_shown(self, place: int) -> bool:
        note = self.notes.get(place)
        return place in self.objects or bool(note and note.label)

    def _spans(self, line: Break) -> tuple[Span, ...]:
        if self.spans is not None:
            return self.spans
        if len(self.passage.blocks) == 1:
            return (Span(self.passage.first, line.start, line.end),) if line.start < line.end else ()
        return tuple(self._spans_of_blocks(line))

    def _spans_of_blocks(self, line: Break) -> Iterator[Span]:
        place = 0
        for number, block in enumerate(self.passage.blocks):
            begin, place = place, place + len(block.text)
            start, end = max(begin, line.start), min(place, line.end)
            if start < end:
                yield Span(self.passage.first + number, start - begin, end - begin)


def _raised(style: _Style) -> _Style:
    """As the number of a note is set: without tracking, which LibreOffice gives it none of."""
    return style._replace(tracking=Emu(0), emphasis=style.emphasis | {Emphasis.SUPERSCRIPT})


def height_of(lines: Sequence[TextLine]) -> Emu:
    """The height of lines that follow each other."""
    return Emu(sum(line.height for line in lines))
