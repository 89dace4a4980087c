"""L214: empty lines between paragraphs of the text."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.elements import Element
from gwformat.findings import Severity
from gwformat.model import TEXT_ROLES, Role
from gwformat.units import Pt

_LOWEST = Pt(2)


@rule(
    "L214",
    name="empty-lines-in-text",
    clause="GB/T 9704-2012 5.2.3",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """正文段落之间不空行。

    不合规::

        ［正文 段间空行］1

    合规::

        为做好防汛工作，现将有关事项通知如下。
        请遵照执行。
    """
    for before, empty, after in zip(context.elements, context.elements[1:], context.elements[2:], strict=False):
        around = before.role in TEXT_ROLES and after.role in TEXT_ROLES and before.block.attachment == 0
        if around and empty.role is Role.OTHER and not empty.text.strip() and empty.block.carrier is None:
            if empty.block.runs or empty.block.source is None:
                continue  # a picture or the like stands there
            if before.block.carrier is not None and after.block.carrier is not None:
                continue  # what parts two tables, which would be one without it
            if _takes_no_room(context, empty):
                continue  # what ends a section
            yield Problem("正文段落之间有空行", empty.whole)


def _takes_no_room(context: Context, empty: Element) -> bool:
    """Whether a paragraph is lower than anyone sees."""
    pitch = context.formatting.paragraph(empty.first_paragraph).line.exact if context.formatting is not None else None
    return pitch is not None and pitch <= _LOWEST
