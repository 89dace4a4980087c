"""T616: a number of days, a quarter or half a year that is not as long as the dates beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gwformat.check import Context, Problem, rule
from gwformat.check.prose import Hit
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.text.numerals import parse_number

_DATES = (
    r"(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:（[^（）]{2,3}）)?起?[至到—～-]{1,2}"
    r"(?:(?P<year2>(?:19|20)\d\d)年)?(?:(?P<month2>\d{1,2})月)?(?P<day2>\d{1,2})日(?:（[^（）]{2,3}）)?"
)
_LENGTH = (
    r"(?:为期|会期|放假(?:调休)?，?共计?|（共计?|历时|公示期[为共]?|培训期[为共]?|工期[为共]?)"
    r"(?P<days>\d{1,3}|[一二两三四五六七八九十]{1,3})(?P<each>[天日周])"
)
_DAYS_FIRST = expression(rf"{_LENGTH}[（(，]{{1,2}}(?:时间为?|即|自|从)?{_DATES}")
_DATES_FIRST = expression(rf"{_DATES}止?[，（(]?{_LENGTH}")
# 有效期3年，自2026年5月1日起至2029年4月30日止
_YEARS = expression(
    r"(?:有效期|任期|期限|合同期|租期|租赁期|聘期|服务期|试行期?|试用期|建设期|工期)限?[为共]?(?P<number>\d{1,2}|[一二两三四五六七八九十])"
    r"(?P<each>年|个月)[，（(：]{1,2}(?:有效期|任期|期限|时间)?为?(?:即|自|从){0,2}(?P<year>20\d\d)年(?P<month>\d{1,2})月"
    r"(?P<day>\d{1,2})日起?[，]?[至到—～](?P<year2>20\d\d)年(?P<month2>\d{1,2})月(?P<day2>\d{1,2})日"
)
_PART = expression(
    r"(?P<part>[一二三四]季度|[上下]半年)(?:[（(]|，?即)(?P<first>\d{1,2})月?[至—～-](?P<last>\d{1,2})月(?:份|底)?(?=[，。；）)])"
)
_PARTS = tuple(f"{part}{sign}" for part in ("季度", "半年") for sign in ("（", "(", "即", "，即"))
_MONTHS = {"上": (1, 6), "下": (7, 12), "一": (1, 3), "二": (4, 6), "三": (7, 9), "四": (10, 12)}
_YEAR = 12  # months
_WEEK = 7  # days
_HALF_A_MONTH = 15  # days
_ANY_YEAR = 2023  # no leap year


@rule(
    "T616",
    name="period-length-differs",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """所说的天数、季度、半年与起止的日期、月份一致。

    不合规::

        开展为期3天（6月1日至6月5日）的检查，公示期为一周（6月10日至6月20日）。

    不合规::

        本证有效期3年，自2026年5月1日起至2028年4月30日止。5月11日至15日开展巡查（共3天）。

    不合规::

        培训为期3天，时间为2026年5月11日至15日。

    不合规::

        5月1日（周五）至5日（周二）放假，共3天。

    不合规::

        一季度（1—4月）完成投资120亿元，上半年，即1月至7月，完成260亿元。

    合规::

        本证有效期3年，自2026年5月1日起至2029年4月30日止。端午节6月19日（周五）至21日（周日）放假，共3天。

    合规::

        开展为期5天（6月1日至6月5日）的检查，3月16日至18日，会期两天，会期3天（3月16日至18日），培训期为2周。一季度（1—3月）完成投资120亿元。
    """
    for pattern in (_DAYS_FIRST, _DATES_FIRST):
        for hit in context.prose.find(pattern, ("期", "历时", "放假", "（共")):
            said, counted = _said(hit), _counted(hit)
            # The first or the last day may be left out of the count.
            if said is not None and counted is not None and said not in (counted, counted - 1):
                yield hit.problem(
                    f"“{hit.words}”：起止共{counted}天，请核对", expected=f"{counted}天", measured=f"{said}天"
                )
    for hit in context.prose.find(_PART, _PARTS):
        first, last = _MONTHS[hit["part"][0]]
        if not first <= int(hit["first"]) <= int(hit["last"]) <= last:
            yield hit.problem(f"“{hit.words}”：{hit['part']}是{first}月至{last}月，请核对")
    for hit in context.prose.find(_YEARS, "期试"):
        number = parse_number(hit["number"].replace("两", "二"))
        months = (int(hit["year2"]) - int(hit["year"])) * _YEAR + int(hit["month2"]) - int(hit["month"])
        days = int(hit["day2"]) - int(hit["day"])
        # 5月1日 to 4月30日 are whole months too, as 5月1日 to 5月1日.
        whole = months + (1 if days > _HALF_A_MONTH else -1 if days < -_HALF_A_MONTH else 0)
        if number is not None and whole != number * (_YEAR if hit["each"] == "年" else 1):
            yield hit.part("number").problem(f"“{hit.words}”：起止共{whole}个月，请核对", measured=hit["number"])


def _said(hit: Hit) -> int | None:
    """How many days are said."""
    number = parse_number(hit["days"].replace("两", "二"))
    return number * _WEEK if number is not None and hit["each"] == "周" else number


def _counted(hit: Hit) -> int | None:
    """How many days the dates make, both counted; None if they are no dates or go back."""
    year = int(hit["year"] or hit["year2"] or _ANY_YEAR)
    month, month2 = int(hit["month"]), int(hit["month2"] or hit["month"])
    try:
        begin = date(year, month, int(hit["day"]))
        end = date(int(hit["year2"] or year), month2, int(hit["day2"]))
    except ValueError:
        return None
    return (end - begin).days + 1 if end >= begin else None
