"""P736: white words."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable, on
from gwformat.findings import Severity
from gwformat.finished.values import Space


@rule(
    "P736",
    name="white-words",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """不应有白色的文字：印不出来，却能复制和检索到。深色底上的反白字除外。

    不合规::

        ［印件］有白色的文字

    合规::

        ［印件］合格
    """
    for page in printable.pages:
        dark = [area.box for area in page.areas if not area.paint.is_white and area.paint.space is not Space.PATTERN]
        dark += [picture.box for picture in page.pictures]
        for words in page.visible:
            height = words.baseline - words.size / 2
            covered = any(
                box.left <= words.left and words.right <= box.right and box.top <= height <= box.bottom for box in dark
            )
            if words.paint.is_white and not covered:
                yield Problem(f"白色的文字“{words.text.strip()[:12]}”", on(page))
                break
