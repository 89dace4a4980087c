"""T506: 《》 within 《》."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Safety, Severity
from gwformat.model import Edit
from gwformat.text.pairs import nested


@rule(
    "T506",
    name="nested-book-title-marks",
    clause="GB/T 15834-2011 4.15",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """书名号里面还要用书名号时，外面用“《》”，里面用“〈〉”。

    不合规::

        现转发《某某市水务局关于印发《河道管理办法》的通知》，请遵照执行。

    合规::

        现转发《某某市水务局关于印发〈河道管理办法〉的通知》和《某某市防汛预案》，请遵照执行。
    """
    prose = context.prose
    for start, end in nested(prose.text, "《", "》"):
        for hit, _ in prose.edits([Edit(start, end + 1, "")]):
            yield hit.instead(f"〈{hit.words[1:-1]}〉", Safety.SAFE)
