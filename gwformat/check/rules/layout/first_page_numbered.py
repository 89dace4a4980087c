"""L289: a first page that shows its number in a format where it shall not."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.numbers import page_numbers
from gwformat.findings import Severity
from gwformat.model import Role


@rule(
    "L289",
    name="first-page-numbered",
    clause="GB/T 9704-2012 10.1",
    severity=Severity.ERROR,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """信函格式的首页不显示页码。

    文字处理软件里设置“首页不同”，首页的页脚不放页码。

    不合规::

        ［文种］函
        ［发文机关标志］某某市水务局
        ［页面 首页不同］无

    合规::

        ［文种］函
        ［发文机关标志］某某市水务局
    """
    assert context.formatting is not None
    if context.profile.page_number.first or not context.has(Role.ISSUER_MARK):
        return
    first = "first" if context.formatting.sections[0].title_page else "default"
    found = next((number for number in page_numbers(context) if number.side == first), None)
    if found is not None:
        yield Problem("首页不显示页码，现在首页有页码", found.where)
