"""E140: the mark of first-level numbers."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.outline import mark_problem
from gwformat.findings import Safety, Severity

_MARKS = " \t\u3000.．,，:："


@rule(
    "E140",
    name="level-one-mark",
    clause="GB/T 9704-2012 7.3.3",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """第一层序数用“一、”，汉字数字后用顿号。

    不合规::

        ［一级标题］一.落实工作责任
        各级各部门要按照职责分工，逐级落实防汛责任。
        ［一级标题］二.加强值班值守
        汛期实行24小时值班制度。

    不合规::

        ［一级标题］一　落实工作责任
        各级各部门要按照职责分工，逐级落实防汛责任。
        ［一级标题］二　加强值班值守
        汛期实行24小时值班制度。

    合规::

        ［一级标题］一、落实工作责任
        各级各部门要按照职责分工，逐级落实防汛责任。
        ［一级标题］二、加强值班值守
        汛期实行24小时值班制度。
    """
    for item in context.outline:
        if item.level == 1 and item.number is not None and not item.mark.endswith("、"):
            right = f"{item.mark.rstrip(_MARKS)}、"
            yield mark_problem(item, right, official=context.official)
