"""T559: one paragraph twice."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Severity

_SHORT = 10  # characters: what may not stand twice in a row
_LONG = 80  # … nor anywhere in the text; shorter items are said again in laws and lists


@rule(
    "T559",
    name="repeated-paragraph",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """段落不重复。

    紧接着重复的作警告；隔开的长段可能是有意重申，只作提示。

    不合规::

        各级各部门要按照职责分工，逐级落实防汛责任，确保安全度汛。
        各级各部门要按照职责分工，逐级落实防汛责任，确保安全度汛。

    合规::

        特此通知。
        特此通知。
    """
    seen: set[str] = set()
    before = ""
    for element in context.own_text:
        text = element.text.strip()
        if text == before and len(text) >= _SHORT:
            yield Problem("这一段与上一段相同", element.whole)
        elif text in seen:
            yield Problem("这一段与前面的一段相同", element.whole, severity=Severity.INFO)
        if len(text) >= _LONG:
            seen.add(text)
        before = text
