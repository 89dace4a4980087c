"""E182: elements of the head that stand in another order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from gwformat.check import Context, Problem, rule
from gwformat.findings import Severity
from gwformat.model import Paragraph, Role


@rule(
    "E182",
    name="head-out-of-order",
    clause="GB/T 9704-2012 7.2.3",
    severity=Severity.ERROR,
)
def check(context: Context) -> Iterator[Problem]:
    """版头自上而下依次为份号、密级和保密期限、紧急程度、发文机关标志、发文字号，其下是标题。

    文本框里的要素在文件中的先后不等于纸面上的先后，只作提醒；文本草稿排版时会归位，只作提示。

    不合规::

        ［份号］000001
        ［密级和保密期限］机密★1年
        ［移动］份号 到 密级和保密期限 之后

    合规::

        ［份号］000001
        ［密级和保密期限］机密★1年
        ［紧急程度］特急
    """
    head = context.profile.head
    order = (*head.above, Role.ISSUER_MARK, *head.below_mark, *head.left, Role.TITLE)
    plain = {block.source.first for block in context.draft.blocks if isinstance(block, Paragraph)}
    places = [
        (element.block.source.first, element)
        for role in order
        for element in context.own(role)[:1]
        if element.block.source is not None
    ]
    for (above, one), (below, other) in pairwise(places):
        if below < above:
            message = f"{other.role.value}应在{one.role.value}之下"
            yield Problem(message, other.whole, severity=_severity(context, {above, below} <= plain))


def _severity(context: Context, certain: bool) -> Severity | None:
    if context.draft.format != "docx":
        return Severity.INFO
    return None if certain else Severity.WARNING
