"""T627: 3万元以上1万元以下, 1万元以上3万以下."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.text.numerals import parse_number

_NUMBER = r"(?:\d+(?:\.\d+)?[十百千万亿]*|[一二两三四五六七八九十百千万亿]+)"
_UNIT = "(?:元|倍|年|个?月|日|天|周岁|岁|人|名|个|公里|米|吨|公顷|亩|平方米|立方米|小时|分钟|分|%)"
_BOUNDS = expression(rf"以上(?P<to>{_NUMBER})(?P<unit>{_UNIT})以下")
_FROM = expression(rf"(?P<number>{_NUMBER})(?P<unit>{_UNIT})$")
_NO_UNIT = expression(rf"元以上(?P<to>{_NUMBER})以下")
_UNITS = {"百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000, "十": 10}


@rule(
    "T627",
    name="bounds-wrong",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """“……以上……以下”，下限在前，上限在后，都有单位。

    不合规::

        处3万元以上1万元以下罚款。

    不合规::

        责令停业十日以上五日以下。

    不合规::

        处1万元以上3万以下罚款。

    合规::

        处5000元以上1万元以下罚款，责令停业五日以上十日以下，六个月以上一年以下。
    """
    for hit in context.prose.find(_BOUNDS, ("以上",)):
        begin = _FROM.search(hit.before)
        if begin is None or begin["unit"] != hit["unit"]:
            continue
        low, high = _value(begin["number"]), _value(hit["to"])
        if low is not None and high is not None and high < low:
            yield hit.problem(f"“{begin[0]}{hit.words}”：下限大于上限，请核对")
    for hit in context.prose.find(_NO_UNIT, ("元以上",)):
        yield hit.problem(f"“{hit['to']}以下”少了“元”", expected=f"{hit['to']}元以下")


def _value(number: str) -> Decimal | None:
    """A number of digits with a unit of ten thousand behind it, or of Chinese numerals."""
    digits = number.rstrip("十百千万亿")
    if not digits or not digits[0].isdigit():
        said = parse_number(number.replace("两", "二"))
        return None if said is None else Decimal(said)
    value = Decimal(digits)
    for sign in number[len(digits) :]:
        value *= _UNITS[sign]
    return value
