"""T653: 免去王某某同志的县教育局局长."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_POST = expression(
    r"免去[^。；，、：（）\n]{4,30}(?:局长|主任|书记|主席|主任委员|秘书长|专员|调研员|校长|院长|县长|市长|镇长|乡长|处长|科长|部长)"
    r"(?P<end>)(?=[。；，、]|$)"
)


@rule(
    "T653",
    name="post-without-office",
    clause="条例 第十九条",
    severity=Severity.INFO,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """免去的是职务：“免去……局长职务”，不写“免去……局长”。

    不合规::

        决定免去王某某同志的县教育局局长。

    合规::

        决定免去王某某同志的县教育局局长职务，任命李某某为县教育局局长。
    """
    for hit in context.prose.find(_POST, ("免去",)):
        yield hit.part("end").problem(f"“{hit.words}”：免去的是职务，宜写“{hit.words[-2:]}职务”", "职务", Safety.REVIEW)
