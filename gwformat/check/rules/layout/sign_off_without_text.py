"""L265: a page that holds the sign-off and nothing of the text."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Measured, Need, Problem, rule
from gwformat.check.distances import Unknown, first_line, last_line, own_first, sides, unverified
from gwformat.findings import Severity
from gwformat.model import TEXT_ROLES, Role

_TEXT = (*TEXT_ROLES, Role.ATTACHMENT_NOTE)


@rule(
    "L265",
    name="sign-off-without-text",
    clause="GB/T 9704-2012 7.3.5.5",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem | Measured]:
    """署名、日期和印章所在的页应有正文。

    排版后所剩空白容不下印章、署名和日期时，调整行距、字距，不另起一页只排署名和日期。

    不合规::

        ［发文机关署名 段前分页］有

    合规::

        ［正文 段前分页］无
    """
    sign_off = own_first(context, Role.SIGNATURE) or own_first(context, Role.DATE)
    text = context.own(*_TEXT)
    if sign_off is None or not text:
        return
    line = first_line(context, sign_off)
    if isinstance(line, Unknown):
        yield unverified("署名所在的页有没有正文", line, sign_off)
    elif line.side in sides(context, text):
        yield Measured("署名所在的页", "有正文", "有正文")
    elif isinstance(last := last_line(context, text[-1]), Unknown):
        yield unverified("署名所在的页有没有正文", last, sign_off)
    else:
        yield Problem("署名所在的页没有正文，应调整行距、字距，使署名和正文在同一页", sign_off.whole)
