"""L285: an imprint without its lines, or with lines where its format has none."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.lines import imprint_lines
from gwformat.findings import Severity
from gwformat.model import IMPRINT_ROLES, Role


@rule(
    "L285",
    name="imprint-lines-missing",
    clause="GB/T 9704-2012 7.4.1",
    severity=Severity.ERROR,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """版记中的分隔线与版心等宽，首条在第一个要素之上，末条与版心下边缘重合；信函的版记不加分隔线（10.1）。

    不合规::

        ［版记 边框］none

    不合规::

        ［文种］函
        ［发文机关标志］某某市水务局

    合规::

        ［抄送机关］抄送：市委办公室。
    """
    assert context.formatting is not None
    elements = context.of(*IMPRINT_ROLES)
    if context.profile.imprint.lines and elements and not imprint_lines(context):
        yield Problem("版记没有分隔线", elements[0].whole)
    if not context.profile.imprint.lines and context.has(Role.ISSUER_MARK) and elements and imprint_lines(context):
        yield Problem("这种格式的版记不加分隔线", elements[0].whole, clause=context.profile.imprint.clause)
