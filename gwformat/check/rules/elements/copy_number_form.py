"""E100: the form of a copy number."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_RIGHT = expression(r"\s*\d{6}\s*")


@rule(
    "E100",
    name="copy-number-form",
    clause="GB/T 9704-2012 7.2.1",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """份号一般用6位阿拉伯数字，前后不加其他文字。

    不合规::

        ［份号］0001
        ［密级和保密期限］机密★1年

    不合规::

        ［份号］份号：000001
        ［密级和保密期限］机密★1年

    合规::

        ［份号］000001
        ［密级和保密期限］机密★1年
    """
    for element in context.of(Role.COPY_NUMBER):
        if not _RIGHT.fullmatch(element.text) or not element.text.strip().isascii():
            yield Problem(
                f"份号“{element.text.strip()}”应为6位阿拉伯数字，如“000001”", element.whole, expected="6位阿拉伯数字"
            )
