"""Elements come in; how far in their lines stand, and which are aligned, indented or switched wrongly, goes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from gwformat.check.context import Context
from gwformat.check.elements import Element
from gwformat.check.kinds import text_looks
from gwformat.check.looks import ALIGN_NAMES, characters, first_paragraph, in_characters, text_paragraphs
from gwformat.check.registry import Problem
from gwformat.findings import Fix, Property, Reformat, Safety, reformatted
from gwformat.model import Align
from gwformat.ooxml.effective import Length, ParagraphLook
from gwformat.units import Emu

_TOLERANCE = 0.3  # 字
_NONE = Emu(0)


def first_line_indent(context: Context, element: Element, look: ParagraphLook) -> float:
    """How far in the first line of an element begins, in 字."""
    return deepest_indent(context, element, look) - characters(look.hanging, context, element)


def deepest_indent(context: Context, element: Element, look: ParagraphLook) -> float:
    """How far in that line of an element begins which is furthest from the margin, in 字: the first or the others."""
    return characters(look.left, context, element) + characters(look.first_line, context, element)


def blanks_before(element: Element) -> int:
    """How many full-width blanks an element begins with."""
    return len(element.text) - len(element.text.lstrip("\u3000"))


def typed_before(context: Context, element: Element) -> int:
    """How many full-width blanks the paragraph begins with whose first words are the element."""
    drafted = (one.text for one in context.draft.paragraphs() if one.source.first == element.first_paragraph)
    text = next(drafted, "")
    blanks = len(text) - len(text.lstrip("\u3000"))
    return blanks if text[blanks:].startswith(element.text.lstrip("\u3000")) else 0


def is_off_left(look: ParagraphLook) -> bool:
    """Whether a paragraph is aligned so that its lines do not begin on the left."""
    return look.align in (Align.CENTER, Align.RIGHT)


def not_centred(context: Context, elements: Iterable[Element]) -> Iterator[Problem]:
    """The elements that stand in the flow and are not centred."""
    for element in elements:
        look = first_paragraph(context, element)
        if look is not None and look.align is not Align.CENTER and not look.in_table and not look.in_text_box:
            fix = reformatted(element.whole, Property.ALIGN, "center")
            yield Problem(f"{element.role}应居中", element.whole, fix, "居中", ALIGN_NAMES[look.align])


def shifted(context: Context, elements: Iterable[Element], slack: Emu = _NONE) -> Iterator[Problem]:
    """The centred elements that an indent moves out of the middle, by more than `slack` between left and right."""
    for element in elements:
        look = first_paragraph(context, element)
        if look is None or look.align is not Align.CENTER:
            continue
        shift = deepest_indent(context, element, look) - characters(look.right, context, element)
        if abs(shift) > _TOLERANCE + characters(Length(slack), context, element):
            steps = (Property.FIRST_LINE, Property.LEFT, Property.RIGHT)
            fix = Fix("不缩进", Safety.SAFE, tuple(Reformat(element.whole, step, "0mm") for step in steps))
            yield Problem(
                f"居中的段落缩进了{in_characters(shift)}，不在正中", element.whole, fix, "0字", in_characters(shift)
            )


def switched(
    context: Context, is_wrong: Callable[[ParagraphLook], bool], message: str, prop: Property, right: str
) -> Iterator[Problem]:
    """The paragraphs of the main text in which a switch is not as it should be; `right` is "on" or "off"."""
    wrong = {id(look) for look in text_looks(context) if is_wrong(look)}
    for element, look in text_paragraphs(context) if wrong else ():
        if id(look) in wrong:
            yield Problem(message, element.whole, reformatted(element.whole, prop, right))
