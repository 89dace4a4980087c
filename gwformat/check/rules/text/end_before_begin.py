"""T578: a period that ends before it begins."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_PERIOD = expression(
    "(?P<year1>(?:19|20)[0-9]{2})年(?P<month1>[0-9]{1,2})月(?:(?P<day1>[0-9]{1,2})日)?(?:起)?(?:至|—|～)"
    "(?P<year2>(?:19|20)[0-9]{2})年(?P<month2>[0-9]{1,2})月(?:(?P<day2>[0-9]{1,2})日)?"
)

# 2026年9月1日至6月30日: the year of the end was left out, or a month is wrong.
_WITHOUT_YEAR = expression(
    "(?:19|20)[0-9]{2}年(?P<month1>[0-9]{1,2})月(?P<day1>[0-9]{1,2})日起?[至到—～]"
    "(?P<month2>[0-9]{1,2})月(?P<day2>[0-9]{1,2})日"
)

_MONTHS = expression("20[0-9]{2}年(?P<begin>1[0-2]|[1-9])月份?[至到—～](?P<end>1[0-2]|[1-9])月(?![0-9]{1,2}日|[0-9])")

# Of one month: 11月1日至3月31日 is of two years.
_DAYS = expression(
    "(?P<month>[0-9](?<![0-9].)[0-9]?)月(?P<first>[0-9]{1,2})日起?[至到—～](?:(?P=month)月)?(?P<last>[0-9]{1,2})日"
)

# 由2020年的3200辆增加到2024年的7800辆
_GROWTH = expression(
    "由(?P<year1>(?:19|20)[0-9]{2})年[^，。；由]{0,30}?[增提升上扩发减下降缩变升降][^，。；由到]{0,3}到"
    "(?P<year2>(?:19|20)[0-9]{2})年"
)
_WORKS = expression(
    "(?P<year1>(?:19|20)[0-9]{2})年(?P<month1>1[0-2]|[1-9])月[^，。；、]{0,6}?(?:开工|动工)[^。；\n]{0,12}?"
    "(?P<year2>(?:19|20)[0-9]{2})年(?P<month2>1[0-2]|[1-9])月[^，。；、]{0,6}?(?:完工|竣工|建成|投产|通车|交付使用|投入使用)"
)

# 从5月20日开始，至5月10日结束
_FROM_TO = expression(
    "[从自于](?:(?P<year1>20[0-9]{2})年)?(?P<month1>1[0-2]|[1-9])月(?P<day1>[0-9]{1,2})日(?:起|开始|启动)[^，。；\\d]{0,6}，"
    "[^，。；\\d]{0,6}[至到于](?:(?P<year2>20[0-9]{2})年)?(?P<month2>1[0-2]|[1-9])月(?P<day2>[0-9]{1,2})日(?:结束|截止|前?完成)"
)

# 14:30—12:00 of one day; what begins in the evening ends on the next.
_HOURS = expression(
    r"(?<![\d:：])(?P<hour1>\d{1,2})[:：](?P<minute1>[0-5]\d)[至到—～](?P<hour2>\d{1,2})[:：](?P<minute2>[0-5]\d)(?![\d:：])"
)
_DAY_BEGINS, _DAY_ENDS = 9, 17  # hours between which both stand

# What the patterns need, so that few paragraphs are searched.
_TO_DAY = tuple(f"日{begun}{to}" for begun in ("", "起") for to in "至到—～")
_TO_MONTH = tuple(f"月{share}{to}" for share in ("", "份") for to in "至到—～")
_TO_HOUR = expression("[:：][0-5][0-9][至到—～][0-9]")
_TO_TIME = tuple(f"{end}{to}" for end in "月日起" for to in "至—～")


@rule(
    "T578",
    name="end-before-begin",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """起止时间，起在前、止在后。

    不合规::

        工期为2026年5月1日至2026年3月31日。

    不合规::

        会期为3月18日至16日，报名时间为4月20日至4月10日。

    不合规::

        日均交通量由2024年的3200辆增加到2020年的7800辆。

    不合规::

        工期为2026年9月1日至6月30日。

    不合规::

        计划2027年10月开工，2026年3月完工。

    不合规::

        会议时间为14:30—12:00，签到时间为上午9:00—8:30。

    不合规::

        活动时间为2026年9月至6月。

    不合规::

        活动从5月20日开始，至5月10日结束。

    合规::

        日均交通量由2020年的3200辆增加到2024年的7800辆，计划2026年3月开工，2027年10月完工。

    合规::

        会议时间为9:30—12:00，夜间22:00—6:00禁止鸣笛，值班时间为17:00—次日8:00，下午2:30—5:00。

    合规::

        供暖期为11月1日至3月31日，会期为3月16日至18日，假期为3月28日至4月2日。

    合规::

        工期为2025年12月1日至2026年3月31日。
    """
    for hit in context.prose.find(_PERIOD, _TO_TIME):
        begin, end = (tuple(int(hit[f"{part}{n}"] or 0) for part in ("year", "month", "day")) for n in (1, 2))
        if begin[2] == 0 or end[2] == 0:
            begin, end = begin[:2], end[:2]
        if end < begin:
            yield hit.problem(f"“{hit.words}”：止期早于起期")
    for hit in context.prose.find(_DAYS, _TO_DAY):
        if int(hit["last"]) < int(hit["first"]):
            yield hit.problem(f"“{hit.words}”：止期早于起期")
    for hit in context.prose.find(_WITHOUT_YEAR, _TO_DAY):
        begin, end = ((int(hit[f"month{n}"]), int(hit[f"day{n}"])) for n in (1, 2))
        if end < begin and begin[0] != end[0]:
            yield hit.problem(f"“{hit.words}”：止期早于起期，不是同一年的，写明年份")
    for hit in context.prose.find(_MONTHS, _TO_MONTH):
        if int(hit["end"]) < int(hit["begin"]):
            yield hit.problem(f"“{hit.words}”：止期早于起期，不是同一年的，写明年份")
    for hit in context.prose.find(_HOURS, _TO_HOUR):
        begin, end = ((int(hit[f"hour{n}"]), int(hit[f"minute{n}"])) for n in (1, 2))
        by_day = (_DAY_BEGINS, 0) <= end < begin < (_DAY_ENDS, 0) and not hit.before.endswith(("晚", "晚上"))
        if by_day or (end < begin and hit.before.endswith(("上午", "下午"))):
            yield hit.problem(f"“{hit.words}”：止时早于起时，请核对")
    for hit in context.prose.find(_GROWTH, ("到19", "到20")):
        if int(hit["year2"]) < int(hit["year1"]):
            yield hit.problem(f"“由{hit['year1']}年……到{hit['year2']}年”：止期早于起期，请核对")
    for hit in context.prose.find(_WORKS, ("开工", "动工")):
        begin, end = ((int(hit[f"year{n}"]), int(hit[f"month{n}"])) for n in (1, 2))
        if end < begin:
            yield hit.problem("完工的时间早于开工的时间，请核对")
    for hit in context.prose.find(_FROM_TO, ("日起", "日开始", "日启动")):
        begin, end = ((int(hit[f"month{n}"]), int(hit[f"day{n}"])) for n in (1, 2))
        one_year = hit["year1"] and hit["year2"] in ("", hit["year1"])
        if end < begin and (one_year or begin[0] == end[0]):
            yield hit.problem("结束的日期早于开始的日期，请核对")
