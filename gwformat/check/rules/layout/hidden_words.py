"""L233: hidden words."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.findings import Severity


@rule(
    "L233",
    name="hidden-words",
    clause="GB/T 9704-2012 5.2.4",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """定稿不应有隐藏文字。

    不合规::

        ［附注］（此件公开发布）
        ［附注 隐藏］有

    合规::

        ［附注］（此件公开发布）
    """
    for element in context.elements:
        position = 0
        for run in element.block.runs:
            start, position = position, position + len(run.text)
            if run.carrier is not None and run.is_hidden:
                said = f"有隐藏文字：“{run.carrier.text}”" if run.carrier.text else "有隐藏的图片或注释"
                yield Problem(said, element.span(start, position))
