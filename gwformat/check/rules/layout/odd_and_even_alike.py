"""L294: one footer for odd and even pages."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.numbers import page_numbers
from gwformat.findings import Property, Safety, Severity, reformatted


@rule(
    "L294",
    name="odd-and-even-alike",
    clause="GB/T 9704-2012 7.5",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """单页码居右、双页码居左，页脚要设“奇偶页不同”。

    不合规::

        ［页面 奇偶页不同］无

    合规::

        ［页面 奇偶页不同］有
    """
    assert context.formatting is not None
    settings = context.formatting.settings
    if not settings.even_and_odd and not all(number.mirrored for number in page_numbers(context)):
        fix = reformatted(None, Property.ODD_EVEN_FOOTERS, "on")
        has_even = any("even" in section.footers for section in context.formatting.sections)
        yield Problem("没有设“奇偶页不同”，双页码与单页码在同一位置", fix=fix if has_even else None)
