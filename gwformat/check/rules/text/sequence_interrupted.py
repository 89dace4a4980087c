"""T586: 一是……三是 without 二是."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from gwformat.check import Context, Problem, rule
from gwformat.check.elements import Element
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import HEADINGS
from gwformat.text.numerals import from_chinese, to_chinese

_POINT = expression(
    r"(?:^[\s\u3000]*|(?<=[。；：，！？]))(?P<form>第|其)?(?P<number>[一二三四五六七八九十]{1,2})"
    r"(?P<mark>(?(form)[，,]|(?:是|要(?![素点件求]))))"
)
_IN_LINE = expression(r"(?:^[\s\u3000]*|(?<=[。；：]))(?:[（(](?P<number>\d{1,2})[）)]|(?P<sign>[①-⑳]))")
_FIRST_SIGN = ord("①") - 1
_BEGINS = ("一是", "一要", "第一，", "其一，", "第一,", "其一,")


@rule(
    "T586",
    name="sequence-interrupted",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """“一是”“二是”“三是”“第一，”“第二，”和一段之中的“（1）”“（2）”依次排列，不缺不重。

    不合规::

        存在的问题：一是责任落实不到位；二是力量不足；四是经费紧张。

    不合规::

        要做到两点：第一，加强领导，落实责任；第三，严格考核。

    不合规::

        要做到：（1）加强领导；（2）压实责任；（4）严格考核。

    合规::

        一是排查隐患；二是储备物资。会议指出，一是要快；二是要准；三是要实。
    """
    for elements in context.texts if context.prose.holds(*_BEGINS) else ():
        yield from _points(elements)
    for element in chain.from_iterable(context.texts) if context.prose.holds("1）", "1)", "①") else ():
        if "1）" in element.text or "①" in element.text or "1)" in element.text:
            yield from _in_line(element)


def _points(elements: Sequence[Element]) -> Iterator[Problem]:
    """What is left out among the points of one text."""
    last: dict[str, int] = {}
    for element in elements:
        if element.role in HEADINGS and not element.block.run_in:
            last = {}
        for found in _POINT.finditer(element.text):
            number, form = from_chinese(found["number"]) or 0, found["form"] or ""
            before = last.get(form or found["mark"], 0)
            if number > 1 and before and number != before + 1:
                due = f"{form}{to_chinese(before + 1)}{found['mark']}"
                start = found.start("number") - len(form)
                yield Problem(f"“{found[0].strip()}”之前没有“{due}”，请核对", element.span(start, found.end()))
            last[form or found["mark"]] = number if number == 1 or before else 0


def _in_line(element: Element) -> Iterator[Problem]:
    """What is left out among the items of one paragraph."""
    last: dict[bool, int] = {}
    for found in _IN_LINE.finditer(element.text):
        signed = found["sign"] is not None
        number = ord(found["sign"]) - _FIRST_SIGN if signed else int(found["number"])
        before = last.get(signed, 0)
        if number > 1 and before and number != before + 1:
            due = chr(_FIRST_SIGN + before + 1) if signed else f"（{before + 1}）"
            said = found[0].strip()
            yield Problem(f"“{said}”之前没有“{due}”，请核对", element.span(found.end() - len(said), found.end()))
        last[signed] = number if number == 1 or before else 0
