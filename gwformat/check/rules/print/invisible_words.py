"""P726: words that are drawn invisibly."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable, on
from gwformat.findings import Severity


@rule(
    "P726",
    name="invisible-words",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """不应有画不出来的文字。扫描件下面供检索的文字层除外。

    不合规::

        ［印件］有看不见的文字

    合规::

        ［印件］合格
    """
    scans = {page.number for page in printable.scanned}
    for page in printable.pages:
        hidden = [words for words in page.words if words.invisible and words.text.strip()]
        if hidden and page.number not in scans:
            yield Problem(f"有看不见的文字“{hidden[0].text.strip()[:12]}”", on(page))
