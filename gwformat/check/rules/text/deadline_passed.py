"""T596: a day until which something is asked for, before the document's own."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role
from gwformat.text.numerals import DATE, date_of, format_date

_ASKED = expression("请(?!示)[^，。；：\\d]{0,20}$")
_BEFORE = expression("[0-9时分]{0,6}(?:之|以)?前")


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

    合规::

        请各单位于2026年4月1日前报送自查报告。2026年3月1日前已经报送的，不再报送。
    """
    own = context.own(Role.DATE)
    said = DATE.search(own[-1].text) if own else None
    day = date_of(said) if said else None
    if day is None:
        return
    for element in context.text if context.prose.holds("请") else ():
        for found in DATE.finditer(element.text) if "请" in element.text else ():
            due = date_of(found)
            if due is None or due >= day or not _BEFORE.match(element.text, found.end()):
                continue
            if _ASKED.search(element.text, 0, found.start()):
                yield Problem(f"期限“{found[0]}”早于成文日期{format_date(day)}，请核对", element.at(found))
