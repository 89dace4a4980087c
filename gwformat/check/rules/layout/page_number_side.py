"""L293: page numbers not on the outer side."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import ALIGN_NAMES
from gwformat.check.numbers import page_numbers
from gwformat.findings import Severity
from gwformat.model import Align


@rule(
    "L293",
    name="page-number-side",
    clause="GB/T 9704-2012 7.5",
    severity=Severity.ERROR,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """单页码居右空一字，双页码居左空一字。

    不合规::

        ［页码 对齐］中

    合规::

        ［页码 文字］— {PAGE} —
    """
    for number in page_numbers(context):
        if number.align is None:
            continue
        wanted = Align.LEFT if number.side == "even" else Align.RIGHT
        if context.profile.page_number.centred:
            wanted = Align.CENTER
        align = Align.LEFT if number.align is Align.JUSTIFY else number.align
        which = f"{'双' if number.side == 'even' else '单'}页码{ALIGN_NAMES[wanted]}"
        if align is not wanted and number.side != "first":
            measured = ALIGN_NAMES[number.align]
            yield Problem(f"{which}，现为{measured}", number.where, expected=ALIGN_NAMES[wanted], measured=measured)
