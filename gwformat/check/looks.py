"""An element comes in, how its paragraphs and characters look in the file goes out, by position in its text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from gwformat.check.context import Context
from gwformat.check.elements import Element
from gwformat.check.registry import Problem
from gwformat.findings import Fix, Location, Property, Span, reformatted
from gwformat.fonts.styles import style_of
from gwformat.model import OBJECT, Role
from gwformat.ooxml.effective import ParagraphLook, RunLook
from gwformat.profiles.schema import Slot
from gwformat.text.width import is_wide
from gwformat.units import HAO_NAMES, Emu, Hao

_HAO = {Hao(name): name for name in HAO_NAMES}


@dataclass(frozen=True, slots=True)
class Styled:
    """Characters of an element in one look; `where` is their place."""

    text: str
    where: Span
    look: RunLook

    @property
    def han(self) -> str:
        """The full-width characters among them, which the East Asian font sets."""
        return "".join(char for char in self.text if is_wide(char) and not char.isspace())

    @property
    def latin(self) -> str:
        """The letters and digits among them, which the Western font sets."""
        return "".join(char for char in self.text if "!" <= char <= "~")


def styled(context: Context, element: Element) -> Iterator[Styled]:
    """The visible characters of an element by look; text that stands in no leaf of the file has none."""
    formatting = context.formatting
    assert formatting is not None
    position = 0
    for run in element.block.runs:
        start, position = position, position + len(run.text)
        if run.carrier is not None or run.atom is None or not run.text.strip() or element.block.source is None:
            continue
        number = run.paragraph or element.block.source.first
        looks = formatting.runs(number)
        if run.atom < len(looks) and not looks[run.atom].vanish:
            yield Styled(run.text.replace(OBJECT, ""), element.span(start, position), looks[run.atom])


def paragraphs(context: Context, element: Element) -> Iterator[tuple[int, ParagraphLook]]:
    """The source paragraphs an element stands in, with their looks; those in tables are not set by the standard."""
    formatting = context.formatting
    assert formatting is not None
    source = element.block.source
    if source is None:
        return
    numbers = dict.fromkeys(run.paragraph for run in element.block.runs if run.atom is not None and run.paragraph)
    for number in numbers or (source.first,):
        yield number, formatting.paragraph(number)


def first_paragraph(context: Context, element: Element) -> ParagraphLook | None:
    """The look of the paragraph an element begins in; None where it has none of its own."""
    return next((look for _, look in paragraphs(context, element)), None)


def begins_paragraph(context: Context, element: Element) -> bool:
    """Whether the element is the first one of its paragraph: the text after a run-in heading is not."""
    if element.number == 0:
        return True
    before = context.elements[element.number - 1].block
    return not before.run_in


def here(context: Context, number: int) -> Location:
    """The whole of a paragraph of the main part."""
    package = context.draft.package
    assert package is not None
    return Location(package.main_part, number)


def size_name(size: Emu) -> str:
    """“三号（16 磅）”, or “17 磅”."""
    name = _HAO.get(size)
    points = f"{size.pt:g} 磅"
    return f"{name}（{points}）" if name else points


_SLOT_NAMES = {
    Slot.FANGSONG: "仿宋",
    Slot.KAITI: "楷体",
    Slot.HEITI: "黑体",
    Slot.SONGTI: "宋体",
    Slot.XIAOBIAOSONG: "小标宋",
}


def joined(pieces: Iterable[tuple[Styled, str]]) -> Iterator[tuple[Span, str]]:
    """Neighbouring pieces with the same fault as one stretch."""
    open_: tuple[Span, str] | None = None
    for piece, fault in pieces:
        where = piece.where
        if open_ is not None and open_[1] == fault and open_[0].block == where.block:
            open_ = (Span(where.block, open_[0].start, where.end), fault)
            continue
        if open_ is not None:
            yield open_
        open_ = (where, fault)
    if open_ is not None:
        yield open_


def wrong_faces(context: Context, elements: Iterable[Element], wanted: Slot, said: str) -> Iterator[Problem]:
    """The stretches whose Chinese characters are set in another typeface than `wanted`."""
    family = context.fonts.families[wanted]
    for element in elements:
        pieces = ((piece, _face(piece)) for piece in styled(context, element) if piece.han)
        wrong = ((piece, name) for piece, name in pieces if style_of(name) is not wanted)
        for where, name in joined(wrong):
            yield Problem(
                f"{said}用{_SLOT_NAMES[wanted]}，现为“{name}”",
                where,
                reformatted(where, Property.FONT, family),
                expected=_SLOT_NAMES[wanted],
                measured=name,
            )


def _face(piece: Styled) -> str:
    font = piece.look.font_of(piece.han[0])
    return font.name if font.said else f"{font.name}（没有指定中文字体）"


def wrong_sizes(context: Context, elements: Iterable[Element], wanted: Emu, said: str) -> Iterator[Problem]:
    """The stretches set in another size than `wanted`."""
    for element in elements:
        wrong = (
            (piece, size_name(piece.look.size))
            for piece in styled(context, element)
            if piece.look.size != wanted and piece.look.vert_align is None
        )
        for where, size in joined(wrong):
            yield Problem(
                f"{said}用{size_name(wanted)}，现为{size}",
                where,
                reformatted(where, Property.SIZE, _HAO.get(wanted) or f"{wanted.pt:g}pt"),
                expected=size_name(wanted),
                measured=size,
            )


def wrong_characters(
    context: Context,
    elements: Iterable[Element],
    fault: Callable[[RunLook], str],
    cure: Callable[[Span], Fix | None] = lambda where: None,
) -> Iterator[Problem]:
    """The stretches in whose look `fault` finds something to say."""
    for element in elements:
        wrong = ((piece, said) for piece in styled(context, element) if (said := fault(piece.look)))
        for where, said in joined(wrong):
            yield Problem(said, where, cure(where))


def spec_size(context: Context, role: Role) -> Emu:
    """The size the profile gives to an element."""
    return context.profile.elements[role].size
