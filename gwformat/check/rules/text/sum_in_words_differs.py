"""T601: a sum in words that is not the sum in figures beside it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.text.capitals import SUM_IN_WORDS, from_capitals

_FIGURE = r"(?P<{0}>\d[\d,，]{{0,18}}(?:\.\d{{1,4}})?)(?P<{0}_unit>[万亿]?)元?"
_BETWEEN = "[（(，,：:]{0,2}(?:人民币|RMB)?(?:金额)?(?:大写|小写)?(?:金额)?[：:]?(?:人民币|RMB)?[¥￥]?"
_FIGURE_FIRST = expression(_FIGURE.format("figure") + _BETWEEN + f"(?P<words>{SUM_IN_WORDS})")
_WORDS_FIRST = expression(f"(?P<words>{SUM_IN_WORDS})" + _BETWEEN + _FIGURE.format("figure"))
_SIGNS = "壹贰叁肆伍陆柒捌玖拾佰仟"
_TIMES = {"": 1, "万": 10_000, "亿": 100_000_000}


@rule(
    "T601",
    name="sum-in-words-differs",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """金额的大写与小写一致。

    不合规::

        共需经费5600万元（大写：伍仟万元整）。

    不合规::

        尚有缺口壹仟零陆拾万元整（¥10,060,000.00）。

    合规::

        共需经费5600万元（大写：伍仟陆佰万元整），其中壹仟零陆拾万元整（¥10,600,000.00）已到位，奖励叁仟元，另付500元。
    """
    for pattern in (_FIGURE_FIRST, _WORDS_FIRST):
        for hit in context.prose.find(pattern, _SIGNS):
            written = from_capitals(hit["words"])
            figure = Decimal(hit["figure"].replace(",", "").replace("，", "")) * _TIMES[hit["figure_unit"]]
            if written is not None and written != figure:
                message = f"大写“{hit['words']}”与小写“{hit['figure']}{hit['figure_unit']}元”不一致，请核对"
                yield hit.part("words").problem(
                    message, expected=f"{figure.normalize():f}元", measured=f"{written:f}元"
                )
