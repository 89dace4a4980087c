"""T526: a decimal without the 0 before its point."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity
from gwformat.text.characters import HAN

_FRACTION = expression(f"\\.[0-9]+(?=[{HAN}%％‰，。；）]|$)", re.MULTILINE)
_BEFORE = expression(f"[{HAN}，。；：（～—]$")
_CALIBRE = expression("[口径寸吋]|号枪")


@rule(
    "T526",
    name="missing-leading-zero",
    clause="GB/T 15835-2011 5.1.2",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """小于1的小数，小数点前写“0”。

    不合规::

        渗漏率下降.5个百分点。

    合规::

        渗漏率下降0.5个百分点，版本为v.2，缴获.22口径步枪1支。
    """
    for hit in context.prose.find(_FRACTION, "."):
        if _BEFORE.search(hit.before) and not _CALIBRE.match(hit.after):
            yield hit.instead(f"0{hit.words}", Safety.SAFE)
