"""P785: words of an OFD whose characters all stand in one place."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable, on
from gwformat.findings import Severity


@rule(
    "P785",
    name="ofd-words-stacked",
    clause="GB/T 33190-2016 11",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """OFD 的文字写明各字的偏移（DeltaX、DeltaY）；没有写的，各字叠印在一处。

    不合规::

        ［印件］OFD 的字叠在一起

    合规::

        ［印件］合格的 OFD
    """
    for page in printable.pages if printable.is_ofd else ():
        found = [one.text for one in printable.ofd.stacked if one.page == page.number]
        if found:
            yield Problem(f"有 {len(found)} 处文字叠在一起（“{found[0][:12]}”）", on(page), measured=f"{len(found)} 处")
