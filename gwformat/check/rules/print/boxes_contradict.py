"""P704: page boxes that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable, on
from gwformat.findings import Severity
from gwformat.finished.values import Box

_SLACK = 0.1  # mm


@rule(
    "P704",
    name="boxes-contradict",
    clause="惯例",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """裁切框在媒体框之内，显示框和出血框不小于裁切框。

    显示框比裁切框小，页边的内容印不出来；裁切框超出媒体框，成品缺边。

    不合规::

        ［印件］显示框小于裁切框

    不合规::

        ［印件］裁切框超出媒体框

    合规::

        ［印件］有出血的 A4
    """
    for page in printable.pages:
        trim = page.trim or page.media
        for outer, name in ((page.media, "媒体框"), (page.crop, "显示框"), (page.bleed, "出血框")):
            if outer is not None and not _holds(outer, trim):
                yield Problem(
                    f"{name}没有包住裁切框，页边的内容会印不出来", on(page), measured=_said(outer), expected=_said(trim)
                )


def _holds(outer: Box, inner: Box) -> bool:
    return (
        outer.left <= inner.left + _SLACK
        and outer.right >= inner.right - _SLACK
        and outer.top >= inner.top - _SLACK
        and outer.bottom <= inner.bottom + _SLACK
    )


def _said(box: Box) -> str:
    return f"{box.width:.1f} × {box.height:.1f} mm"
