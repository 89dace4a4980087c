"""P793: an electronic seal that does not stand on the date."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.press.lines import Line
from gwformat.check.printable import Printable
from gwformat.findings import Location, Severity
from gwformat.finished.values import Box
from gwformat.text import numerals


@rule(
    "P793",
    name="ofd-seal-off-date",
    clause="GB/T 9704-2012 7.3.5.1",
    severity=Severity.WARNING,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """电子印章端正、居中下压发文机关署名和成文日期，至少有一枚压在日期上。

    不合规::

        ［印件］OFD 的印章不在日期上

    合规::

        ［印件］有印章的 OFD
    """
    signatures = printable.ofd.signatures
    stamps = [stamp for signature in signatures for stamp in signature.stamps]
    dates = [(number, line) for number, lines in printable.lines.items() for line in lines if _is_date(line)]
    if not stamps or not dates:
        return
    if not any(stamp.page == number and _covers(stamp.box, line) for stamp in stamps for number, line in dates):
        page = stamps[0].page
        yield Problem("没有一枚电子印章压在成文日期上", None if page is None else Location(page=page))


def _is_date(line: Line) -> bool:
    """Whether nothing but a date, or a date and what stands before it, is on the line."""
    found = numerals.DATE.search(line.text)
    return found is not None and not line.text[found.end() :].strip()


def _covers(box: Box, line: Line) -> bool:
    """Whether the seal lies on any of the line."""
    return box.left < line.right and box.right > line.left and box.top < line.bottom and box.bottom > line.top
