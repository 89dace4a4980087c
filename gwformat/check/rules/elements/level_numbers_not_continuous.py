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
        count = _Count()
        above, below = list(_before_each(items)), list(_before_each(reversed(items)))
        for order, item in enumerate(items):
            if item.number is None:
                continue
            expected = count.last[item.level] + 1
            follows = count.allows(item)
            meant = None if follows or not item.in_chinese else _meant(item, above[order], below[~order], expected)
            if meant is not None:
                yield _problem(item, meant, item.number, certain=context.official)
                count.take_as(meant, item)
                continue
            # A list may begin inside the paragraph above: 会议决定：一、……
            if not follows and (item.heading or expected > 1) and item.in_chinese:
                goes_back = item.number < count.last[item.level]
                yield _problem(item, item.level, expected, certain=context.official and not goes_back)
            if item.element.text.startswith(item.mark[:1], item.end) and item.in_chinese:
                yield from _twice(item, official=context.official)
            count.take(item)


class _Count:
    """The numbers of a text so far, by level."""

    def __init__(self) -> None:
        self.last = [0] * len(_FORMS)
        self._due = [1] * len(_FORMS)  # what would have come, had the one before been right
        self._paused: dict[int, set[int]] = {}  # what comes next in lists that another one interrupts
        self._before: Item | None = None

    def allows(self, item: Item) -> bool:
        """Whether the number of an item may stand here."""
        level, number = item.level, item.number
        if number == 1 == self.last[level] and self._before is not None and _is_beside(self._before, item):
            return False
        return self._resumes(item) or number in (1, self.last[level] + 1, self._due[level])

    def _resumes(self, item: Item) -> bool:
        """Whether a list goes on that another one of the same kind interrupted."""
        paused = self._paused.get(item.level, ())
        return item.number in paused and _ends_inner(self._before, item, self.last[item.level])

    def take(self, item: Item) -> None:
        """Count an item, whether or not its number was right."""
        assert item.number is not None
        level, number, expected = item.level, item.number, self.last[item.level] + 1
        is_next = number in (1, expected) or self._resumes(item)
        if number == 1 and self.last[level]:
            self._paused.setdefault(level, set()).add(expected)
        if self._paused:
            self._paused = {one: nexts for one, nexts in self._paused.items() if one <= level}
        self._due[level] = number + 1 if is_next else max(self._due[level], expected) + 1
        self.last[level] = number
        self._before = item

    def take_as(self, level: int, item: Item) -> None:
        """Count an item as one of another level than its form says."""
        assert item.number is not None
        self._due[level], self.last[level] = item.number + 1, item.number
        self._before = item


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
