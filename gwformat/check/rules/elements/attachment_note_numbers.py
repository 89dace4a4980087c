"""E154: numbers in the attachment note that are not 1, 2, 3 …."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Severity


@rule(
    "E154",
    name="attachment-note-numbers",
    clause="GB/T 9704-2012 7.3.4",
    severity=Severity.ERROR,
)
def check(context: Context) -> Iterator[Problem]:
    """附件说明中的附件顺序号从1起连续编号，多个附件每个都编。

    不合规::

        ［附件］有
        ［附件说明］附件：1.防汛责任人名单
        ［附件说明］3.防汛物资储备清单

    不合规::

        ［附件］有
        ［附件说明］附件：1.防汛责任人名单
        ［附件说明］防汛物资储备清单

    合规::

        ［附件］有
    """
    announced = context.attached.announced
    if len(announced) < 2:
        return
    for expected, entry in enumerate(announced, 1):
        if entry.number != expected:
            said = f"顺序号是{entry.number}" if entry.number is not None else "没有顺序号"
            yield Problem(f"第{expected}个附件{said}，应为“{expected}.”", entry.element.whole, expected=f"{expected}.")
