"""E194: book title marks around the whole name in the attachment note."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_WHOLE = expression(r"《[^《》]*》")


@rule(
    "E194",
    name="attachment-note-in-book-marks",
    clause="惯例",
    severity=Severity.INFO,
)
def check(context: Context) -> Iterator[Problem]:
    """附件说明中的附件名称一般不加书名号。

    不合规::

        ［附件说明］附件：《防汛责任人名单》

    合规::

        ［附件说明］附件：防汛责任人名单
    """
    for entry in context.attached.announced:
        if _WHOLE.fullmatch(entry.name.strip()):
            yield Problem(f"附件名称“{entry.name.strip()}”一般不加书名号", entry.element.whole)
