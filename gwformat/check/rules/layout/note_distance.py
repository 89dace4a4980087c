"""L263: a note of attachments that does not stand one line below the text."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Measured, Need, Problem, rule
from gwformat.check.distances import before, first_line, gap, last_line, own_first, rows_apart
from gwformat.findings import Severity
from gwformat.model import TEXT_ROLES, Role


@rule(
    "L263",
    name="note-distance",
    clause="GB/T 9704-2012 7.3.4",
    severity=Severity.ERROR,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem | Measured]:
    """附件说明在正文下空一行编排。

    一行是10.39 mm（GB/T 33476.2-2016 7.2.4）；空一个整行、连同行间的空白是15.2 mm。

    不合规::

        ［附件］有
        ［附件说明 段前］0磅

    合规::

        ［附件］有
    """
    note = own_first(context, Role.ATTACHMENT_NOTE)
    above = before(context, note) if note is not None else None
    if note is None or above is None or above.role not in TEXT_ROLES:
        return
    found = gap(last_line(context, above), first_line(context, note))
    yield from rows_apart(found, 1, "正文与附件说明的距离", note, "附件说明应在正文下空一行")
