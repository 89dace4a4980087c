"""T537: 其中 whose parts are more than the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_NUMBER = r"(?:[1-9]\d{0,2}(?:[,，]\d{3})+(?!\d)|\d+)(?:\.\d+)?"  # thousands may be parted
_UNIT = "[万亿]?(?:元|[个名人家项户件所座条台辆次起元亩吨处栋套所间册份场期批类]|(?:平方|立方)?(?:公里|米)|公顷|千瓦)"
_TOTAL = expression(
    rf"(?<![\d.第])(?<!\d[,，])(?P<total>{_NUMBER})(?P<unit>{_UNIT})"
    r"(?:(?<=[个家所座条处])[\u4e00-\u9fff]{1,4}(?:（[\u4e00-\u9fff、]{1,6}）)?)?[，（(。]其中[：:，]?(?P<parts>(?:[^。；\n）其]|其(?!中)){4,200})"
)
_PART = rf"(?<![\d.第])(?<!\d[,，])({_NUMBER})"
_ALL_NUMBERS = expression(rf"(?<![\d.])(?<!\d[,，]){_NUMBER}")
_LAST_IS_REST = expression(r"(?:^|[，、；和])(?:其他|其余|剩余)[^，、；\d]{0,12}\d+(?:\.\d+)?[^，、；\d]{1,8}$")
# 到会58人，男30人，女20人; 共安排资金300万元：市级200万元、县级150万元。
_BY_SEX = expression(
    r"(?<![\d.第])(?P<total>\d+)(?P<unit>[人名])[，（(：、](?P<among>其中[：:，]?)?"
    r"男[性生工职]?(?:同志|代表|委员|职工|党员)?(?P<men>\d+)(?P=unit)[，、；]女[性生工职]?"
    r"(?:同志|代表|委员|职工|党员)?(?P<women>\d+)(?P=unit)"
)
_LISTED = expression(
    rf"(?:共|合计|总计)[^，。；：（）\d]{{0,10}}(?P<total>{_NUMBER})(?P<unit>{_UNIT})[^，。；：（）\d等]{{0,4}}："
    r"(?P<parts>[^。；\n：（）等]{4,120})[。；]"
)
_OVERLAP = expression("分别|包括|超过|以上|及以上|既|同时|以下|较|比|同比|每|人均|户均|平均|占")


@rule(
    "T537",
    name="parts-exceed-total",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """“其中”所列各项之和不大于总数；列到“其他”“其余”为止的，应当等于总数。

    不合规::

        全市有泵站12座，其中东区7座、西区8座。

    不合规::

        全县共12个乡镇，其中一类5个、二类4个、三类4个。

    不合规::

        全市共有9个县（市、区），其中5个县、3个市、2个区。

    不合规::

        改造管网10公里，其中城区8公里、乡镇6公里。

    不合规::

        储备粮规模达到4万吨，其中小麦3万吨、稻谷1.5万吨。

    不合规::

        总投资1.96亿元，其中建筑工程费1.42亿元，设备费0.31亿元，其他费用0.13亿元。

    不合规::

        共安排资金300万元：市级200万元、县级150万元。到会代表58人，男30人，女20人。

    合规::

        总投资1.86亿元，其中建筑工程费1.42亿元，设备费0.31亿元，其他费用0.13亿元。共有泵站12座。其中，东区7座。

    合规::

        总投资4,385.60万元，其中：上级补助2,000万元，县级配套1,500万元。

    合规::

        全市有泵站12座，其中东区7座、西区5座。共安排资金350万元：市级200万元、县级150万元。到会代表50人，男30人，女20人。新建泵站6座，其中城区2座，较上年增加7座。
    """
    for hit in context.prose.find(_TOTAL, ("其中",)):
        parts = hit["parts"]
        if _OVERLAP.search(parts):
            continue
        values = [_value(number) for number in re.findall(f"{_PART}{hit['unit']}", parts)]
        total = _value(hit["total"])
        if len(values) > 1 and sum(values) > total:
            message = f"“其中”各项之和为{sum(values)}{hit['unit']}，大于总数"
            yield hit.problem(message, expected=f"不大于{total}", measured=str(sum(values)))
        elif len(values) > 1 and sum(values) < total and _is_complete(parts, len(values)):
            message = f"“其中”各项列到其他为止，之和为{sum(values)}{hit['unit']}，小于总数"
            yield hit.problem(message, expected=str(total), measured=str(sum(values)))
    for hit in context.prose.find(_BY_SEX, ("男",)):
        both, said = int(hit["men"]) + int(hit["women"]), int(hit["total"])
        if both < said or (both > said and not hit["among"]):  # else said above
            message = f"男女之和为{both}{hit['unit']}，与总数{said}{hit['unit']}不符，请核对"
            yield hit.problem(message, expected=str(both), measured=str(said))
    for hit in context.prose.find(_LISTED, ("共", "合计", "总计")):
        parts = hit["parts"]
        values = [_value(number) for number in re.findall(f"{_PART}{hit['unit']}", parts)]
        alone = len(values) > 1 and len(_ALL_NUMBERS.findall(parts)) == len(values)
        if alone and not _OVERLAP.search(parts) and sum(values) != _value(hit["total"]):
            message = f"各项之和为{sum(values)}{hit['unit']}，与“{hit['total']}{hit['unit']}”不符，请核对"
            yield hit.problem(message, expected=str(sum(values)), measured=hit["total"])


def _value(number: str) -> Decimal:
    return Decimal(re.sub("[,，]", "", number))


def _is_complete(parts: str, values: int) -> bool:
    """Whether the list ends with all the rest, and every number in it is one of its values."""
    return _LAST_IS_REST.search(parts) is not None and len(_ALL_NUMBERS.findall(parts)) == values
