"""P750: comments laid over the page."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable, on
from gwformat.findings import Severity

_HARMLESS = ("Link", "Widget", "Popup", "PrinterMark", "TrapNet", "")  # fields of forms are P751


@rule(
    "P750",
    name="annotations",
    clause="惯例",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """没有批注、图章、附件等加在页面上的东西；链接不在此列。

    不合规::

        ［印件］有文字批注

    不合规::

        ［印件］有高亮标记

    不合规::

        ［印件］有图章注释

    合规::

        ［印件］有网址链接
    """
    for page in printable.pages:
        for note in page.annotations:
            if note.kind not in _HARMLESS:
                words = f"“{note.words[:12]}”" if note.words else ""
                yield Problem(f"页面上有注释（{note.kind}）{words}", on(page), measured=note.kind)
