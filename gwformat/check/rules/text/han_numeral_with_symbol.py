"""T546: a Han numeral before a unit symbol."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity
from gwformat.text.numerals import from_chinese

_NUMBER = expression(
    "(?<![0-9.一二三四五六七八九十百千万亿几数两零〇第多余])(?P<number>[一二三四五六七八九十百千]+)"
    "(?P<unit>(?:km|kg|cm|mm|m²|m³|kW|MW|kV|mL|MPa|Hz)(?![A-Za-z])|[%％‰℃㎡])"
)


@rule(
    "T546",
    name="han-numeral-with-symbol",
    clause="GB/T 15835-2011 4.1",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """计量单位用符号时，数值用阿拉伯数字。

    不合规::

        道路全长五km，含水率为三%。

    不合规::

        装机容量三十MW。

    合规::

        道路全长5km，含水率为百分之三，距离为3万km，约数十km，详见方案一kg级样机。
    """
    for hit in context.prose.find(_NUMBER, "kmMH%％‰℃㎡"):
        value = from_chinese(hit["number"])
        if value is not None and not hit.before.endswith(("案", "型", "表", "图", "之", "式")):
            yield hit.instead(f"{value}{hit['unit']}", Safety.REVIEW)
