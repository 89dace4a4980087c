"""An element comes in, how its paragraphs and characters look in the file goes out, by position in its text."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator

from gwformat.check.context import Context
from gwformat.check.elements import Element
from gwformat.check.once import once
from gwformat.check.pieces import joined, styled
from gwformat.check.registry import Problem
from gwformat.expressions import expression
from gwformat.findings import Fix, Location, Property, Span, reformatted
from gwformat.fonts.styles import style_of
from gwformat.model import OBJECT, Align
from gwformat.ooxml.effective import Font, Length, ParagraphLook, RunLook
from gwformat.profiles.schema import Slot
from gwformat.setting.beside import blocks_beside
from gwformat.setting.salutation import salutations
from gwformat.units import HAO_NAMES, Emu, Hao

_HAO = {Hao(name): name for name in HAO_NAMES}


_CONTENTS = expression(r"(?:toc|目录) ?\d", re.IGNORECASE)  # the styles of the lines of a table of contents
_DIGITS = expression("[0-9]+")


def first_paragraph(context: Context, element: Element) -> ParagraphLook | None:
    """The look of the paragraph an element begins in; None where it has none of its own."""
    formatting = context.formatting
    assert formatting is not None
    return formatting.paragraph(element.paragraphs[0]) if element.paragraphs else None


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


@functools.lru_cache(maxsize=256)
def size_name(size: Emu) -> str:
    """“三号（16 磅）”, or “17 磅”."""
    name = _HAO.get(size)
    points = f"{size.pt:g} 磅"
    return f"{name}（{points}）" if name else points


def wrong_faces(context: Context, elements: Iterable[Element], wanted: Slot, said: str) -> Iterator[Problem]:
    """The stretches whose Chinese characters are set in another typeface than `wanted`."""
    family = context.fonts.families[wanted]
    for element in elements:
        pieces = [(piece, _named(piece.font)) for piece in styled(context, element) if piece.font]
        wrong = [(piece, name) for piece, name in pieces if style_of(name) is not wanted]
        for where, name in joined(wrong) if wrong else ():
            yield Problem(
                f"{said}用{wanted.label}，现为“{name}”",
                where,
                reformatted(where, Property.FONT, family),
                expected=wanted.label,
                measured=name,
            )


def wrong_digits(context: Context, elements: Iterable[Element], wanted: Slot, said: str) -> Iterator[Problem]:
    """The digits set in another typeface than `wanted`, in elements all of whose characters are of that one."""
    family = context.fonts.families[wanted]
    for element in elements:
        for piece in styled(context, element):
            for found in _DIGITS.finditer(piece.text):
                name = piece.look.font_of(found[0][0]).name
                if style_of(name) is wanted:
                    continue
                start = piece.where.start + found.start()
                where = element.span(start, start + len(found[0]))
                cure = reformatted(where, Property.LATIN_FONT, family)
                yield Problem(
                    f"{said}用{wanted.label}，现为“{name}”", where, cure, expected=wanted.label, measured=name
                )


def _named(font: Font) -> str:
    return font.name if font.said else f"{font.name}（没有指定中文字体）"


def wrong_sizes(context: Context, elements: Iterable[Element], wanted: Emu, said: str) -> Iterator[Problem]:
    """The stretches set in another size than `wanted`."""
    for element in elements:
        wrong = [
            (piece, size_name(piece.look.size))
            for piece in styled(context, element)
            if piece.look.size != wanted and piece.look.vert_align is None
        ]
        for where, size in joined(wrong) if wrong else ():
            yield Problem(
                f"{said}用{size_name(wanted)}，现为{size}",
                where,
                reformatted(where, Property.SIZE, _HAO.get(wanted) or f"{wanted.pt:g}pt"),
                expected=size_name(wanted),
                measured=size,
            )


@once
def all_looks(context: Context) -> tuple[RunLook, ...]:
    """Every look that words of the document have: few, since those of the same properties are one value."""
    looks = {id(piece.look): piece.look for element in context.words for piece in styled(context, element)}
    return tuple(looks.values())


@once
def paragraph_looks(context: Context) -> tuple[ParagraphLook, ...]:
    """Every look that paragraphs with words have: few likewise."""
    found = (first_paragraph(context, element) for element in context.words)
    return tuple({id(look): look for look in found if look is not None}.values())


def wrong_characters(
    context: Context,
    elements: Iterable[Element],
    fault: Callable[[RunLook], str],
    cure: Callable[[Span], Fix | None] = lambda where: None,
) -> Iterator[Problem]:
    """The stretches in whose look `fault` finds something to say."""
    faults = {id(look): said for look in all_looks(context) if (said := fault(look))}
    for element in elements if faults else ():
        wrong = [(piece, faults[id(piece.look)]) for piece in styled(context, element) if id(piece.look) in faults]
        for where, said in joined(wrong) if wrong else ():
            yield Problem(said, where, cure(where))


ALIGN_NAMES = {
    Align.LEFT: "居左",
    Align.CENTER: "居中",
    Align.RIGHT: "居右",
    Align.JUSTIFY: "两端对齐",
    Align.DISTRIBUTE: "分散对齐",
}


@once
def text_paragraphs(context: Context) -> tuple[tuple[Element, ParagraphLook], ...]:
    """The paragraphs of the main text that stand in the flow, each by its first element.

    Pictures, contents, and the captions and units of tables and pictures are no text.
    """
    return tuple(_text_paragraphs(context))


def _text_paragraphs(context: Context) -> Iterator[tuple[Element, ParagraphLook]]:
    apart = blocks_beside(context.document) | salutations(context.document)
    for element in context.text:
        if not begins_paragraph(context, element) or element.block.source is None or not _has_words(element):
            continue
        if element.number in apart or element.block.arranged:
            continue
        look = first_paragraph(context, element)
        if look is not None and not (look.in_table or look.in_text_box or _CONTENTS.match(look.style_name or "")):
            yield element, look


def _has_words(element: Element) -> bool:
    """Whether a paragraph is text: one of a picture alone is as high as that, and stands where it fits."""
    return not element.text or bool(element.text.replace(OBJECT, "").strip())


def in_characters(count: float) -> str:
    """So many characters as the user reads them: 1.5字, 2字, 0字."""
    return f"{round(count, 1) + 0:g}字"  # + 0: none to the left is none


def characters(length: Length, context: Context, element: Element) -> float:
    """A length in 字 of the element, by the size of its first characters.

    What the file counts is no answer: ECMA-376 17.3.1.12 counts left and right indents in hundredths of a 字 of the
    default style, which is as a rule smaller than the text it moves.
    """
    formatting = context.formatting
    assert formatting is not None
    size = formatting.main.first_size(element.first_paragraph)
    return length.emu / size if size else length.count or 0.0


def line_extent(context: Context, element: Element) -> tuple[Emu, Emu] | None:
    """Where the only line of an element begins and ends, from the left edge of the type area; None if that is not sure.

    Widths are those of the font system, which are the same in all faces for Chinese characters.
    """
    formatting = context.formatting
    look = first_paragraph(context, element)
    pieces = list(styled(context, element)) if formatting is not None else []
    if formatting is None or look is None or look.in_table or look.in_text_box or look.frame is not None or not pieces:
        return None
    if "\t" in element.text or "\n" in element.text:
        return None
    fonts, section = context.fonts, formatting.section_of(element.first_paragraph)
    wide = sum(
        fonts.width(piece.text, Slot.FANGSONG) * piece.look.size * piece.look.scale / 100
        + len(piece.text) * piece.look.tracking
        for piece in pieces
    )
    left = look.left.emu + look.first_line.emu - look.hanging.emu
    right = section.text_width - look.right.emu
    if wide > right - left:
        return None
    if look.align is Align.CENTER:
        left = Emu(round(left + (right - left - wide) / 2))
    elif look.align is Align.RIGHT:
        left = Emu(round(right - wide))
    return Emu(left), Emu(round(left + wide))
