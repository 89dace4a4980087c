"""E138: attachments that do not follow each other as they are numbered."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from gwformat.check import Context, Problem, rule
from gwformat.findings import Severity


@rule(
    "E138",
    name="attachments-out-of-order",
    clause="GB/T 9704-2012 7.3.7",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """几个附件按顺序号依次编排。

    不合规::

        ［附件］有
        ［附件序号］附件2
        ［附件标题］防汛物资储备清单
        ［附件］编织袋2万条。
        ［附件序号］附件1
        ［附件标题］防汛责任人名单
        ［附件］责任人：李四。

    合规::

        ［附件］有
    """
    numbered = [label for label in context.attached.labelled if label.number is not None]
    for before, label in pairwise(numbered):
        if before.number is not None and label.number == before.number - 1:
            where = label.element.whole
            yield Problem(f"附件{label.number}排在附件{before.number}之后", where, measured=f"附件{label.number}")
