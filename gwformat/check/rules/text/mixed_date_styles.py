"""T533: dates in Han and Arabic numerals in one text."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity
from gwformat.text.numerals import DATE, date_of, format_date

_HAN_DATE = expression("[一二][一二三四五六七八九〇○零]{3}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日")
_ARABIC = expression(r"(?:19|20)\d\d年\d{1,2}月")


@rule(
    "T533",
    name="mixed-date-styles",
    clause="GB/T 15835-2011 4.3",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """同一文中的日期采用同一种数字形式。

    不合规::

        防汛期自二〇二六年五月一日起。汛情于2026年3月16日通报。

    合规::

        防汛期自2026年5月1日起，传统节日为农历五月初五。
    """
    prose = context.prose
    hits = list(prose.find(_HAN_DATE, "年"))
    for hit in hits if hits and _ARABIC.search(prose.text) else ():
        found = DATE.fullmatch(hit.words)
        day = date_of(found) if found else None
        if day is not None and hit.words != hit.piece.text.strip():  # the date of a quoted text has its own line
            new = format_date(day)
            yield hit.problem(f"文中日期用阿拉伯数字，“{hit.words}”宜为“{new}”", new, Safety.REVIEW)
