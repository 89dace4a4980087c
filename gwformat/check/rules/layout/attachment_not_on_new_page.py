"""L280: an attachment that does not begin a page."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.elements import Element
from gwformat.findings import Severity
from gwformat.model import CarrierKind, Role


@rule(
    "L280",
    name="attachment-not-on-new-page",
    clause="GB/T 9704-2012 7.3.7",
    severity=Severity.ERROR,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """附件应当另面编排。

    不合规::

        ［附件］有
        ［附件序号 段前分页］无

    合规::

        ［附件］有
    """
    assert context.formatting is not None
    for element in context.of(Role.ATTACHMENT_LABEL):
        number = element.first_paragraph
        look = context.formatting.paragraph(number)
        section = context.formatting.section_of(number)
        begins = section.first == number and number > 1 and section.type != "continuous"
        if not (look.page_break_before or begins or _breaks_before(context, element)):
            yield Problem("附件应当另面编排", element.whole)


def _breaks_before(context: Context, element: Element) -> bool:
    """Whether a page break stands at the end of what comes before it, or before its own words."""
    before = context.elements[max(0, element.number - 3) : element.number + 1]
    kinds = [run.carrier.kind for item in before for run in item.block.runs if run.carrier is not None]
    return CarrierKind.PAGE_BREAK in kinds
