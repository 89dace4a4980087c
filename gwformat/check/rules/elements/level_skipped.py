"""E144: headings whose level is deeper than the next one."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.outline import Item, texts
from gwformat.expressions import expression
from gwformat.findings import Severity

_DECIMAL = expression(r"[\s\u3000]*\d{1,2}\.\d{1,2}(?!\d)")  # 1. 1.1 1.1.1, as standards and plans are numbered
_FORMS = {1: "一、", 2: "（一）", 3: "1.", 4: "（1）"}


@rule(
    "E144",
    name="level-skipped",
    clause="GB/T 9704-2012 7.3.3",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """层次序数依次用“一、”“（一）”“1.”“（1）”，不越级。

    全文只有两层时，实践中也有“一、”之下直接用“1.”的，只作提示。附件里只有一层序数的是清单，不算；标准、预案用“1.1”逐级细分的，也不算。

    不合规::

        ［一级标题］一、落实工作责任
        ［三级标题］1.市级分工
        市级各部门按照职责分工落实责任。
        ［三级标题］2.县级分工
        县级各部门按照职责分工落实责任。
        ［一级标题］二、加强值班值守
        ［二级标题］（一）值班安排
        汛期实行24小时值班制度。
        ［二级标题］（二）信息报送
        遇有重要情况及时报告。

    合规::

        ［一级标题］一、落实工作责任
        ［二级标题］（一）市级分工
        市级各部门按照职责分工落实责任。
        ［二级标题］（二）县级分工
        县级各部门按照职责分工落实责任。
        ［一级标题］二、加强值班值守
        汛期实行24小时值班制度。
    """
    for items in texts(context.outline):
        if items[0].element.block.attachment and len({item.level for item in items}) == 1:
            continue  # a list of names or of documents
        if any(item.heading and _DECIMAL.match(item.element.text) for item in items):
            continue
        two_levels = not any(item.level == 2 for item in items)
        practice_said = False
        above = 0
        for item in items:
            practice = two_levels and (above, item.level) == (1, 3)
            skips = item.heading and item.level > above + 1 and item.number is not None and item.in_chinese
            if skips and not (practice and practice_said):
                practice_said = practice_said or practice
                yield _problem(item, above, Severity.INFO if practice else None)
            above = max(item.level, 1)  # 第一章 stands for 一、


def _problem(item: Item, above: int, severity: Severity | None) -> Problem:
    place = f"“{_FORMS[above]}”之下" if above else "第一个层次"
    expected = _FORMS[above + 1]
    where = item.element.span(item.start, item.end)
    message = f"{place}用了“{item.mark}”，应为“{expected}”"
    return Problem(message, where, severity=severity, expected=expected, measured=item.mark)
