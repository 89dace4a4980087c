"""T543: units that are no longer legal."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Safety, Severity

_NUMERAL = tuple("0123456789十百千万亿两")
_NAME = ("公司", "集团", "力")


@rule(
    "T543",
    name="unit-not-legal",
    clause="GB 3100-1993",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """使用法定计量单位，不用公分、公尺、市斤、英寸等。

    不合规::

        管径30公分，配发大米50斤。

    合规::

        管径30厘米，配发大米25公斤，该市有2英里公司的网点，半斤八两。
    """
    units = context.terms.abolished_units
    for hit in context.prose.find_words(units):
        if not hit.before.endswith(_NUMERAL) or hit.after.startswith(_NAME) or hit.words + hit.after[:1] in units:
            continue
        name, _, factor = units[hit.words].partition("（")
        said = f"“{hit.words}”不是法定计量单位，应为“{name}”" + (f"（{factor}" if factor else "")
        yield hit.problem(said, None if factor else name)
