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

    信函格式首页不显示页码，只有一页的信函因此没有页码。

    合规::

        ［页码 文字］— {PAGE} —

    合规::

        ［文种］函
        ［发文机关标志］某某市水务局
        ［页码 文字］某
    """
    if context.has(Role.ISSUER_MARK) and not any(page_numbers(context)) and not _is_without(context):
        yield Problem("没有页码")


def _is_without(context: Context) -> bool:
    """Whether it has one page only, and a format whose first page shows no number (10.1)."""
    assert context.geometry is not None
    return not context.profile.page_number.first and context.geometry.page_count == 1
