"""P774: words that stand outside the sheet."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable, on
from gwformat.findings import Severity


@rule(
    "P774",
    name="off-the-sheet",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """纸外没有文字：印不出来，却能复制和检索到。

    不合规::

        ［印件］纸外有文字

    合规::

        ［印件］合格
    """
    for page in printable.pages:
        for words in page.visible:
            beyond = (
                words.right < 0
                or words.left > page.width
                or words.baseline < 0
                or words.baseline > page.height + words.size
            )
            if beyond:
                yield Problem(f"纸外有文字“{words.text.strip()[:12]}”", on(page))
                break
