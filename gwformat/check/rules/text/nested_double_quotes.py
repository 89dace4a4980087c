"""T507: “ ” within “ ”."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Safety, Severity
from gwformat.model import Edit
from gwformat.text.pairs import nested


@rule(
    "T507",
    name="nested-double-quotes",
    clause="GB/T 15834-2011 4.8",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """引号里面还要用引号时，外面用双引号，里面用单引号。

    不合规::

        会议指出：“要落实“三个到位”要求。”

    合规::

        会议指出：“要落实‘三个到位’要求。”并强调“抓早抓小”。
    """
    prose = context.prose
    for start, end in nested(prose.text, "“", "”"):
        for hit, _ in prose.edits([Edit(start, end + 1, "")]):
            if hit.in_chinese:
                yield hit.instead(f"‘{hit.words[1:-1]}’", Safety.SAFE)
