"""T633: “十四五”时期（2020—2025年）."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.text.numerals import from_chinese

_PERIOD = expression(
    "十(?P<plan>[一二三四五六])五”?(?:时期|期间|规划期?)?（(?P<first>20[0-9]{2})年?[—－～至-](?P<last>20[0-9]{2})年?）"
)
_ORIGIN = 2001  # the first year of the tenth plan; the years from one to the next
_YEARS = 5


@rule(
    "T633",
    name="five-year-period-differs",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """“十四五”等五年规划的起止年份写对：“十四五”为2021—2025年，“十五五”为2026—2030年。

    不合规::

        “十四五”时期（2020—2025年），全市完成投资860万元。

    合规::

        “十四五”时期（2021—2025年），全市完成投资860万元；“十五五”规划（2026—2030年）正在编制。
    """
    for hit in context.prose.find(_PERIOD, ("十一五", "十二五", "十三五", "十四五", "十五五", "十六五")):
        plan = from_chinese(hit["plan"]) or 0
        first = _ORIGIN + _YEARS * plan
        due = f"{first}—{first + _YEARS - 1}年"
        if (int(hit["first"]), int(hit["last"])) != (first, first + _YEARS - 1):
            yield hit.problem(f"“{hit.words}”：这一时期是{due}，请核对", expected=due)
