"""L292: page numbers in another size than 四号."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import size_name
from gwformat.check.numbers import page_numbers
from gwformat.findings import Severity


@rule(
    "L292",
    name="page-number-size",
    clause="GB/T 9704-2012 7.5",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """页码一般用4号字。

    不合规::

        ［页码 字号］五号

    合规::

        ［页码 字号］四号
    """
    wanted = context.profile.page_number.size
    for number in page_numbers(context):
        if number.look.size != wanted:
            measured = size_name(number.look.size)
            yield Problem(f"页码一般用四号字，现为{measured}", number.where, expected="四号", measured=measured)
