"""T554: 今年3月 where a year is meant."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity
from gwformat.model import Role
from gwformat.text.numerals import DATE, date_of

_DATE = expression(
    "(?P<word>今年|去年|明年|前年|后年|上年)(?=[0-9]{1,2}月|第?[一二三四]季度)"
    "|(?P<month>本月|上月|下月|上个月|下个月|这个月)(?=[0-9]{1,2}日)"
)
_YEARS = {"今年": 0, "去年": -1, "上年": -1, "明年": 1, "前年": -2, "后年": 2}


@rule(
    "T554",
    name="relative-date",
    clause="惯例",
    severity=Severity.INFO,
    fixable=Safety.REVIEW,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """正文里的日期写明年份、月份，不写“今年3月”“上月5日”。

    不合规::

        今年5月底前完成整改。

    不合规::

        今年三季度完成整改。

    合规::

        2026年5月底前完成整改，今年以来进展顺利，上年同期为6座。
    """
    date = context.first(Role.DATE)
    found = DATE.search(date.text) if date else None
    day = date_of(found) if found else None
    for hit in context.prose.find(
        _DATE, ("今年", "去年", "明年", "前年", "后年", "上年", "本月", "上月", "下月", "个月")
    ):
        if hit.in_main_text:
            new = f"{day.year + _YEARS[hit['word']]}年" if day and hit["word"] else None
            yield hit.problem(f"“{hit.words}”宜写明{'年份' if hit['word'] else '月份'}", new, Safety.REVIEW)
