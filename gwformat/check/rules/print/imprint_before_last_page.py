"""P710: pages after the imprint."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Location, Severity


@rule(
    "P710",
    name="imprint-before-last-page",
    clause="GB/T 9704-2012 7.4.1",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """版记置于公文最后一面，后面不再有别的内容。

    不合规::

        ［印件］版记后面还有一页

    合规::

        ［印件］合格
    """
    imprint, last = printable.imprint, len(printable.pages)
    if imprint is not None and imprint.page != last:
        yield Problem(
            "版记不在最后一面", Location(page=imprint.page), expected=f"第{last}页", measured=f"第{imprint.page}页"
        )
