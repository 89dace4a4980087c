"""P723: words nobody can copy or search."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable, on
from gwformat.findings import Severity


@rule(
    "P723",
    name="text-not-extractable",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """文字应当能提取（有 ToUnicode），否则不能检索、核对和归档。

    字形对不上字的，页码、版记等也查不出来。

    不合规::

        ［印件］文字不能提取

    合规::

        ［印件］合格
    """
    for page in printable.pages:
        lost = sum(words.unmapped for words in page.visible)
        if lost:
            yield Problem(f"有 {lost} 个字不能提取", on(page), measured=f"{lost} 个字")
