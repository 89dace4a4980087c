"""T541: m2 and m3 without a raised digit."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity
from gwformat.model import Emphasis

_POWER = expression("(?<=[0-9万亿/每 ])(?P<unit>[KkCcMmd]?[mM])(?P<power>[23])(?![0-9A-Za-z.])")
_NAMES = {"m": "米", "km": "千米", "cm": "厘米", "mm": "毫米", "dm": "分米"}
_KINDS = {"2": "平方", "3": "立方"}


@rule(
    "T541",
    name="plain-square-or-cube",
    clause="GB 3100-1993",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """面积、体积的单位写作“平方米”“立方米”，或用上标的“m²”“m³”。

    不合规::

        建筑面积1200m2，蓄水量3万m3。

    合规::

        建筑面积1200m²，蓄水量3万立方米，型号为M2，户型为12m20。
    """
    for hit in context.prose.find(_POWER, ("m2", "m3", "M2", "M3")):
        name = _NAMES.get(hit["unit"].lower())
        if name is not None and not hit.has(Emphasis.SUPERSCRIPT):
            yield hit.instead(_KINDS[hit["power"]] + name, Safety.REVIEW)
