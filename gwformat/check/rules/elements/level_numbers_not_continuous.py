"""E145: level numbers with a gap or a repetition."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.outline import texts
from gwformat.findings import Severity
from gwformat.text.numerals import to_chinese

_FORMS = ("第{}", "{}、", "（{}）", "{}.", "（{}）")
_DIGITS_FROM = 3


@rule(
    "E145",
    name="level-numbers-not-continuous",
    clause="GB/T 9704-2012 7.3.3",
    severity=Severity.ERROR,
)
def check(context: Context) -> Iterator[Problem]:
    """同一层次的序数应当连续，不跳号、不重号。

    上一层次更换后，序数重新从1编起或者接着编，都可以。

    不合规::

        ［一级标题］一、落实工作责任
        各级各部门要按照职责分工，逐级落实防汛责任。
        ［一级标题］三、加强值班值守
        汛期实行24小时值班制度。

    合规::

        ［一级标题］一、落实工作责任
        ［二级标题］（一）明确分工
        各级各部门要按照职责分工，逐级落实防汛责任。
        ［二级标题］（二）严格考核
        防汛工作纳入年度考核。
        ［一级标题］二、加强值班值守
        ［二级标题］（三）值班安排
        汛期实行24小时值班制度。
        ［二级标题］（四）信息报送
        遇有重要情况及时报告。
    """
    for items in texts(context.outline):
        last = [0, 0, 0, 0, 0]
        due = [1, 1, 1, 1, 1]  # what would have come, had the one before been right
        for item in items:
            if item.number is None:
                continue
            expected = last[item.level] + 1
            # A list may begin inside the paragraph above: 会议决定：一、……
            if item.number not in (1, expected, due[item.level]) and (item.heading or expected > 1):
                message = (
                    f"序数“{item.mark}”与前面不连续，应为“{_FORMS[item.level].format(_numeral(item.level, expected))}”"
                )
                where = item.element.span(item.start, item.end)
                # Going back may be the end of an inner list with the same kind of numbers.
                certain = item.heading and context.official and item.number >= last[item.level]
                severity = None if certain else Severity.WARNING
                yield Problem(message, where, severity=severity, expected=str(expected), measured=str(item.number))
            is_next = item.number in (1, expected)
            due[item.level] = item.number + 1 if is_next else max(due[item.level], expected) + 1
            last[item.level] = item.number


def _numeral(level: int, number: int) -> str:
    return to_chinese(number) if level < _DIGITS_FROM else str(number)
