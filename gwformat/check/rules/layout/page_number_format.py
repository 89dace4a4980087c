"""L298: page numbers in other than Arabic figures."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import here
from gwformat.check.numbers import page_numbers
from gwformat.findings import Severity

_ARABIC = ("decimal", "numberInDash", "decimalHalfWidth")


@rule(
    "L298",
    name="page-number-format",
    clause="GB/T 9704-2012 7.5",
    severity=Severity.ERROR,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """页码用阿拉伯数字。

    不合规::

        ［页面 页码格式］chineseCounting

    合规::

        ［页面 页码格式］decimal
    """
    assert context.formatting is not None
    for section in context.formatting.sections:
        if section.page_format not in _ARABIC and any(page_numbers(context)):
            yield Problem(f"页码的数字格式是“{section.page_format}”，应为阿拉伯数字", here(context, section.first))
