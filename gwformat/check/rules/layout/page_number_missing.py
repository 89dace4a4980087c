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

    不合规::

        ［页面 首页不同］有

    合规::

        ［页码 文字］— {PAGE} —

    合规::

        ［文种］函
        ［发文机关标志］某某市水务局
        ［页码 文字］某
    """
    if not context.has(Role.ISSUER_MARK):
        return
    if not any(page_numbers(context)):
        yield from _none_at_all(context)
        return
    yield from (Problem(f"{page}没有页码") for page in _bare_pages(context))


def _bare_pages(context: Context) -> Iterator[str]:
    """The kinds of pages of the first section whose footer shows no number though others do."""
    assert context.formatting is not None and context.geometry is not None
    section, shown = context.formatting.sections[0], {number.side for number in page_numbers(context)}
    if section.title_page and context.profile.page_number.first and "first" not in shown:
        yield "首页设为“首页不同”，首页"
    is_one = context.geometry.page_count == 1
    if context.formatting.settings.even_and_odd and len(context.formatting.sections) == 1 and not is_one:
        yield from (name for side, name in (("default", "单页"), ("even", "双页")) if side not in shown)


def _none_at_all(context: Context) -> Iterator[Problem]:
    """That there is no number; where the first page shows none (10.1), only if there is certainly a second one."""
    assert context.geometry is not None
    pages = context.geometry.page_count
    if context.profile.page_number.first or (pages is not None and pages > 1):
        yield Problem("没有页码")
    elif pages is None:
        yield Problem(f"没有页码；有没有第二页：{context.geometry.pages_unknown}", severity=Severity.UNVERIFIED)
