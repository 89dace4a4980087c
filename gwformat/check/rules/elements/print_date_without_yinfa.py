"""E176: print dates that do not end in 印发."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity, reworded
from gwformat.model import Role
from gwformat.text import numerals

_DATE = expression(rf"(?:{numerals.DATE.pattern})(?P<word>\s*(?:印\s*发|印\s*制|翻\s*印|封\s*发|发\s*出|印|发)?)\s*$")


@rule(
    "E176",
    name="print-date-without-yinfa",
    clause="GB/T 9704-2012 7.4.3",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """印发日期后应当加“印发”二字。

    不合规::

        ［印发日期］2026年3月18日

    不合规::

        ［印发日期］2026年3月18日印制

    合规::

        ［印发日期］2026年3月18日印发
    """
    for element in context.of(Role.PRINT_DATE):
        found = _DATE.search(element.text)
        word = "".join(found["word"].split()) if found else "印发"
        if found and word not in ("印发", "翻印"):
            where = element.at(found, "word")
            said = f"“{word}”应为“印发”" if word else "印发日期后应加“印发”二字"
            yield Problem(said, where, reworded(where, "印发", Safety.SAFE), expected="印发")
