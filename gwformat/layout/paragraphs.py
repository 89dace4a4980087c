"""A passage and how it is set come in; its lines go out, each with its glyphs placed from the sheet's left edge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gwformat.layout.boxes import Span
from gwformat.layout.drawn import Drawn
from gwformat.layout.laid import Laid, TextLine
from gwformat.layout.lines import Break, break_lines
from gwformat.layout.measured_text import MeasuredText
from gwformat.model import Align, Block, Note
from gwformat.setting.notes import note_set
from gwformat.setting.paragraph import Set
from gwformat.setting.passages import Passage
from gwformat.setting.setting import Setting
from gwformat.setting.typefaces import Typeface
from gwformat.units import Emu


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
    foot: tuple[Emu, Emu] | None = None,
) -> Laid:
    """The lines of `passage` in a column `width` wide whose left edge is at `left`; an empty passage has one.

    Where its runs have looks of their own, `faces` gives one for each that has words; where it is no passage of the
    document, `spans` are what each of its lines shows. In an `outline` a line is one
    stretch of text: enough to know where lines and pages end, and much faster. Its notes stand below the column, or
    where `foot` says: at its left edge, and as wide as it says.
    """
    measured = MeasuredText(passage, how, setting, width, faces)
    drawn = Drawn(measured, left, outline, spans)
    indents, align = how.indents, how.align
    rest = Emu(width - indents.left - indents.right)
    first = Emu(rest - indents.first_line)
    x = Emu(left + (indents.right if drawn.from_right else indents.left))
    lines: list[TextLine] = []
    for where, is_last, ends_page in _broken(measured, first, rest):
        stretched = align is Align.DISTRIBUTE or (align is Align.JUSTIFY and not (is_last or where.forced))
        notes = tuple(_notes(measured, where, *(foot or (left, width)), outline=outline))
        begin, room = (x, rest) if lines else (x if drawn.from_right else Emu(x + indents.first_line), first)
        lines.append(drawn.line(where, begin, room, stretched=stretched, ends_page=ends_page, notes=notes))
    # Below pictures alone on a line Word leaves room for descenders, LibreOffice none.
    bare = any(line.height > how.pitch and not line.glyphs for line in lines)
    certain = measured.certain and not bare and _is_sure_of(measured, len(lines), first, rest)
    return Laid(how, tuple(lines), passage.blocks[0].source, certain)


def lay_note(note: Note, setting: Setting, left: Emu, width: Emu, *, outline: bool) -> Iterator[Laid]:
    """The paragraphs of a footnote or an endnote, of no block of the document; a page break in one is ignored."""
    how = note_set(setting)
    for paragraph in note.paragraphs:
        runs = tuple(run for run in paragraph.runs if not run.breaks_page)
        passage = Passage((Block(how.role, runs, source=paragraph.source),))
        yield lay(passage, how, setting, left, width, outline=outline, spans=())


def _broken(measured: MeasuredText, first: Emu, rest: Emu) -> Iterator[tuple[Break, bool, bool]]:
    """Each line, whether it is the last one of the paragraph or of a page, and whether a page ends after it."""
    page_ends, text = measured.page_ends(), measured.to_break()
    hyphen, western, parted = measured.hyphen, measured.western, measured.how.parts_words
    start, begun = 0, False
    for end in [*page_ends, len(text)]:
        if start == end and begun:
            continue
        rooms = (rest if begun else first, rest)
        words, advances = text[start:end], measured.advances[start:end]
        broken = break_lines(words, advances, *rooms, measured.tabs, hyphen=hyphen, western=western, parted=parted)
        for number, line in enumerate(broken, 1):
            where = Break(line.start + start, line.end + start, line.visible + start, line.forced)
            is_last = number == len(broken)
            yield where, is_last, is_last and end in page_ends
        start, begun = end, True


def _notes(measured: MeasuredText, line: Break, left: Emu, width: Emu, *, outline: bool) -> Iterator[Laid]:
    """The paragraphs of the footnotes a line refers to, in a column so wide."""
    for place in measured.at_foot:
        if line.start <= place < line.end:
            yield from lay_note(measured.notes[place], measured.setting, left, width, outline=outline)


def _is_sure_of(measured: MeasuredText, count: int, first: Emu, rest: Emu) -> bool:
    """Whether there are so many lines however wide what is in doubt becomes."""
    doubtful = [(place, thing) for place, thing in measured.objects.items() if thing.least < thing.most]
    if doubtful and measured.how.least and count > 1 and any(thing.room is not None for _, thing in doubtful):
        return False  # its line is as high as a formula becomes
    for bound in ("least", "most") if doubtful else ():
        advances = list(measured.advances)
        for place, thing in doubtful:
            advances[place] = getattr(thing, bound)
        if len(break_lines(measured.text, advances, first, rest, western=measured.western)) != count:
            return False
    return True
