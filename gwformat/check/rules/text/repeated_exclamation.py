"""T515: ！！ and ？？."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_REPEATED = expression("！{2,}|？{2,}|!{2,}|\\?{2,}")


@rule(
    "T515",
    name="repeated-exclamation",
    clause="GB/T 15834-2011 4.3",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """公文中不叠用叹号、问号。

    不合规::

        防汛责任重于泰山！！

    合规::

        隐患排查了没有？！整改到位了没有？
    """
    for hit in context.prose.find(_REPEATED, "！？!?"):
        yield hit.instead(hit.words[0], Safety.REVIEW)
