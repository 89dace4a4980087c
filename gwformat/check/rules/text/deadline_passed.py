"""T596: a day until which something is asked for, before the document's own."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.dated import own_day
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.text.numerals import DATE, date_of, format_date

_ASKED = expression(
    "(?:请(?!示)|[要须](?=[^，。；]{0,6}于))[^，。；：\\d\\n]{0,20}"
    "(?P<due>(?:(?:19|20)\\d{2}年)?\\d{1,2}月\\d{1,2}日)[0-9时分]{0,6}(?:之|以)?前"
)
_OTHER_YEAR = expression("每|[次明翌下来]年|下一年|年度|今后")
_NEAR = 90  # days: a day further back, without its year, is of the year to come
# 各单位要制定整改措施，于2026年9月10日前完成整改。
_ORDERED = expression(
    "(?:(?<![主重需简纪摘概必])要(?![求点素件])|须|应当)[^。；：“]{2,60}[，、]"
    "(?:并|务必)?于(?P<due>(?:19|20)\\d{2}年\\d{1,2}月\\d{1,2}日)(?:之|以)?前"
    "(?:全部|全面|将[^，。]{1,12})?(?:完成|报送|上报|提交|书面报|报[市县省区])(?![^，。；]{0,12}的)"
)


@rule(
    "T596",
    name="deadline-passed",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """要求办理的期限不早于成文日期。

    不合规::

        请各单位于2026年3月1日前报送自查报告。

    不合规::

        请各单位于2月20日前报送自查报告。

    不合规::

        整改情况要于2026年3月1日前报送市防汛办。

    合规::

        请各单位于2026年4月1日前报送自查报告。请于次年1月15日前报送总结，每年请于1月31日前报送计划。2026年3月1日前已经报送的，不再报送。

    不合规::

        各单位要制定整改措施，于2026年3月1日前全部完成整改。

    合规::

        主要做法是倒排工期，于2026年3月1日前完成清淤。
    """
    day = own_day(context) if context.prose.holds("前") else None
    if day is None:
        return
    for hit in (*context.prose.find(_ASKED, ("请", "要", "须")), *context.prose.find(_ORDERED, ("要", "须", "应当"))):
        said = hit["due"]
        bare = "年" not in said
        if bare and _OTHER_YEAR.search(hit.words + hit.before[-_NEAR:]):
            continue
        due = date_of(found) if (found := DATE.search(f"{day.year}年{said}" if bare else said)) else None
        if bare and due is not None and (day - due).days > _NEAR:
            continue
        if due is not None and due < day and context.is_own(hit.piece.element) and not hit.in_table:
            yield hit.part("due").problem(f"期限“{hit['due']}”早于成文日期{format_date(day)}，请核对")
