"""L291: a page number without 一字线."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.numbers import page_numbers
from gwformat.findings import Severity


@rule(
    "L291",
    name="page-number-form",
    clause="GB/T 9704-2012 7.5",
    severity=Severity.ERROR,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """页码数字左右各放一条一字线（— 1 —）。

    不合规::

        ［页码 文字］第{PAGE}页

    不合规::

        ［页码 文字］-{PAGE}-

    不合规::

        ［页码 文字］——{PAGE}——

    合规::

        ［页码 文字］— {PAGE} —

    合规::

        ［页码 文字］—{PAGE}—
    """
    dash = context.profile.page_number.dash
    form = re.compile(rf"\s*{re.escape(dash)}\s*\{{PAGE\}}\s*{re.escape(dash)}\s*")
    wanted = f"{dash} 1 {dash}".strip()
    for number in page_numbers(context):
        if not form.fullmatch(number.text):
            shown = number.text.strip().replace("{PAGE}", "1")
            yield Problem(f"页码写成“{shown}”，应为“{wanted}”", number.where, expected=wanted, measured=shown)
