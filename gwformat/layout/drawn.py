"""Measured text and the range of a line come in; the line goes out, its glyphs placed from the sheet's left edge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from gwformat.layout.advances import Style, raised
from gwformat.layout.boxes import Glyphs, Span
from gwformat.layout.directions import seen
from gwformat.layout.laid import Laid, TextLine
from gwformat.layout.lines import Break
from gwformat.layout.measured_text import MeasuredText
from gwformat.layout.objects import InText, stand
from gwformat.model import OBJECT, Align
from gwformat.text.characters import SOFT_HYPHEN
from gwformat.text.scripts import begins_from_right, in_western_face
from gwformat.units import Emu

_NARROWEST = 0.6  # of a formula's words on one line


class Drawn:
    """The lines of a passage in a column whose left edge is at `left`.

    Where it is no passage of the document, `spans` are what each of its lines shows. In an `outline` a line is one
    stretch of text.
    """

    def __init__(self, measured: MeasuredText, left: Emu, outline: bool, spans: tuple[Span, ...] | None) -> None:
        self.measured, self.how, self.fonts = measured, measured.how, measured.setting.fonts
        self.text, self.advances, self.objects = measured.text, measured.advances, measured.objects
        self.left, self.outline, self.spans = left, outline, spans
        self.from_right = begins_from_right(measured.text)

    def line(
        self, line: Break, x: Emu, room: Emu, *, stretched: bool, ends_page: bool, notes: tuple[Laid, ...]
    ) -> TextLine:
        """The line that begins at `x` and may be `room` wide, with the `notes` it refers to."""
        hyphenated = self._is_hyphenated(line)
        if self.outline and not self.objects:
            return self._outlined(line, x, room, stretched, ends_page, notes)
        tokens = list(self.measured.tokens(line.start, line.visible - hyphenated))
        if "\t" in self.text:
            self._set_tabs(line, x)
            stretched = stretched and self.text.find("\t", line.start, line.end) < 0
        natural = sum(self.advances[line.start : line.visible])
        extra = 0
        if stretched and natural < room:
            gaps = self._gaps(tokens)
            extra = (room - natural) // gaps if gaps > 0 else 0
            natural = room if gaps > 0 else natural
        else:
            x = self._aligned(x, room, natural)
        glyphs, objects = self._shown([*tokens, *self.measured.tokens(line.visible, line.end)], x, extra)
        if hyphenated:
            end, width = Emu(x + natural - self.measured.hyphen), Emu(self.measured.hyphen)
            glyphs.append(self._glyphs(SOFT_HYPHEN, end, width, self.measured.style_at(line.visible - 1), 0))
        height, below, pictures = stand(self.how, objects)
        floats = tuple((thing.carrier, place) for thing, place in objects if thing.carrier.floating is not None)
        formulas = sum(thing.carrier.formula is not None for thing, _ in objects)
        lost = sum(thing.is_lost for thing, _ in objects)
        shown = (tuple(glyphs), x, Emu(natural), height, self._spans(line), pictures, floats, below)
        return TextLine(*shown, formulas, lost, ends_page, notes)

    def _is_hyphenated(self, line: Break) -> bool:
        """Whether the line ends within a word, at a soft hyphen, which is then given its width."""
        place = line.end - 1
        if place < line.start or self.text[place] != SOFT_HYPHEN or line.forced or line.end == len(self.text):
            return False
        self.advances[place] = self.measured.hyphen
        return True

    def _set_tabs(self, line: Break, x: Emu) -> None:
        """Give each tab of a line that begins at `x` the room up to the next stop; what it parts is not stretched."""
        tabs = self.measured.tabs
        assert tabs is not None
        start, at = line.start, x - self.left
        while (tab := self.text.find("\t", start, line.end)) >= 0:
            at += sum(self.advances[start:tab])
            stop = tabs.next_stop(at)
            if self.how.number_at is not None:
                stop = max(at, self.how.number_at - sum(self.advances[tab + 1 : line.visible]))
            self.advances[tab] = stop - at
            start, at = tab + 1, stop

    def _gaps(self, tokens: Iterable[tuple[int, int, Style]]) -> int:
        """The places between characters and words at which a line is stretched."""
        shown = [(start, end) for start, end, _ in tokens if start not in self.objects or self.objects[start].width]
        return sum(1 if self.measured.is_word(start) else end - start for start, end in shown) - 1

    def _aligned(self, x: Emu, room: Emu, width: int) -> Emu:
        if self.from_right and self.how.align is not Align.CENTER:
            return Emu(x + room - width)
        if self.how.align not in (Align.CENTER, Align.RIGHT):
            return x
        return Emu(x + (room - width) // (2 if self.how.align is Align.CENTER else 1))

    def _shown(
        self, tokens: Iterable[tuple[int, int, Style]], x: Emu, extra: int
    ) -> tuple[list[Glyphs], list[tuple[InText, Emu]]]:
        """The glyphs from `x` on, `extra` after each character or word, and the objects with their places."""
        glyphs: list[Glyphs] = []
        objects: list[tuple[InText, Emu]] = []
        at = int(x)
        for start, end, style in tokens:
            if start in self.objects:
                thing = self.objects[start]
                if thing.words:
                    glyphs.append(self._words(thing, Emu(at), style))
                objects.append((thing, Emu(at)))
                at += thing.width + (extra if thing.width else 0)
                continue
            text = self.text[start:end]
            if start in self.measured.notes:
                text, style = self.measured.notes[start].label, raised(style)
            word = self.measured.is_word(start)
            width = sum(self.advances[start:end]) + (0 if word else extra * (end - start))
            drawn = self._glyphs(text, Emu(at), Emu(width), style, 0 if word else extra)
            if text == "\t" and self.how.number_at is not None:
                drawn = replace(drawn, family=self.fonts.latin, leader=True)
            glyphs.append(drawn)
            at += width + (extra if word else 0)
        return (glyphs if objects else seen(glyphs, from_right=self.from_right)), objects

    def _words(self, thing: InText, x: Emu, style: Style) -> Glyphs:
        """What an object shows on one line, as narrow and small as it must be to take no more room than the object."""
        fonts, text = self.fonts, thing.words
        natural = fonts.width(text, style.slot) * style.size
        fits = min(1.0, thing.width / natural) if natural else 1.0
        narrow = max(fits, _NARROWEST)
        size = Emu(int(style.size * fits / narrow))
        latin = thing.carrier.formula is not None or in_western_face(text[0])
        family = fonts.latin if latin else fonts.families[style.slot]
        return Glyphs(text, x, thing.width, family, size, style.color, style.bold, scale=round(narrow * 100))

    def _outlined(
        self, line: Break, x: Emu, room: Emu, stretched: bool, ends_page: bool, notes: tuple[Laid, ...]
    ) -> TextLine:
        """The line as one stretch in the first face of the paragraph, with the same words as all others."""
        width = room if stretched else Emu(sum(self.advances[line.start : line.visible]))
        x = self._aligned(x, room, width)
        text = self.text[line.start : line.end].replace(OBJECT, "").strip("\n")
        glyphs = self._sample if text else ()
        return TextLine(glyphs, x, width, self.how.pitch, self._spans(line), ends_page=ends_page, notes=notes)

    @cached_property
    def _sample(self) -> tuple[Glyphs]:
        measured = self.measured
        return (self._glyphs(self.text.strip("\n"), self.left, measured.width, measured.styles[0], 0),)

    def _glyphs(self, text: str, x: Emu, width: Emu, style: Style, extra: int) -> Glyphs:
        latin = in_western_face(text[0], self.measured.western)
        fonts = self.fonts
        family = fonts.latin_in(style.slot, style.throughout) if latin else fonts.faces[style.slot].family
        tracking = Emu(style.tracking + extra)
        look = (style.size, style.color, style.bold, tracking, style.scale, style.emphasis, style.lead)
        return Glyphs(text, x, width, family, *look, slanted=style.slanted)

    def _spans(self, line: Break) -> tuple[Span, ...]:
        if self.spans is not None:
            return self.spans
        passage = self.measured.passage
        if len(passage.blocks) == 1:
            return (Span(passage.first, line.start, line.end),) if line.start < line.end else ()
        return tuple(self._spans_of_blocks(line))

    def _spans_of_blocks(self, line: Break) -> Iterator[Span]:
        passage, place = self.measured.passage, 0
        for number, block in enumerate(passage.blocks):
            begin, place = place, place + len(block.text)
            start, end = max(begin, line.start), min(place, line.end)
            if start < end:
                yield Span(passage.first + number, start - begin, end - begin)
