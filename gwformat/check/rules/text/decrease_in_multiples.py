"""T535: a decrease by a multiple."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_DECREASE = expression("(?:减少|降低|下降|缩小|缩短|缩减)(?:了|到)?[近约]?[一二两三四五六七八九十\\d.]+多?倍")


@rule(
    "T535",
    name="decrease-in-multiples",
    clause="惯例",
    severity=Severity.WARNING,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """减少、降低不用倍数表示，写作“下降50%”“降为原来的三分之一”。

    不合规::

        事故起数比上年下降2倍。

    合规::

        事故起数比上年下降50%，处理时间降低到原来的三分之一，处理能力提高2倍。
    """
    for hit in context.prose.find(_DECREASE, "倍"):
        yield hit.problem(f"“{hit.words}”：减少、降低不用倍数表示，请用百分数或分数")
