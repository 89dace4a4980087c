"""E142: the mark of third-level numbers."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.outline import mark_problem
from gwformat.findings import Safety, Severity


@rule(
    "E142",
    name="level-three-mark",
    clause="GB/T 9704-2012 7.3.3",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """第三层序数用“1.”，阿拉伯数字后用下脚点，不用顿号。

    不合规::

        ［一级标题］一、落实工作责任
        ［二级标题］（一）明确分工
        ［三级标题］1、市级分工
        市级各部门按照职责分工落实责任。
        ［三级标题］2、县级分工
        县级各部门按照职责分工落实责任。
        ［二级标题］（二）严格考核
        防汛工作纳入年度考核。
        ［一级标题］二、加强值班值守
        汛期实行24小时值班制度。

    合规::

        ［一级标题］一、落实工作责任
        ［二级标题］（一）明确分工
        ［三级标题］1.市级分工
        市级各部门按照职责分工落实责任。
        ［三级标题］2.县级分工
        县级各部门按照职责分工落实责任。
        ［二级标题］（二）严格考核
        防汛工作纳入年度考核。
        ［一级标题］二、加强值班值守
        汛期实行24小时值班制度。
    """
    for item in context.outline:
        if item.level == 3 and item.number is not None and item.mark not in (f"{item.number}.", f"{item.number}．"):
            right = f"{item.number}."
            yield mark_problem(item, right, official=context.official)
