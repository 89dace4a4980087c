"""P735: a line too thin to print."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable, on
from gwformat.findings import Severity
from gwformat.finished.values import MM_PER_PT

_SLACK = 0.003  # mm


@rule(
    "P735",
    name="hairline",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """线条不细于 0.25 磅，再细的印出来会断。

    不合规::

        ［印件］有极细的线

    不合规::

        ［印件］线宽为零

    合规::

        ［印件］合格
    """
    limit = printable.figures.lines.hairline
    for page in printable.pages:
        thin = [stroke for stroke in page.strokes if stroke.weight < limit.mm - _SLACK and not stroke.paint.is_white]
        if thin:
            finest = min(stroke.weight for stroke in thin) / MM_PER_PT
            message = f"有 {len(thin)} 条线太细，印出来会断"
            yield Problem(message, on(page), expected=f"不细于 {limit.pt:g} 磅", measured=f"{finest:.2f} 磅")
