"""T612: commas in a number that do not part groups of three digits."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_WRONG = expression(
    r"\d(?<![\d.,A-Za-z].)\d{0,2}(?:,\d{3})*,(?:\d\d|\d{4,})(?:\.\d+)?"
    "(?=[万亿]?(?:元|人次|平方|公[里顷斤]|吨|户))"
)


@rule(
    "T612",
    name="digits-grouped-wrong",
    clause="GB/T 15835-2011 5.1.1",
    severity=Severity.WARNING,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """多位数用千分撇分节的，从个位起三位一节。

    不合规::

        总投资12,50万元，惠及群众1,2600户。

    合规::

        总投资1,250万元，惠及群众12,600户，分别为3,4,5号井。
    """
    for hit in context.prose.find(_WRONG, ","):
        yield hit.problem(f"“{hit.words}”中的千分撇位置不对，三位一节")
