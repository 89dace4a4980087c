"""L271: a blank page before the imprint, or the page of the imprint behind it, that shows its number."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Measured, Need, Problem, rule
from gwformat.check.distances import Unknown, first_line, sides
from gwformat.check.elements import Element
from gwformat.check.numbers import page_numbers
from gwformat.findings import Severity
from gwformat.model import IMPRINT_ROLES, CarrierKind
from gwformat.ooxml.effective import SectionLook

_BREAKS = (CarrierKind.SECTION_BREAK, CarrierKind.PAGE_BREAK)


@rule(
    "L271",
    name="blank-page-numbered",
    clause="GB/T 9704-2012 7.5",
    severity=Severity.ERROR,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem | Measured]:
    """公文的版记页前有空白页的，空白页和版记页均不编排页码。

    不合规::

        ［文种］通告
        汛期各级各部门要落实防汛责任，加强值班值守，及时报告险情。
        ［重复］13
        ［页面 页码］同首节

    合规::

        ［文种］通告
        汛期各级各部门要落实防汛责任，加强值班值守，及时报告险情。
        ［重复］13
    """
    elements = context.own(*IMPRINT_ROLES)
    line = first_line(context, elements[0]) if elements else None
    if line is None or isinstance(line, Unknown) or line.page is None or line.page < 3:
        return
    assert context.formatting is not None
    if line.page - 1 in sides(context, [element for element in context.elements if _shown(element)]):
        return
    section = context.formatting.section_of(elements[0].first_paragraph)
    if _shows(context, section, line.page):
        yield Problem("版记页前有空白页，空白页和版记页都不编页码", elements[0].whole)
    else:
        yield Measured("空白页和版记页的页码", "不编", "不编")


def _shown(element: Element) -> bool:
    """Whether there is something to see in an element: words, or a table or a picture, which may fill a page alone."""
    carrier = element.block.carrier
    return bool(element.text.strip()) or (carrier is not None and carrier.kind not in _BREAKS)


def _shows(context: Context, section: SectionLook, page: int) -> bool:
    """Whether the section shows a number on its pages."""
    shown = {number.where.part for number in page_numbers(context)}
    assert context.formatting is not None
    even = context.formatting.settings.even_and_odd and page % 2 == 0
    name = section.footers.get("even" if even else "default")
    return name in shown
