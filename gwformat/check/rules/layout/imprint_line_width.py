"""L276: lines of the imprint that are shorter or longer than the type area."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.lines import STANDARD_WIDTH, imprint_lines, line_width
from gwformat.check.looks import here
from gwformat.findings import Severity
from gwformat.units import Mm

_TOLERANCE = Mm(2)


@rule(
    "L276",
    name="imprint-line-width",
    clause="GB/T 9704-2012 7.4.1",
    severity=Severity.ERROR,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """版记中的分隔线与版心等宽。

    不合规::

        ［版记 宽度］120毫米

    合规::

        ［版记 宽度］156毫米
    """
    assert context.formatting is not None
    for line in imprint_lines(context)[:1] if context.profile.imprint.lines else ():
        width = line_width(context, line)
        wanted = context.formatting.section_of(line.paragraph).text_width
        if width is not None and min(abs(width - wanted), abs(width - STANDARD_WIDTH)) > _TOLERANCE:
            measured, expected = f"{width.mm:.1f} mm", f"{wanted.mm:.1f} mm"
            yield Problem("版记的分隔线应与版心等宽", here(context, line.paragraph), None, expected, measured)
