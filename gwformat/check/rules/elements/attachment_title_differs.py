"""E157: titles of attachments that differ from the note."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.attached import comparable
from gwformat.findings import Severity


@rule(
    "E157",
    name="attachment-title-differs",
    clause="GB/T 9704-2012 7.3.7",
    severity=Severity.ERROR,
)
def check(context: Context) -> Iterator[Problem]:
    """附件顺序号和附件标题应当与附件说明的表述一致。

    不合规::

        ［附件］有
        ［附件说明］附件：1.防汛工作责任人名单
        ［附件说明］2.防汛物资储备清单

    不合规::

        ［附件］有
        ［附件序号］附件1
        ［附件标题］防汛责任人名单
        ［附件］责任人：李四。
        ［附件序号］附件3
        ［附件标题］防汛物资储备清单
        ［附件］编织袋2万条。

    合规::

        ［附件］有
        ［附件说明］附件：1.防汛责任人名单
        ［附件说明］2.《防汛物资储备清单》
    """
    announced = context.attached.announced
    names = {entry.number or position: entry.name for position, entry in enumerate(announced, 1)}
    for position, label in enumerate(context.attached.labelled, 1):
        if label.number is not None and label.number not in names:
            meant = next((n for n, name in names.items() if comparable(name) == comparable(label.title)), None)
            if meant is not None and len(names) > 1:
                where = label.element.whole
                message = f"附件说明中“{names[meant]}”是附件{meant}，这里标作附件{label.number}"
                yield Problem(message, where, expected=f"附件{meant}", measured=f"附件{label.number}")
        name = names.get(label.number or position, "")
        if not label.title or not name:
            continue
        if comparable(name) in (comparable(label.title), comparable(label.title + label.below)):
            continue
        title = "".join(label.title.split()).strip("\ufffc")
        where = (label.titled or label.element).whole
        message = f"附件标题“{title}”与附件说明“{name}”不一致"
        yield Problem(message, where, expected=name, measured=title)
