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
# One can be of both: 女性240人、党员260人、少数民族30人.
_ASPECTS = (
    expression("[男女](?=[性生工职干同代委员党\\d])|妇女"),
    expression("党员|党外|民主党派|团员"),
    expression("少数民族|[汉回]族"),
    expression("本科|大专|大学|研究生|博士|硕士|学历|学位"),
    expression("岁|老年|老人"),
    expression("职称|高级工|技师"),
    expression("残疾"),
    expression("低保|特困"),
    expression("脱贫|困难|监测对象"),
    expression("留守|孤儿"),
)
# The whole in two: 贫困村40个、非贫困村80个.
_TWO = expression(
    r"(?P<kind>[\u4e00-\u9fff]{1,8})\d+[^，、；。\d]{1,3}[，、和]非(?P=kind)\d+[^，、；。\d]{1,3}$"
    r"|正式党员\d+[名人][，、和]预备党员\d+[名人]$"
)
# 新建学校3所、改建5所，共计8所
_SUMMED = expression(rf"，(?:共计?|合计|总计)(?P<total>{_NUMBER})(?P<unit>{_UNIT})(?=[，。；）]|$)", re.MULTILINE)
_STATEMENT = expression("[^。；：\\n]*$")
_DATED = expression(r"\d+[年月日]")
_NOT_SUMMED = expression(
    "分别|包括|超过|以上|既|以下|较|比|每|均|占|其中|累计|合计|总|共|现有|达到|[增减][加少]|由|从|至|到|余|多|约|近|同时|第"
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

        全县有行政村126个，其中贫困村40个、非贫困村80个。

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

    不合规::

        全年新建学校3所、改建5所，共计10所。

    合规::

        2026年新建学校3所、改建5所，共计8所，每校配备3人、志愿者2人，共40人。

    合规::

        总投资1.86亿元，其中建筑工程费1.42亿元，设备费0.31亿元，其他费用0.13亿元。共有泵站12座。其中，东区7座。

    合规::

        总投资4,385.60万元，其中：上级补助2,000万元，县级配套1,500万元。

    合规::

        共有代表100人，其中女性40人、党员65人、少数民族5人。全县有行政村120个，其中贫困村40个、非贫困村80个。

    合规::

        全市有泵站12座，其中东区7座、西区5座。共安排资金350万元：市级200万元、县级150万元。到会代表50人，男30人，女20人。新建泵站6座，其中城区2座，较上年增加7座。
    """
    for hit in context.prose.find(_TOTAL, ("其中",)):
        parts = hit["parts"]
        if _OVERLAP.search(parts) or sum(aspect.search(parts) is not None for aspect in _ASPECTS) > 1:
            continue
        values = [_value(number) for number in re.findall(f"{_PART}{hit['unit']}", parts)]
        total = _value(hit["total"])
        if len(values) > 1 and sum(values) > total:
            message = f"“其中”各项之和为{sum(values)}{hit['unit']}，大于总数"
            yield hit.problem(message, expected=f"不大于{total}", measured=str(sum(values)))
        elif len(values) > 1 and sum(values) < total and _is_complete(parts, len(values)):
            message = f"“其中”各项列全，之和为{sum(values)}{hit['unit']}，小于总数"
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
    for hit in context.prose.find(_SUMMED, ("，共", "，合计", "，总计")):
        parts = _DATED.sub("", _STATEMENT.findall(hit.before)[0])
        values = [_value(number) for number in re.findall(f"{_PART}{hit['unit']}(?=[，、和及与]|$)", parts)]
        alone = len(values) > 1 and len(_ALL_NUMBERS.findall(parts)) == len(values)
        if alone and not _NOT_SUMMED.search(parts) and sum(values) != _value(hit["total"]):
            message = f"各项之和为{sum(values)}{hit['unit']}，与“{hit['total']}{hit['unit']}”不符，请核对"
            yield hit.part("total").problem(message, expected=str(sum(values)), measured=hit["total"])


def _value(number: str) -> Decimal:
    return Decimal(re.sub("[,，]", "", number))


def _is_complete(parts: str, values: int) -> bool:
    """Whether the list ends with all the rest, or parts the whole in two, with no other number."""
    ends = _LAST_IS_REST.search(parts) or _TWO.match(parts)
    return ends is not None and len(_ALL_NUMBERS.findall(parts)) == values
