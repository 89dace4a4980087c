"""L205: sections with different margins."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import here
from gwformat.findings import Severity
from gwformat.units import Mm

_TOLERANCE = Mm(0.2)


@rule(
    "L205",
    name="sections-differ",
    clause="GB/T 9704-2012 5.2.1",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """同一公文各页的版心应一致（横排的表格页除外）。

    不合规::

        ［页面 首节 上边距］30毫米

    合规::

        ［页面 上边距］37毫米
        ［页面 下边距］35毫米
    """
    assert context.formatting is not None and context.geometry is not None
    upright = [context.geometry.full_page(section) for section in context.formatting.sections if not section.landscape]
    for section in upright[1:]:
        first = upright[0]
        sides = ("上", section.top, first.top), ("下", section.bottom, first.bottom), ("左", section.left, first.left)
        for side, mine, others in (*sides, ("右", section.right, first.right)):
            if abs(mine - others) > _TOLERANCE:
                where = here(context, section.first)
                yield Problem(f"这一节的{side}边距{mine.mm:.1f} mm与首节的{others.mm:.1f} mm不同", where)
