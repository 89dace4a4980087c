"""T513: a hyphen between the ends of a range."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity
from gwformat.text.punctuation import ranges

_TWO = expression("(?<=[0-9])(?:--|－－|——(?=[0-9]{1,4}(?![0-9])))(?=[0-9])")
_ENDS_IN_YEAR = expression("(?<![0-9])(?:19|20)[0-9]{2}$")
# Between numbers a hyphen may be the one of a score or a code; between times it is nothing else.
_TIMES, _NUMBERS = ("—", Safety.SAFE), ("～", Safety.REVIEW)
_BEGINS_WITH_YEAR = expression("(?:19|20)[0-9]{2}(?![0-9])")


@rule(
    "T513",
    name="range-hyphen",
    clause="GB/T 15834-2011 4.13",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """时间起止用一字线“—”，数值范围用浪纹线“～”，不用短横线。

    短横线用于编号、电话号码和 2026-03-16 式的日期。

    不合规::

        规划期为2026-2030年。

    不合规::

        每组由5-10人组成。

    不合规::

        会期为3月16日-3月18日，每天8:30-11:30。

    不合规::

        建筑面积为300--500平方米。

    不合规::

        规划期为2026——2030年。

    合规::

        电话为0000-12345678，型号为JS-500，时间为2026-03-16，比分为3-5。
    """
    prose = context.prose
    if prose.chars.isdisjoint("-－~") and not prose.holds("——"):
        return
    for hit in prose.find(_TWO, ("--", "－－", "——")):
        years = _ENDS_IN_YEAR.search(hit.before) and _BEGINS_WITH_YEAR.match(hit.after)
        yield hit.instead(*_TIMES if years else _NUMBERS)
    for hit, new in prose.edits(ranges(prose.text)):
        safety = dict((_TIMES, _NUMBERS))[new]
        yield hit.problem(f"起止之间的“{hit.words}”应为“{new}”", new, safety)
