"""T559: one paragraph twice."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Severity

_LONG = 20  # characters: shorter ones, such as 特此通知, may well be said again


@rule(
    "T559",
    name="repeated-paragraph",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """段落不重复。

    不合规::

        各级各部门要按照职责分工，逐级落实防汛责任，确保安全度汛。
        各级各部门要按照职责分工，逐级落实防汛责任，确保安全度汛。

    合规::

        特此通知。
        特此通知。
    """
    seen: set[str] = set()
    for element in context.text:
        text = element.text.strip()
        if len(text) < _LONG:
            continue
        if text in seen:
            yield Problem("这一段与前面的一段相同", element.whole)
        seen.add(text)
