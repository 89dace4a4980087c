"""T512: hyphens that stand for a dash."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Safety, Severity
from gwformat.text.punctuation import dashes


@rule(
    "T512",
    name="dash-form",
    clause="GB/T 15834-2011 4.10",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """破折号的形式为“——”，占两个字的位置。

    不合规::

        防汛工作的关键--责任落实。

    合规::

        防汛工作的关键——责任落实。命令为git log --oneline，电话为0000-12345678。
    """
    prose = context.prose
    if prose.chars.isdisjoint("-－"):
        return
    for hit, new in prose.edits(dashes(prose.text)):
        yield hit.instead(new, Safety.SAFE)
