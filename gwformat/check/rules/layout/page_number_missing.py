"""L290: pages without numbers."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.numbers import page_numbers
from gwformat.findings import Severity
from gwformat.model import Role


@rule(
    "L290",
    name="page-number-missing",
    clause="GB/T 9704-2012 7.5",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """公文编排页码，一般用4号半角宋体阿拉伯数字。

    不合规::

        ［页码 文字］某某市

    合规::

        ［页码 文字］— {PAGE} —
    """
    if context.has(Role.ISSUER_MARK) and not any(page_numbers(context)):
        yield Problem("没有页码")
