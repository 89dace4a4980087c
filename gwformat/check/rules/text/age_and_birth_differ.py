"""T617: an age and a day of birth beside it that do not say the same."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.dated import own_day
from gwformat.expressions import expression
from gwformat.findings import Severity

_AGE = expression(
    r"(?P<age>\d\d)周?岁(?:（含）|\(含\))?(?P<side>以[下上])(?:（含[^（）]{0,6}）)?[，（(]{0,2}(?:即|指)?"
    r"(?P<year>(?:19|20)\d\d)年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:（含[^（）]{0,6}）)?[以之]?(?P<when>[前后])"
    r"(?:（含[^（）]{0,6}）)?出生"
)
_FAR = 1  # years: the day on which the age is counted need not be in the year of the document


@rule(
    "T617",
    name="age-and-birth-differ",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """年龄条件与括注的出生日期一致。

    不合规::

        年龄在35周岁以下（1991年1月1日前出生）。

    不合规::

        年龄在35周岁以下（1980年1月1日以后出生）。

    合规::

        年龄在35周岁以下（1991年1月1日以后出生），监护人在18周岁以上（2008年3月1日前出生）。
    """
    for hit in context.prose.find(_AGE, ("以下", "以上")):
        day = own_day(context)
        if (hit["side"] == "以下") != (hit["when"] == "后"):
            yield hit.problem(f"“{hit.words}”：{hit['side']}与{hit['when']}出生相反，请核对")
        elif day is not None and abs(int(hit["year"]) + int(hit["age"]) - day.year) > _FAR:
            age = day.year - int(hit["year"])
            yield hit.problem(f"{hit['year']}年出生的在{day.year}年是{age}岁，请核对", measured=f"{age}岁")
