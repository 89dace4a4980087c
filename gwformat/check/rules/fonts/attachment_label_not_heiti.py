"""F314: an attachment label in another face than 黑体."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import wrong_digits, wrong_faces
from gwformat.findings import Safety, Severity
from gwformat.model import Role
from gwformat.profiles.schema import Slot


@rule(
    "F314",
    name="attachment-label-not-heiti",
    clause="GB/T 9704-2012 7.3.7",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """“附件”二字及附件顺序号用3号黑体字。

    不合规::

        ［附件］有
        ［附件序号 字体］仿宋

        ［附件］有
        ［附件序号］附件1
        ［附件序号 西文字体］Times New Roman

    合规::

        ［附件］有
        ［附件序号 字体］黑体
    """
    labels = context.of(Role.ATTACHMENT_LABEL)
    yield from wrong_faces(context, labels, Slot.HEITI, "附件顺序号")
    yield from wrong_digits(context, labels, Slot.HEITI, "附件顺序号中的数字")
