"""T502: a dot where a sentence ends."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Safety, Severity
from gwformat.model import HEADINGS, PROSE_ROLES, Role
from gwformat.text.punctuation import full_stops

_SENTENCES = frozenset((*PROSE_ROLES, *HEADINGS, Role.ANNOTATION, Role.COPY_TO))


@rule(
    "T502",
    name="dot-for-full-stop",
    clause="GB/T 9704-2012 9",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """句末用句号“。”，不用圆点。

    公文的标点按 GB/T 15834-2011。

    不合规::

        各单位要高度重视，认真抓好落实.

    不合规::

        防汛工作责任重大.各单位要认真抓好落实。

    合规::

        投资3.5万元，执行标准见附表1.2，责任人：约翰.史密斯。
    """
    prose = context.prose
    if prose.chars.isdisjoint(".．｡"):
        return
    for hit, new in prose.edits(full_stops(prose.text)):
        if hit.role in _SENTENCES and not hit.in_table:
            yield hit.instead(new, Safety.SAFE)
