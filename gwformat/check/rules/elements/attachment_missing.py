"""E156: attachments that are announced but not in the file."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.attached import comparable
from gwformat.findings import Severity


@rule(
    "E156",
    name="attachment-missing",
    clause="GB/T 9704-2012 7.3.7",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """附件说明中列出的附件应当附在正文之后，与正文一起装订。

    文件里一个附件也没有时，附件可能另有文件，只作提示。

    不合规::

        ［附件］有
        ［附件说明］附件：1.防汛责任人名单
        ［附件说明］2.防汛物资储备清单
        ［附件说明］3.防汛值班安排表

    合规::

        ［附件］有
        ［附件说明］附件：1.防汛责任人名单
        ［附件说明］3.防汛物资储备清单

    合规::

        ［附件］有
    """
    announced, labelled = context.attached.announced, context.attached.labelled
    numbers = {label.number or position for position, label in enumerate(labelled, 1)}
    titles = {comparable(label.title) for label in labelled}
    severity = None if labelled else Severity.INFO
    for position, entry in enumerate(announced, 1):
        if (entry.number or position) not in numbers and comparable(entry.name) not in titles:
            name = "".join(entry.name.splitlines()).strip()
            yield Problem(f"附件说明列出的“{name}”不在文件之中", entry.element.whole, severity=severity)
