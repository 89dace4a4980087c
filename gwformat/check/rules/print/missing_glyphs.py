"""P724: glyphs that the font does not have."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable, on
from gwformat.findings import Severity


@rule(
    "P724",
    name="missing-glyphs",
    clause="惯例",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """字体里没有的字会印成方框或空白。

    不合规::

        ［印件］缺字印成方框

    不合规::

        ［印件］字形是空的

    合规::

        ［印件］合格
    """
    for page in printable.pages:
        lost = [words for words in page.visible if words.missing]
        if lost:
            count = sum(words.missing for words in lost)
            shown = lost[0].text.strip()[:12]
            yield Problem(
                f"有 {count} 个字在字体“{lost[0].face.name}”里没有字形（“{shown}”）", on(page), measured=f"{count} 个字"
            )
