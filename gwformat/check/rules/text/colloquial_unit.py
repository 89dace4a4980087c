"""T545: 度 for kilowatt hours, 转/分 and ppm."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_UNIT = expression(
    "(?<=[0-9万亿])(?P<electricity>度)(?=电|用电)|(?:(?<=[0-9])|(?<=[0-9] ))(?P<turns>转/分|rpm)(?![A-Za-z])"
    "|(?<=[0-9])(?P<ppm>ppm)(?![A-Za-z])|(?<=[0-9万亿])(?P<money>块钱)|(?<=[0-9])(?P<count>个(?=[万亿][元人吨户]))"
)
# 年耗电量不超过200万度。
_POWER = expression("电(?<=[用耗节发供]电)量?[^，。；：\\d\\n]{0,6}[\\d.]+[万亿]?(?P<unit>度)(?=[，。；、）])")
_VOLUME = expression("方(?<=[0-9][万亿]方)(?=[，。；、）])")


@rule(
    "T545",
    name="colloquial-unit",
    clause="GB 3100-1993",
    severity=Severity.INFO,
    fixable=Safety.REVIEW,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """电能用“千瓦时”，体积用“立方米”，转速用“r/min”，不用“度”“方”“转/分”“rpm”；金额不写“块钱”“个亿”。

    不合规::

        全年节约用电12万度电，耗电量不超过20万度，蓄水1200万方，水泵转速1450转/分。

    不合规::

        补助标准提高到5块钱，总投资1.86个亿元。

    合规::

        全年节约用电12万千瓦时，蓄水1200万立方米，水泵转速1450r/min，气温25度，2025年度电价不变。
    """
    for hit in context.prose.find(_UNIT, ("度电", "度用电", "转/分", "rpm", "ppm", "块钱", "个亿", "个万")):
        if hit["ppm"]:
            yield hit.problem("“ppm”不是计量单位，宜用“mg/kg”“mg/L”或“10⁻⁶”")
        elif hit["count"]:
            yield hit.problem("“个”多余", "", Safety.REVIEW)
        else:
            right = "千瓦时" if hit["electricity"] else "元" if hit["money"] else "r/min"
            yield hit.instead(right, Safety.REVIEW)
    for hit in context.prose.find(_POWER, ("用电", "耗电", "节电", "发电", "供电")):
        yield hit.part("unit").instead("千瓦时", Safety.REVIEW)
    for hit in context.prose.find(_VOLUME, ("万方", "亿方")):
        yield hit.instead("立方米", Safety.REVIEW)
