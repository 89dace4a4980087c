"""E119: the form of an order's number."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_RIGHT = expression(r"\s*[（(]?第[\d一二三四五六七八九十百〇零]{1,7}号[）)]?\s*")


@rule(
    "E119",
    name="order-number-form",
    clause="GB/T 9704-2012 10.2",
    severity=Severity.WARNING,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """命令（令）的令号一般写作“第×号”，不用发文字号的形式。

    不合规::

        ［文种］命令
        ［令号］某政令〔2026〕5号

    合规::

        ［文种］命令
        ［令号］第5号
    """
    for element in context.own(Role.ORDER_NUMBER):
        if not _RIGHT.fullmatch(element.text) and not context.is_open(element.text):
            yield Problem(f"令号“{element.text.strip()}”一般写作“第×号”", element.whole, expected="第×号")
