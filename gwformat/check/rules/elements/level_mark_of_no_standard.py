"""E213: 2.1 and ① in front of the levels of an official text."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_DOTTED = expression(r"^[\s\u3000]*(?P<mark>[1-9]\d?(?:[.．][1-9]\d?){1,3})[\s\u3000]*(?=[\u4e00-\u9fff])")
_CIRCLED = expression(r"^[\s\u3000]*(?P<mark>[①-⑳])(?=[\s\u3000]*[\u4e00-\u9fff])")
_CIRCLES = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_DIGITS = frozenset("123456789")
_MEASURE = expression("^(?:万|亿|元|米|吨|倍|个|公里|平方|立方|千|级|公顷|亩|度|月|日|时)")


@rule(
    "E213",
    name="level-mark-of-no-standard",
    clause="GB/T 9704-2012 7.3.3",
    severity=Severity.INFO,
)
def check(context: Context) -> Iterator[Problem]:
    """结构层次序数依次用“一、”“（一）”“1.”“（1）”标注，不用“2.1”“①”代替。

    不合规::

        ［一级标题］一、抓好隐患排查
        2.1排查重点部位，对水库、涵闸逐一排查。
        2.2落实整改措施，立行立改。
        ［一级标题］二、加强值班值守
        各单位要明确专人负责。

    合规::

        ［一级标题］一、抓好隐患排查
        （一）排查重点部位，对水库、涵闸逐一排查。
        （二）落实整改措施，立行立改。
        ［一级标题］二、加强值班值守
        1.5米以下的围栏一律更换。
    """
    if not context.official or not context.has(Role.HEADING1):
        return
    for pattern, begun in ((_DOTTED, _DIGITS), (_CIRCLED, _CIRCLES)):
        if context.prose.chars.isdisjoint(begun):
            continue
        numbered = [element for element in context.text if element.text.lstrip()[:1] in begun]
        marked = [(element, found) for element in numbered if (found := pattern.match(element.text))]
        levels = [(element, found) for element, found in marked if not _MEASURE.match(element.text[found.end() :])]
        if pattern is _CIRCLED and any(element.text.lstrip().startswith(("（1）", "(1)")) for element in context.text):
            continue  # the fifth level
        if len(levels) > 1:
            element, found = levels[0]
            yield Problem(f"层次序数不用“{found['mark']}”，依次用“一、”“（一）”“1.”“（1）”", element.at(found, "mark"))
