"""E151: what follows the numbers in the attachment note."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Safety, Severity, reworded


@rule(
    "E151",
    name="attachment-note-number-mark",
    clause="GB/T 9704-2012 7.3.4",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """附件说明中的附件顺序号用阿拉伯数字，后标下脚点，如“附件：1.”。

    不合规::

        ［附件说明］附件：1、防汛责任人名单
        ［附件说明］2、防汛物资储备清单

    合规::

        ［附件］有
    """
    for entry in context.attached.announced:
        if entry.point not in ("", ".", "．"):
            words = entry.element.text[slice(*entry.mark)]
            at = entry.mark[0] + words.rindex(entry.point)
            where = entry.element.span(at, at + 1)
            message = f"“{entry.number}{entry.point}”应为“{entry.number}.”"
            yield Problem(message, where, reworded(where, ".", Safety.SAFE))
