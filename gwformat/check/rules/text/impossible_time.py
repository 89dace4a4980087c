"""T531: a time that no clock shows."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.prose import Hit
from gwformat.expressions import expression
from gwformat.findings import Severity

_TIME = expression("(?P<h>[0-9][0-9]?)(?:[:：](?P<m>[0-9]{2})(?![0-9:：])|时(?P<minute>[0-9]{1,2})分)")
_HOUR = expression("[0-9]{2}时(?<=[午晨晚上][0-9]{2}时)(?![0-9间])")  # 上午25时 says no minutes
_MORNING = expression("上午(?:1[3-9]|2[0-4])(?:[:：][0-9]{2}|[时点])")
_LAST_HOUR = 24
_MEETS = expression("[前起止]?(?:召开|开始|举行|出发|集合|报到|截止|结束)")
_RANGE = expression("[0-9]{1,2}[:：][0-9]{2}[至—～~-]{1,2}$")
_SEMICOLON = expression("(?<=[日午晨晚])(?:[01]?[0-9]|2[0-4])[；;][0-5][0-9](?![0-9项条个名人])")
_UNTIL = expression("(?:值班|值守|办公|营业|开放|施工|作业|供应)[至到]$")
_BEFORE = ("日", "上午", "下午", "中午", "凌晨", "晚", "晚上")


@rule(
    "T531",
    name="impossible-time",
    clause="条例 第二十条",
    severity=Severity.ERROR,
)
def check(context: Context) -> Iterator[Problem]:
    """时刻应当在0时至24时之间，分钟数小于60。

    不合规::

        会议定于3月16日25:30召开。

    不合规::

        会议定于3月16日9时60分召开。

    不合规::

        会议定于上午25时召开，于9:75开始签到，办公时间为8:30—17:70，上午15:30集合。

    不合规::

        会议定于3月16日9；30召开，每日值守至24时30分。

    合规::

        会议定于3月16日9:30召开，24时00分结束，比分为下半场78:65，用时25时30分，晚上20时结束。
    """
    for hit in context.prose.find(_TIME, ":：时"):
        hour, minute = int(hit["h"]), int(hit["m"] or hit["minute"])
        if (hour > _LAST_HOUR or minute > 59 or (hour == _LAST_HOUR and minute > 0)) and _is_time(hit):
            yield hit.problem(f"没有“{hit.words}”这一时刻")
    for hit in context.prose.find(_SEMICOLON, "；;"):
        yield hit.problem(f"“{hit.words}”：时与分之间用冒号", hit.words.replace("；", ":").replace(";", ":"))
    for hit in context.prose.find(_HOUR, ("午", "晨", "晚")):
        if int(hit.words[:2]) > _LAST_HOUR:
            yield hit.problem(f"没有“{hit.words}”这一时刻")
    for hit in context.prose.find(_MORNING, ("上午1", "上午2")):
        yield hit.problem(f"“{hit.words}”不是上午的时刻，请核对")


def _is_time(hit: Hit) -> bool:
    """Whether two numbers are a time, no score and no scale, by what stands around them."""
    if hit.before.endswith(_BEFORE) or _RANGE.search(hit.before) or _UNTIL.search(hit.before):
        return True
    return hit.before.endswith("于") and _MEETS.match(hit.after) is not None
