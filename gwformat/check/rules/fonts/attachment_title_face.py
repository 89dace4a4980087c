"""F331: an attachment's title in another face than 小标宋."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import wrong_faces
from gwformat.findings import Safety, Severity
from gwformat.model import Role
from gwformat.profiles.schema import Slot


@rule(
    "F331",
    name="attachment-title-face",
    clause="惯例",
    severity=Severity.INFO,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """附件标题的字体标准没有规定，一般与公文标题相同，用2号小标宋体字。

    不合规::

        ［附件］有
        ［附件标题 字体］黑体

    合规::

        ［附件］有
    """
    yield from wrong_faces(context, context.of(Role.ATTACHMENT_TITLE), Slot.XIAOBIAOSONG, "附件标题一般")
