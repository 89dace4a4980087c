"""L278: text that ends before the right margin."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.kinds import text_looks
from gwformat.check.looks import characters, text_paragraphs
from gwformat.findings import Property, Safety, Severity, reformatted

_TOLERANCE = 0.3  # 字


@rule(
    "L278",
    name="text-indented-right",
    clause="GB/T 9704-2012 5.2.3",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """正文每行28个字，撑满版心，右边不设缩进。

    不合规::

        ［正文 右缩进］2字

    合规::

        ［正文 右缩进］0字
    """
    if not context.official or not any(look.right.emu > 0 for look in text_looks(context)):
        return
    for element, look in text_paragraphs(context):
        right = characters(look.right, context, element)
        if right > _TOLERANCE:
            fix = reformatted(element.whole, Property.RIGHT, "0mm")
            yield Problem(f"右缩进{right:.1f}字，应撑满版心", element.whole, fix, "0字", f"{right:.1f}字")
