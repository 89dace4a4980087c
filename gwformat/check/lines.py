"""The lines drawn in a docx come in, those of the head and of the imprint go out."""

from __future__ import annotations

from gwformat.check.context import Context
from gwformat.check.once import once
from gwformat.model import HEAD_ROLES, IMPRINT_ROLES, Role
from gwformat.ooxml.effective import DrawnLine
from gwformat.units import Emu


@once
def head_line(context: Context) -> DrawnLine | None:
    """The line between head and title: the last one drawn above the title or at the number."""
    formatting = context.formatting
    assert formatting is not None
    heads = [element.first_paragraph for element in context.of(*HEAD_ROLES)]
    if not heads:
        return None
    after = [element.first_paragraph for element in context.elements if element.number > 0 and _is_body(element.role)]
    end = min((number for number in after if number > max(heads)), default=max(heads) + 2)
    found = [
        line
        for line in formatting.strokes
        if min(heads) <= line.paragraph <= end
        and line.horizontal
        and (line.kind != "table" or line.paragraph in heads)
        and not (line.paragraph == end and line.kind == "border" and line.side == "bottom")
    ]
    return found[-1] if found else None


def _is_body(role: Role) -> bool:
    return role not in HEAD_ROLES and role is not Role.OTHER


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
    if tables:
        return [rule for rule in tables[-1].rules if rule.weight]
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


def is_red(color: str | None) -> bool:
    """Whether a colour is the red of heads: FF0000, and what printers take for it."""
    if color is None:
        return False
    red, green, blue = bytes.fromhex(color)
    return red >= 0xC0 and max(green, blue) <= red - 0x60
