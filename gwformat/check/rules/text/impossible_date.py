"""T529: a day that no calendar has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_DATE = expression("(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日")
_MONTH = expression("(?:19|20)[0-9]{2}年(?P<month>0|00|1[3-9]|[2-9][0-9])月(?![0-9]+日)")
# 5月30日至32日, 每月5日、35日
_OF_MONTH = expression(
    "(?:每月(?:[0-9]{1,2}日?[、至到—～和]){1,6}|[0-9]月[0-9]{1,2}日[至到—～])(?P<day>3[2-9]|[4-9][0-9])日(?!以?内|龄|起?后)"
)
_QUARTER = expression("第[五六七八九]季度")
_QUARTERS = tuple(f"第{number}季度" for number in "五六七八九")
_YEAR = expression("(?:^|[^0-9])(?P<year>(?:19|20)[0-9]{2})年$")
_PART_OF_NUMBER = (".", *"0123456789")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@rule(
    "T529",
    name="impossible-date",
    clause="条例 第二十条",
    severity=Severity.ERROR,
)
def check(context: Context) -> Iterator[Problem]:
    """日期应当在日历上存在。

    成文日期和印发日期另有规则检查。

    不合规::

        请于2026年2月29日前报送。

    不合规::

        汛期为5月1日至9月31日。

    不合规::

        工程计划于2026年13月开工。

    不合规::

        各单位于第五季度完成验收。

    不合规::

        会期为5月30日至32日，每月5日、15日、35日开放。

    合规::

        请于2024年2月29日前报送，于第四季度完成验收，汛期为5月1日至9月30日。

    合规::

        ［成文日期］2026年2月30日
    """
    for hit in context.prose.find(_DATE, "月"):
        year = _YEAR.search(hit.before)
        if not hit.before.endswith(_PART_OF_NUMBER) and not _exists(year, int(hit["month"]), int(hit["day"])):
            yield hit.problem(f"没有“{year['year'] + '年' if year else ''}{hit.words}”这一天")
    for hit in context.prose.find(_OF_MONTH, "月"):
        yield hit.part("day").problem(f"没有“{hit['day']}日”")
    for hit in context.prose.find(_QUARTER, _QUARTERS):
        if not hit.before.endswith("连续"):
            yield hit.problem(f"没有“{hit.words}”")
    for hit in context.prose.find(_MONTH, "月"):
        yield hit.problem(f"没有“{hit['month']}月”")


def _exists(year: re.Match[str] | None, month: int, day: int) -> bool:
    if not 1 <= month <= 12 or not 1 <= day <= _DAYS[month - 1]:
        return False
    if month == 2 and day == 29 and year is not None:
        number = int(year["year"])
        return number % 4 == 0 and (number % 100 != 0 or number % 400 == 0)
    return True
