"""L283: an attachment's title that is not on the third line."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Measured, Need, Problem, rule
from gwformat.check.distances import ROW, Unknown, first_line, unverified
from gwformat.check.elements import Element
from gwformat.findings import Severity
from gwformat.model import Role
from gwformat.units import Emu

_LEAST, _MOST = 1.5, 2.6  # lines from the middle of the label to that of the title, which may be larger


@rule(
    "L283",
    name="attachment-title-line",
    clause="GB/T 9704-2012 7.3.7",
    severity=Severity.ERROR,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem | Measured]:
    """附件标题居中编排在版心第三行（附件序号在第一行，中间空一行）。

    不合规::

        ［附件］有
        ［附件标题 段前］0磅

    合规::

        ［附件］有
    """
    unknown: Problem | None = None
    for label, title in _pairs(context):
        upper, lower = first_line(context, label), first_line(context, title)
        if isinstance(upper, Unknown) or isinstance(lower, Unknown):
            reason = upper if isinstance(upper, Unknown) else lower
            assert isinstance(reason, Unknown)
            unknown = unknown or unverified("附件标题在第几行", reason, title)
            continue
        if upper.side != lower.side:
            yield Problem("附件标题应在附件序号所在的页", title.whole)
            continue
        rows = Emu((lower.top + lower.bottom) // 2 - (upper.top + upper.bottom) // 2) / ROW
        if _LEAST <= rows <= _MOST:
            yield Measured("附件标题所在的行", "第三行", "第三行")
        else:
            message = "附件标题应在版心第三行，即附件序号下空一行"
            measured = f"附件序号之下{rows:.1f}行"
            yield Problem(message, title.whole, None, "附件序号之下2行", measured)
    if unknown is not None:
        yield unknown


def _pairs(context: Context) -> Iterator[tuple[Element, Element]]:
    """Each label with the title right behind it."""
    label: Element | None = None
    for element in context.words:
        if element.role is Role.ATTACHMENT_TITLE and label is not None:
            yield label, element
        label = element if element.role is Role.ATTACHMENT_LABEL else None
