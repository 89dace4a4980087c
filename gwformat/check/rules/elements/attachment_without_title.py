"""E193: attachments without a title."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Severity


@rule(
    "E193",
    name="attachment-without-title",
    clause="GB/T 9704-2012 7.3.7",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """附件应当有标题，居中编排在版心第三行。

    不合规::

        ［附件］有
        ［附件序号］附件1
        ［附件］市防汛抗旱指挥部办公室负责人：李四。
        ［附件序号］附件2
        ［附件标题］防汛物资储备清单
        ［附件］编织袋2万条，救生衣300件。

    合规::

        ［附件］有
    """
    for label in context.attached.labelled if context.official else ():
        if label.titled is None:
            name = label.element.text.strip("\ufffc \n\t\u3000：:")
            yield Problem(f"“{name}”没有标题", label.element.span(*label.label))
