"""T586: 一是……三是 without 二是."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import HEADINGS
from gwformat.text.numerals import from_chinese, to_chinese

_POINT = expression(
    r"(?:^[\s\u3000]*|(?<=[。；：，！？]))(?P<form>第|其)?(?P<number>[一二三四五六七八九十]{1,2})(?(form)[，,]|是)"
)


@rule(
    "T586",
    name="sequence-interrupted",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """“一是”“二是”“三是”和“第一，”“第二，”依次排列，不缺不重。

    不合规::

        存在的问题：一是责任落实不到位；二是力量不足；四是经费紧张。

    不合规::

        要做到两点：第一，加强领导，落实责任；第三，严格考核。

    合规::

        一是排查隐患；二是储备物资。会议指出，一是要快；二是要准；三是要实。
    """
    last: dict[str, int] = {}
    for element in context.text if context.prose.holds("一是", "第一，", "其一，", "第一,", "其一,") else ():
        if element.role in HEADINGS and not element.block.run_in:
            last = {}
        for found in _POINT.finditer(element.text):
            number, form = from_chinese(found["number"]) or 0, found["form"] or ""
            before = last.get(form, 0)
            if number > 1 and before and number != before + 1:
                mark = found[0].strip()
                due = f"{form}{to_chinese(before + 1)}{mark[-1]}"
                yield Problem(
                    f"“{mark}”之前没有“{due}”，请核对", element.span(found.start("number") - len(form), found.end())
                )
            last[form] = number if number == 1 or before else 0
