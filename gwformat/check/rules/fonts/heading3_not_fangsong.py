"""F305: a third- or fourth-level heading in another face than 仿宋."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import wrong_faces
from gwformat.findings import Safety, Severity
from gwformat.model import Role
from gwformat.profiles.schema import Slot


@rule(
    "F305",
    name="heading3-not-fangsong",
    clause="GB/T 9704-2012 7.3.3",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """第三层和第四层标题一般用仿宋体字。

    不合规::

        ［一级标题］一、总体要求
        ［二级标题］（一）工作目标
        ［三级标题］1.近期目标
        2026年底完成。
        ［三级标题］2.远期目标
        2030年完成。
        ［二级标题］（二）工作原则
        属地负责。
        ［一级标题］二、工作要求
        ［三级标题 字体］黑体

    合规::

        ［一级标题］一、总体要求
        ［二级标题］（一）工作目标
        ［三级标题］1.近期目标
        2026年底完成。
        ［三级标题］2.远期目标
        2030年完成。
        ［二级标题］（二）工作原则
        属地负责。
        ［一级标题］二、工作要求
        ［三级标题 字体］仿宋
    """
    yield from wrong_faces(context, context.of(Role.HEADING3, Role.HEADING4), Slot.FANGSONG, "第三、四层一般")
