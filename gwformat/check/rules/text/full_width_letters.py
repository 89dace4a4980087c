"""T518: full-width digits and Latin letters."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Safety, Severity
from gwformat.text.lookalikes import FULL_WIDTH_SIGNS, half_width


@rule(
    "T518",
    name="full-width-digits-or-letters",
    clause="GB/T 9704-2012 7.2.5",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """阿拉伯数字和外文字母用半角。

    不合规::

        投资８６０万元，采用ＰＰＰ模式。

    合规::

        第Ⅲ标段采用①号方案，投资860万元。

    合规::

        请报送下列材料：1．2026年工作总结；2．2027年工作计划。
    """
    prose = context.prose
    if prose.chars.isdisjoint(FULL_WIDTH_SIGNS):
        return
    for hit, new in prose.edits(half_width(prose.text), forms=True):
        yield hit.instead(new, Safety.SAFE)
