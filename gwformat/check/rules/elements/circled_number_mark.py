"""E134: a mark behind a circled number."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_MARK = expression(r"[①-⑳](?P<mark>[、，．.:：])")


@rule(
    "E134",
    name="circled-number-mark",
    clause="GB/T 15834-2011 附录B",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """带圈的序数“①”后面不加标点。

    不合规::

        ①、落实防汛责任。

    合规::

        ①落实防汛责任，报送表①、表②和图③。
    """
    for hit in context.prose.find(_MARK, "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"):
        if not hit.before.strip():
            yield hit.part("mark").problem(f"“{hit.words}”应为“{hit.words[0]}”", "", Safety.SAFE)
