"""E195: what the text cites is later than the document's own date."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from gwformat.check import Context, Problem, rule
from gwformat.check.dated import last_day
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Kind, Role
from gwformat.text.numerals import format_date

_NUMBER = expression(r"[〔\[［【（(]((?:19|20)\d{2})[〕\]］】）)]\s*第?\d{1,5}号")
_UNTIL = expression(
    r"截[至止](?P<year>(?:19|20)\d{2})年(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>[12]\d|3[01]|0?[1-9])日)?"
)

_HELD = expression(
    r"(?<!于)(?P<year>(?:19|20)\d{2})年(?P<month>1[0-2]|0?[1-9])月(?P<day>[12]\d|3[01]|0?[1-9])日"
    r"(?![前起至—])[^。；将拟定]{0,30}?(?:主持召开|召开)(?!时间)"
)

_PASSED = expression(
    r"(?:已经|已于|业经)(?P<year>(?:19|20)\d{2})年(?P<month>1[0-2]|0?[1-9])月(?P<day>[12]\d|3[01]|0?[1-9])日"
    r"[^。；]{0,40}?通过"
)


@rule(
    "E195",
    name="cited-after-date",
    clause="条例 第九条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """成文日期不早于文中引用的公文和统计截止的时间，纪要的印发日期不早于会议的日期。

    不合规::

        根据《某某省水利厅关于做好防汛工作的通知》（某水〔2027〕3号），现将有关事项通知如下。

    不合规::

        截至2026年8月底，全市已完成投资860万元。

    不合规::

        ［文种］纪要
        2026年4月16日，市人民政府召开专题会议，研究防汛工作。会议议定以下事项。

    不合规::

        ［文种］命令
        ［正文］《某某市供水办法》已经2026年9月22日市人民政府第61次常务会议通过，现予公布。

    合规::

        ［文种］纪要
        2026年3月16日，市人民政府召开专题会议，研究防汛工作，定于2026年5月16日召开现场会。

    合规::

        根据《某某省水利厅关于做好防汛工作的通知》（某水〔2026〕3号），截至2026年2月底，已完成投资860万元。
    """
    own = context.own(Role.DATE) or (context.own(Role.PRINT_DATE) if context.kind is Kind.MINUTES else ())
    day = last_day(own)
    if day is None:
        return
    for element in context.own_text:
        for found in _NUMBER.finditer(element.text) if "号" in element.text else ():
            if int(found[1]) > day.year:
                message = f"所引公文是{found[1]}年的，晚于成文日期{format_date(day)}，请核对"
                yield Problem(message, element.at(found))
        for found in _PASSED.finditer(element.text) if "通过" in element.text else ():
            if _first_day(found) > day:
                message = f"通过的日期晚于成文日期{format_date(day)}，请核对"
                yield Problem(message, element.span(found.start("year"), found.end("day") + 1))
        for found in _UNTIL.finditer(element.text) if "截" in element.text else ():
            if _first_day(found) > day:
                yield Problem(f"“{found[0]}”晚于成文日期{format_date(day)}，请核对", element.at(found))
    for element in context.text if context.kind is Kind.MINUTES else ():
        for found in _HELD.finditer(element.text):
            if _first_day(found) > day:
                message = f"会议的日期晚于成文或印发的日期{format_date(day)}，请核对"
                yield Problem(message, element.span(found.start(), found.end("day") + 1))


def _first_day(found: re.Match[str]) -> date:
    """The day that is meant, the first of the month where none is said."""
    year, month = int(found["year"]), int(found["month"])
    return date(year, month, min(int(found["day"] or 1), monthrange(year, month)[1]))
