"""T577: a day of the week that does not fit its date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gwformat.check import Context, Problem, rule
from gwformat.check.dated import own_day
from gwformat.check.prose import Hit
from gwformat.expressions import expression
from gwformat.findings import Severity

_DAY = expression(
    "(?:(?P<year>(?:19|20)[0-9]{2})年)?(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日（?(?:星期|周)(?P<week>[一二三四五六日天])"
)
_YEAR = expression("(?:19|20)[0-9]{2}(?=年|学年|—|-)|[去明次翌前后]年")  # a year said before, which may hold on
_WEEK = "一二三四五六日"
_NEAR = 120  # days from the document's own: a date without a year is of the year in which it is as near


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

    不合规::

        会议定于3月18日（星期二）召开。

    合规::

        会议定于2026年3月16日（星期一）召开，每周五下午例会。
    """
    for hit in context.prose.find(_DAY, ("日（星", "日星期", "日（周", "日周")):
        day = _day(hit, own_day(context))
        if day is None:
            continue
        right = _WEEK[day.weekday()]
        if right != hit["week"].replace("天", "日"):
            yield hit.problem(
                f"{day.year}年{day.month}月{day.day}日是星期{right}，不是星期{hit['week']}",
                expected=f"星期{right}",
                measured=f"星期{hit['week']}",
            )


def _day(hit: Hit, own: date | None) -> date | None:
    """The day that is meant; None if there is no such, or if its year is neither said nor plain."""
    month, day = int(hit["month"]), int(hit["day"])
    if hit["year"]:
        return _date(int(hit["year"]), month, day)
    if own is None or _YEAR.search(hit.before):
        return None
    near = (_date(year, month, day) for year in range(own.year - 1, own.year + 2))
    return next((one for one in near if one is not None and abs((one - own).days) <= _NEAR), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
