"""E165: dates without a day, or left open."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role
from gwformat.text import numerals

_SLIP = expression(r"[A-Za-zＯ]")
_OPEN = expression(r"[×xX✕＊*_＿△\[\]【】〔〕{}<>]|年\s*月|月\s*日|日期")


@rule(
    "E165",
    name="date-incomplete",
    clause="GB/T 9704-2012 7.3.5.4",
    severity=Severity.ERROR,
)
def check(context: Context) -> Iterator[Problem]:
    """成文日期应当将年、月、日标全。

    留空待填的日期只作提醒。

    不合规::

        ［成文日期］2026年3月

    不合规::

        ［成文日期］2O26年3月16日

    合规::

        ［成文日期］2026年3月16日
    """
    for element in context.own(Role.DATE):
        text = element.text.strip()
        if text and numerals.DATE.search(text) is None:
            left_open = _OPEN.search(text) is not None
            state = "还没有填写完整" if left_open else "里有字母" if _SLIP.search(text) else "没有标全年、月、日"
            severity = Severity.WARNING if left_open else None
            message = f"成文日期“{text}”{state}"
            yield Problem(message, element.whole, severity=severity, expected="××××年×月×日", measured=text)
