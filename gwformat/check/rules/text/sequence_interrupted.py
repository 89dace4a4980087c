"""T586: 一是……三是 without 二是."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import HEADINGS
from gwformat.text.numerals import from_chinese, to_chinese

_POINT = expression(r"(?:^[\s\u3000]*|(?<=[。；：，！？]))([一二三四五六七八九十]{1,2})是")


@rule(
    "T586",
    name="sequence-interrupted",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """“一是”“二是”“三是”依次排列，不缺不重。

    不合规::

        存在的问题：一是责任落实不到位；二是力量不足；四是经费紧张。

    合规::

        一是排查隐患；二是储备物资。会议指出，一是要快；二是要准；三是要实。
    """
    last = 0
    for element in context.text:
        if element.role in HEADINGS and not element.block.run_in:
            last = 0
        if "是" not in element.text:
            continue
        for found in _POINT.finditer(element.text):
            number = from_chinese(found[1]) or 0
            if number > 1 and last and number != last + 1:
                due = f"{to_chinese(last + 1)}是"
                yield Problem(f"“{found[1]}是”之前没有“{due}”，请核对", element.span(found.start(1), found.end()))
            last = number if number == 1 or last else 0
