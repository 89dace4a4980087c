"""L268: an imprint whose last line does not lie on the lower edge of the type area."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Measured, Need, Problem, rule
from gwformat.check.distances import TOLERANCE, Unknown, last_line, unverified
from gwformat.check.lines import imprint_lines
from gwformat.findings import Severity
from gwformat.model import IMPRINT_ROLES


@rule(
    "L268",
    name="imprint-not-at-foot",
    clause="GB/T 9704-2012 7.4.1",
    severity=Severity.ERROR,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem | Measured]:
    """版记的末条分隔线与公文最后一面的版心下边缘重合。

    即距纸上边262 mm。版记跟在正文后面、没有落到页底的，不合规。

    不合规::

        ［版记 位置］随文

    合规::

        ［抄送机关］抄送：市委各部门，市人大常委会办公室，市政协办公室，市监委，市中级人民法院，市人民检察院，某某军分区。
    """
    assert context.geometry is not None and context.formatting is not None
    elements = context.own(*IMPRINT_ROLES)
    if not elements or not imprint_lines(context):
        return
    line = last_line(context, elements[-1])
    if isinstance(line, Unknown):
        yield unverified("版记末条分隔线的位置", line, elements[-1])
        return
    below = [stroke for stroke in context.geometry.strokes if stroke.side == line.side and stroke.y > line.bottom]
    if not below:
        unknown = Unknown("末条分隔线的位置文件里没有写定")
        yield unverified("版记末条分隔线的位置", unknown, elements[-1])
        return
    wanted, found = context.profile.imprint.last_line, max(stroke.y for stroke in below)
    expected, measured = f"{wanted.mm:.0f} mm", f"{found.mm:.1f} mm"
    section = context.formatting.section_of(elements[-1].first_paragraph)
    if abs(found - wanted) <= TOLERANCE:
        yield Measured("版记末条分隔线距纸上边", expected, measured)
    else:
        message = f"版记末条分隔线应与版心下边缘重合（距纸上边{expected}），现为{measured}"
        # With the margins of GB/T 33476.2 the text area ends 2.42 mm below the type area.
        at_foot = abs(section.height - section.bottom - found) <= TOLERANCE
        severity = Severity.WARNING if at_foot else None
        yield Problem(message, elements[-1].whole, None, expected, measured, severity)
