"""F304: a second-level heading in another face than 楷体."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import wrong_faces
from gwformat.findings import Safety, Severity
from gwformat.model import Role
from gwformat.profiles.schema import Slot


@rule(
    "F304",
    name="heading2-not-kaiti",
    clause="GB/T 9704-2012 7.3.3",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """第二层标题一般用楷体字。

    不合规::

        ［一级标题］一、总体要求
        ［二级标题］（一）工作目标
        到2026年底完成。
        ［二级标题］（二）工作原则
        属地负责。
        ［一级标题］二、工作要求
        ［二级标题 字体］黑体

    合规::

        ［一级标题］一、总体要求
        ［二级标题］（一）工作目标
        到2026年底完成。
        ［二级标题］（二）工作原则
        属地负责。
        ［一级标题］二、工作要求
        ［二级标题 字体］楷体_GB2312
    """
    yield from wrong_faces(context, context.of(Role.HEADING2), Slot.KAITI, "第二层一般")
