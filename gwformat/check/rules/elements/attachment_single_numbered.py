"""E153: a number on the only attachment."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Safety, Severity, reworded


@rule(
    "E153",
    name="attachment-single-numbered",
    clause="GB/T 9704-2012 7.3.4",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """多个附件才编附件顺序号，只有一个附件时不编。

    不合规::

        ［附件说明］附件：1.防汛责任人名单

    不合规::

        ［附件说明］附件：1.2026年防汛责任人名单

    合规::

        ［附件说明］附件：防汛责任人名单
    """
    announced, labelled = context.attached.announced, context.attached.labelled
    if len(announced) > 1 or len(labelled) > 1:
        return
    for entry in announced:
        if entry.number is not None and entry.point and entry.lead:
            start = entry.mark[0] + len(entry.lead)
            where = entry.element.span(start, entry.mark[1])
            yield Problem("只有一个附件，附件说明中不编顺序号", where, reworded(where, "", Safety.SAFE))
    for label in labelled:
        if label.number is not None and announced:
            where = label.element.span(*label.label)
            yield Problem("只有一个附件，不编附件顺序号", where, reworded(where, "附件", Safety.SAFE))
