"""E145: level numbers with a gap or a repetition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.outline import Item, texts
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.text.numerals import NUMERAL, to_chinese

_FORMS = ("第{}", "{}、", "（{}）", "{}.", "（{}）")
_DIGITS_FROM = 3
_Beside = tuple[int | None, ...]  # by level
_TWICE = expression(rf"(?P<mark>[{NUMERAL}]{{1,3}}、|（[{NUMERAL}]{{1,3}}）|\d{{1,2}}[.．]|（\d{{1,2}}）)\s?(?P=mark)")


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

    不合规::

        ［一级标题］一、落实工作责任
        各级各部门要按照职责分工，逐级落实防汛责任。
        ［二级标题］（一）明确分工
        防汛工作实行行政首长负责制。
        ［正文］（2）严格考核
        防汛工作纳入年度考核。
        ［二级标题］（三）加强督查
        督查结果报市人民政府。

    不合规::

        每处泵站的配备如下。
        1.排水泵2台。
        1.发电机1台。

    不合规::

        ［一级标题］一、一、落实工作责任
        各级各部门要按照职责分工，逐级落实防汛责任。
        ［一级标题］二、加强值班值守
        汛期实行24小时值班制度。

    合规::

        1.将第二条修改为：
        “市水务局负责下列事项：
        1.编制防汛预案；
        2.储备防汛物资；
        3.组织防汛演练。”
        2.删去第三条。

    合规::

        ［二级标题］（一）组织领导
        有下列情形之一的，应当启动应急响应：
        （一）发布暴雨预警；
        （二）水位超过警戒线。
        ［二级标题］（二）工作责任
        防汛工作实行行政首长负责制。
    """
    for items in texts(context.outline):
        last = [0, 0, 0, 0, 0]
        due = [1, 1, 1, 1, 1]  # what would have come, had the one before been right
        paused: dict[int, set[int]] = {}  # by level: what comes next in lists that another one interrupts
        before: Item | None = None
        above, below = list(_before_each(items)), list(_before_each(reversed(items)))
        for order, item in enumerate(items):
            level, number = item.level, item.number
            if number is None:
                continue
            expected = last[level] + 1
            resumed = level in paused and number in paused[level] and _ends_inner(before, item, last[level])
            again = number == 1 == last[level] and before is not None and _is_beside(before, item)
            follows = not again and (resumed or number in (1, expected, due[level]))
            if (
                not follows
                and item.in_chinese
                and (meant := _meant(item, above[order], below[~order], expected)) is not None
            ):
                yield _problem(item, meant, number, certain=context.official)
                due[meant], last[meant] = number + 1, number
                before = item
                continue
            # A list may begin inside the paragraph above: 会议决定：一、……
            if not follows and (item.heading or expected > 1) and item.in_chinese:
                yield _problem(item, level, expected, certain=context.official and number >= last[level])
            if item.element.text.startswith(item.mark[:1], item.end) and item.in_chinese:
                yield from _twice(item, official=context.official)
            if number == 1 and last[level]:
                paused.setdefault(level, set()).add(expected)
            if paused:
                paused = {one: nexts for one, nexts in paused.items() if one <= level}
            is_next = resumed or number in (1, expected)
            due[level] = number + 1 if is_next else max(due[level], expected) + 1
            last[level] = number
            before = item


def _twice(item: Item, *, official: bool) -> Iterator[Problem]:
    """That a number stands twice: typed, and set by the program."""
    if found := _TWICE.match(item.element.text, item.start):
        where = item.element.span(item.start, found.end())
        yield Problem(f"序数“{item.mark}”写了两次", where, severity=None if official else Severity.WARNING)


def _is_beside(before: Item, item: Item) -> bool:
    """Whether two items of one level follow each other at once: between two lists there is something else."""
    return before.level == item.level and before.element.number + 1 == item.element.number


def _ends_inner(before: Item | None, item: Item, last: int) -> bool:
    """Whether a number that does not go on may end an inner list with numbers of the same kind.

    A number just left out, or said twice, may be the next of an interrupted list by chance.
    """
    assert item.number is not None
    return item.number not in (last, last + 2) or (before is not None and before.heading != item.heading)


def _meant(item: Item, above: _Beside, below: _Beside, expected: int) -> int | None:
    """The level whose number an item has in the form of another: （一）, then （2）, then （三）.

    `above` and `below` it are these numbers; `expected` is what would come next in its own form.
    """
    for level in range(1, len(_FORMS)):
        if level == item.level or item.number is None or above[level] != item.number - 1:
            continue
        own = below[item.level]
        if below[level] == item.number + 1 or (below[level] is None and item.level < level and own == expected):
            return level
    return None


def _before_each(items: Iterable[Item]) -> Iterator[_Beside]:
    """For each of `items`, by level: the number of the nearest before it, unless one of a higher level is nearer."""
    nearest: _Beside = (None,) * len(_FORMS)
    for item in items:
        yield nearest
        nearest = (*nearest[: item.level], item.number, *(None,) * (len(_FORMS) - item.level - 1))


def _problem(item: Item, level: int, expected: int, *, certain: bool) -> Problem:
    """That a number does not follow: an error only in a heading of an official document that does not go back."""
    right = _FORMS[level].format(_numeral(level, expected))
    message = f"序数“{item.mark}”与前面不连续，应为“{right}”"
    where = item.element.span(item.start, item.end)
    severity = None if item.heading and certain else Severity.WARNING
    return Problem(message, where, severity=severity, expected=str(expected), measured=str(item.number))


def _numeral(level: int, number: int) -> str:
    return to_chinese(number) if level < _DIGITS_FROM else str(number)
