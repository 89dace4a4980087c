"""T573: radicals and compatibility ideographs."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Safety, Severity
from gwformat.text.lookalikes import compatibility


@rule(
    "T573",
    name="compatibility-character",
    clause="惯例",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """文中不用部首字符和兼容汉字，用通行的汉字编码。

    它们由 PDF 复制带来，看上去一样，检索和替换却找不到。

    不合规::

        各级⼈民政府要高度重视。

    合规::

        各级人民政府要高度重视，见附表①，面积20㎡。
    """
    if not compatibility(context.prose.alphabet):
        return
    for hit, new in context.prose.edits(compatibility(context.prose.text), forms=True):
        yield hit.problem(
            f"“{hit.words}”（U+{ord(hit.words[0]):04X}）应为汉字“{new}”（U+{ord(new[0]):04X}）", new, Safety.SAFE
        )
