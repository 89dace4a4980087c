"""T577: a day of the week that does not fit its date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_DAY = expression(
    "(?P<year>(?:19|20)[0-9]{2})年(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日（?(?:星期|周)(?P<week>[一二三四五六日天])"
)
_WEEK = "一二三四五六日"


@rule(
    "T577",
    name="weekday-contradicts-date",
    clause="条例 第二十条",
    severity=Severity.ERROR,
)
def check(context: Context) -> Iterator[Problem]:
    """日期与星期应当相符。

    不合规::

        会议定于2026年3月16日（星期二）召开。

    合规::

        会议定于2026年3月16日（星期一）召开，每周五下午例会。
    """
    for hit in context.prose.find(_DAY, ("日（星", "日星期", "日（周", "日周")):
        try:
            day = date(int(hit["year"]), int(hit["month"]), int(hit["day"]))
        except ValueError:
            continue
        right = _WEEK[day.weekday()]
        if right != hit["week"].replace("天", "日"):
            yield hit.problem(
                f"{hit['year']}年{hit['month']}月{hit['day']}日是星期{right}，不是星期{hit['week']}",
                expected=f"星期{right}",
                measured=f"星期{hit['week']}",
            )
