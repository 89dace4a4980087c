"""P759: links with a frame."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable, on
from gwformat.findings import Severity


@rule(
    "P759",
    name="framed-links",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """链接不带边框，带边框的会把框印出来。

    不合规::

        ［印件］链接带边框

    合规::

        ［印件］有网址链接
    """
    for page in printable.pages:
        if any(note.kind == "Link" and note.bordered and note.printed for note in page.annotations):
            yield Problem("链接带边框，会印出来", on(page))
