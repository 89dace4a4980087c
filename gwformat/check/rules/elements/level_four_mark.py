"""E143: the mark of fourth-level numbers."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.outline import mark_problem
from gwformat.findings import Safety, Severity


@rule(
    "E143",
    name="level-four-mark",
    clause="GB/T 9704-2012 7.3.3",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """第四层序数用“（1）”，圆括号为全角，后面不加标点。

    不合规::

        ［一级标题］一、落实工作责任
        （1）、市级各部门按照职责分工落实责任，责任人名单报市防汛抗旱指挥部备案。
        （2）、县级各部门按照职责分工落实责任，责任人名单报县防汛抗旱指挥部备案。
        ［一级标题］二、加强值班值守
        汛期实行24小时值班制度。

    不合规::

        ［一级标题］一、落实工作责任
        (1)市级各部门按照职责分工落实责任，责任人名单报市防汛抗旱指挥部备案。
        (2)县级各部门按照职责分工落实责任，责任人名单报县防汛抗旱指挥部备案。
        ［一级标题］二、加强值班值守
        汛期实行24小时值班制度。

    合规::

        ［一级标题］一、落实工作责任
        （1）市级各部门按照职责分工落实责任，责任人名单报市防汛抗旱指挥部备案。
        （2）县级各部门按照职责分工落实责任，责任人名单报县防汛抗旱指挥部备案。
        ［一级标题］二、加强值班值守
        汛期实行24小时值班制度。
    """
    for item in context.outline:
        if item.level != 4 or item.number is None:
            continue
        right = f"（{item.number}）"
        if item.mark != right:
            yield mark_problem(item, right, official=context.official)
