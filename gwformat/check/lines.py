"""The lines drawn in a docx come in, those of the head and of the imprint go out."""

from __future__ import annotations

from gwformat.check.context import Context
from gwformat.check.once import once
from gwformat.model import HEAD_ROLES, IMPRINT_ROLES, OBJECT, Role
from gwformat.ooxml.effective import DrawnLine
from gwformat.profiles.schema import LinePlace
from gwformat.units import Emu, Mm

STANDARD_WIDTH = Mm(156)
"""How wide the type area of the standard is (GB/T 9704-2012 5.2.1); margins have a rule of their own."""

_SOLID = frozenset(("single", "thick", "sng"))
_VIVID, _PALE = 0xE0, 0x50
_NO_WORDS = f"{OBJECT} \t\u3000"


@once
def head_line(context: Context) -> DrawnLine | None:
    """The line between head and title: the last one drawn above the title or at the number."""
    heads = [element.first_paragraph for element in context.of(*HEAD_ROLES)]
    found = _around_head(context, heads) if heads else []
    if found and found[-1].y is not None and context.profile.head.line_place is LinePlace.MARK:
        # The second red line of a letter, at the foot of the page, is often drawn with the first one.
        drawn = [line for line in found if line.paragraph == found[-1].paragraph and line.y_from == found[-1].y_from]
        return min((line for line in drawn if line.y is not None), key=lambda line: line.y or 0)
    return found[-1] if found else None


def _around_head(context: Context, heads: list[int]) -> list[DrawnLine]:
    """The level lines from the first paragraph of the head to the first one below it."""
    formatting = context.formatting
    assert formatting is not None
    after = [element.first_paragraph for element in context.elements if element.number > 0 and _is_body(element.role)]
    start, end = min(heads), min((number for number in after if number > max(heads)), default=max(heads) + 2)
    above = (element.paragraphs for element in context.elements if element.text.strip(_NO_WORDS))
    # What floats over the head is often anchored in empty paragraphs above it, or holds the mark itself.
    anchor = max((numbers[-1] for numbers in above if numbers and numbers[-1] < start), default=0) + 1
    return [
        line
        for line in formatting.strokes
        if (anchor if line.kind in ("drawing", "vml") else start) <= line.paragraph <= end
        and line.horizontal
        and (line.kind != "table" or line.paragraph in heads)
        and not (line.paragraph == end and line.kind == "border" and line.side == "bottom")
    ]


def _is_body(role: Role) -> bool:
    return role not in HEAD_ROLES and role is not Role.OTHER


def is_solid(line: DrawnLine) -> bool:
    """Whether a line is one unbroken stroke: neither double, dashed nor wavy."""
    return line.compound in _SOLID


@once
def imprint_lines(context: Context) -> list[DrawnLine]:
    """The lines around the imprint's elements, from top to bottom."""
    formatting = context.formatting
    assert formatting is not None
    numbers = [element.first_paragraph for element in context.of(*IMPRINT_ROLES)]
    if not numbers:
        return []
    low, high = min(numbers), max(numbers)
    tables = [table for table in formatting.tables if table.first <= low and high <= table.last]
    ruled = [rule for rule in tables[-1].rules if rule.weight] if tables else []
    if ruled:
        return ruled
    return [line for line in formatting.strokes if low - 1 <= line.paragraph <= high + 1 and line.horizontal]


def line_width(context: Context, line: DrawnLine) -> Emu | None:
    """How long a line is; a border is as long as its paragraph is wide. None if the file does not say."""
    formatting = context.formatting
    assert formatting is not None
    if line.kind != "border":
        return line.width
    look = formatting.paragraph(line.paragraph)
    if look.frame is not None:
        return look.frame.width
    hanging = max(look.hanging.emu, -min(look.first_line.emu, 0))
    section = formatting.section_of(line.paragraph)
    return Emu(section.text_width - look.left.emu + max(min(hanging, look.left.emu), 0) - look.right.emu)


def is_dull(color: str | None) -> bool:
    """Whether a red is darker or paler than the red ink (Y80 M80) can print: C00000."""
    if color is None or not is_red(color):
        return False
    red, green, blue = bytes.fromhex(color)
    return red < _VIVID or max(green, blue) > _PALE


def is_red(color: str | None) -> bool:
    """Whether a colour is the red of heads: FF0000, and what printers take for it."""
    if color is None:
        return False
    red, green, blue = bytes.fromhex(color)
    return red >= 0xC0 and max(green, blue) <= red - 0x60
