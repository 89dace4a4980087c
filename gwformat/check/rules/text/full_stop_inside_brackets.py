"""T516: a full stop inside and outside of a bracket."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_STOP = expression("(?<=[^。！？；：…”）\\s])（[^（）。\\n]{1,200}(?P<stop>。)）(?=[。，；、\u3400-\u9fff])")


@rule(
    "T516",
    name="full-stop-inside-brackets",
    clause="GB/T 15834-2011 4.9",
    severity=Severity.INFO,
    fixable=Safety.REVIEW,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """句内括号里的话末尾不用句号。

    不合规::

        由市水务局负责解释（联系电话另行公布。）。

    不合规::

        有关单位（含市级开发区。）要抓好落实。

    合规::

        由市水务局负责解释。（联系电话另行公布。）
    """
    for hit in context.prose.find(_STOP, "）"):
        yield hit.part("stop").problem("句内括号里的话末尾不用句号", "", Safety.REVIEW)
