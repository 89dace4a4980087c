"""E146: a heading without a sibling."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.outline import Item, texts
from gwformat.findings import Severity


@rule(
    "E146",
    name="level-alone",
    clause="惯例",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """同一层次一般有两个以上的标题，只有一个时不编序数。

    不合规::

        ［一级标题］一、落实工作责任
        各级各部门要按照职责分工，逐级落实防汛责任，把任务分解到岗位、到人员。

    合规::

        ［一级标题］一、落实工作责任
        各级各部门要按照职责分工，逐级落实防汛责任。
        ［一级标题］二、加强值班值守
        汛期实行24小时值班制度。
    """
    for items in texts(context.outline):
        numbered = [item for item in items if item.number is not None or item.level == 0]
        for position, item in enumerate(numbered):
            if item.number == 1 and item.level and item.heading and item.in_chinese and _alone(numbered, position):
                where = item.element.span(item.start, item.end)
                yield Problem(f"“{item.mark}”这一层只有一个标题，不必编序数", where)


def _alone(items: list[Item], position: int) -> bool:
    """Whether no sibling follows before the level above goes on."""
    level = items[position].level
    parent = next((item.level for item in reversed(items[:position]) if item.level < level), -1)
    for item in items[position + 1 :]:
        if item.level == level:
            return item.number == 1
        if item.level <= parent:
            break
    return True
