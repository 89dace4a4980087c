"""E155: attachments that the note does not name."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.attached import comparable
from gwformat.findings import Severity


@rule(
    "E155",
    name="attachment-not-announced",
    clause="条例 第九条",
    severity=Severity.ERROR,
)
def check(context: Context) -> Iterator[Problem]:
    """附件应当在附件说明中列出顺序号和名称。

    不合规::

        ［附件］有
        ［附件说明］附件：防汛责任人名单

    合规::

        ［附件］有
        ［附件说明］附件：1.防汛责任人名单
        ［附件说明］3.防汛物资储备清单

    合规::

        ［附件］有
    """
    announced, labelled = context.attached.announced, context.attached.labelled
    if not announced:
        return  # that there is no note at all is said elsewhere
    numbers = {entry.number or position for position, entry in enumerate(announced, 1)}
    names = {comparable(entry.name) for entry in announced}
    for position, label in enumerate(labelled, 1):
        # Under another number it is announced all the same.
        if (label.number or position) not in numbers and comparable(label.title) not in names:
            title = f"《{comparable(label.title)}》" if label.title else ""
            yield Problem(f"附件{label.number or ''}{title}没有列入附件说明", label.element.whole)
