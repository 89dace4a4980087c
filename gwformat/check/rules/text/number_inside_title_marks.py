"""T611: the number of a quoted document inside the marks of its title."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_INSIDE = expression("(?P<number>（[\u4e00-\u9fff]{1,10}〔[0-9]{4}〕[0-9]{1,5}号）)》")


@rule(
    "T611",
    name="number-inside-title-marks",
    clause="GB/T 15834-2011 4.15",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """书名号里是公文的标题，发文字号在书名号之后。

    不合规::

        你局《关于新建城东泵站的请示（某水发〔2026〕12号）》收悉。

    合规::

        你局《关于新建城东泵站的请示》（某水发〔2026〕12号）收悉。
    """
    for hit in context.prose.find(_INSIDE, "号）》"):
        yield hit.problem("发文字号应在书名号之后", f"》{hit['number']}", Safety.REVIEW)
