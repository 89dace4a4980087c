"""E185: elements of the imprint that stand in another order, attachments below the imprint."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from gwformat.check import Context, Problem, rule
from gwformat.findings import Severity
from gwformat.model import Role

_ORDER = (Role.COPY_TO, Role.PRINTER, Role.PRINT_DATE)


@rule(
    "E185",
    name="imprint-out-of-order",
    clause="GB/T 9704-2012 7.4",
    severity=Severity.ERROR,
)
def check(context: Context) -> Iterator[Problem]:
    """版记在公文的最后，附件在版记之前；版记中抄送机关在印发机关和印发日期之上。

    不合规::

        ［移动］抄送机关 到 印发日期 之后

    不合规::

        ［附件］有
        ［移动］附件序号 到 印发日期 之后

    合规::

        ［附件］有
    """
    severity = None if context.draft.format == "docx" else Severity.INFO
    places = [
        (element.block.source.first, element)
        for role in _ORDER
        for element in context.of(role)[:1]
        if element.block.source is not None
    ]
    for (above, one), (below, other) in pairwise(places):
        if below < above:
            yield Problem(f"{one.role.value}应在{other.role.value}之上", one.whole, severity=severity)
    for label in context.attached.labelled:
        source = label.element.block.source
        if places and source is not None and source.first > max(place for place, _ in places):
            yield Problem("附件应在版记之前", label.element.whole, severity=severity)
