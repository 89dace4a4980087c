"""T660: 按动员部署、自查自纠、集中整治、总结提升三个阶段, 省、市、县、乡三级, 《甲》《乙》《丙》两个文件."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.prose import Hit
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.text.numerals import parse_number

_NUMBER = r"(?P<number>[二两三四五六七八九十]|\d{1,2})"
_KINDS = ["阶段", "环节", "步骤", "等次", "档次", "层次", "层级", "层面", "级别", "批次", "方面"]
_STAGES = expression(
    rf"(?:分为?|分成|按照?|经过?|从|包括)(?P<items>[^，。；：、“”（）《》\n]{{2,10}}(?:、[^，。；：、“”（）《》\n]{{2,10}}?)+?)"
    rf"(?P<etc>等)?{_NUMBER}个(?:{'|'.join(_KINDS)})"
)
_OF_STAGES = tuple(f"个{kind}" for kind in _KINDS)
_AND = expression("以及|[和与及]")
_JOINED = expression("[、和与及]")
_CLAUSE = expression("[，。；：（“]")

_LEVEL = "乡镇|[县市]区|区县|镇街|村组|国家|中央|社区|街道|[省市县区乡镇村组]"
_LEVELS = expression(
    rf"(?<![）、和与及省市县区乡镇村组])(?P<first>{_LEVEL})(?P<items>(?:（[^（）]{{1,4}}）)?(?:、(?:{_LEVEL})(?:（[^（）]{{1,4}}）)?){{1,5}})"
    r"(?P<number>[二两三四五六])级(?![以别甲乙])"
)
_BRACKETS = expression("（[^（）]*）")
_OF_LEVELS = tuple(f"{number}级" for number in "二两三四五六")

# 省市县三级: each character is a level, or two of them are one, as in 乡镇
_RUN_TOGETHER = expression(
    # behind a name, 某某市县乡两级, the first of them belongs to the name
    "(?:(?<![\u4e00-\u9fff、）])|(?<=[立全善成强化按由]))(?P<items>[省市县区乡镇村]{2,6})(?P<number>[二两三四五六])级(?![以别甲乙])"
)
_PAIRED = expression("乡镇|县区|区县|市区")

# 甲公司、乙公司、丙公司等两家企业
_ETC = expression(
    r"(?P<items>[^，。；：（）()“”《》\n\d的和与及或、]{2,20}(?:、[^，。；：（）()“”《》\n\d的和与及或、]{2,20})+)"
    r"(?P<etc>等)(?P<number>[二两三四五六七八九十]|\d{1,2})[家个所位名项座处](?![以月或])"
)
_AFTER_ETC = expression(r"等[二两三四五六七八九十\d]{1,2}[家个所位名项座处]")

_TITLES = expression(
    r"(?P<items>(?:《[^《》\n]+》(?:（[^（）\n]*）)?(?:[、和与及]|以及)?){2,})(?<=[》）])"
    rf"(?P<etc>等)?{_NUMBER}[个部项份](?:配套|规范性|重要)?(?:文件|法律|法规|规章|办法|制度|方案|意见|标准)"
)
_AFTER_TITLE = expression(r"》(?:（[^（）\n]*）)?等?[二两三四五六七八九十\d]+[个部项份]")  # what it needs at least


@rule(
    "T660",
    name="names-counted-wrong",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """列举以后说几个阶段、几级、几个文件，数目与列出的相符；“等”字后面的数不小于列出的。

    不合规::

        整治工作分为动员部署、自查自纠、集中整治、总结提升三个阶段。

    不合规::

        建立省、市、县、乡三级防汛责任体系。

    不合规::

        会议审议通过《防汛预案》《抢险办法》《巡查制度》等两个文件。

    不合规::

        某某公司、甲乙公司、丙丁公司等两家企业受到表彰。

    不合规::

        健全省市县乡三级网络。

    合规::

        整治工作分为动员部署、自查自纠和总结提升三个阶段，统筹城乡、经济发展、从业环境三个方面，规划分为镇、村总体规划和镇、村建设规划两个阶段，从人员、资金等四个方面予以保障。

    合规::

        建立县（市、区）、乡镇（街道）、村（社区）三级责任体系，省市、县、乡四级财政，县乡镇三级、市县乡镇四级网络，某某公司、甲乙公司等5家企业，某某市县乡两级，审议通过《防汛预案》《抢险办法》两个文件、《巡查制度》等三项制度，市、县二级以上医院。
    """
    for hit in context.prose.find(_STAGES, _OF_STAGES):
        items = hit["items"]
        within = _AND.split(items)
        if _JOINED.search(_CLAUSE.split(hit.before)[-1]):
            continue  # 统筹城乡、经济发展、从业环境三个方面: the list begins before it
        # 村庄、集镇总体规划和村庄、集镇建设规划: what 和 joins are lists of their own
        if len(within) == 1 or (len(within) == 2 and "、" not in within[1]):
            named = items.count("、") + 1
            yield from _compared(hit, {named, named + len(within) - 1, len(within)} - {1})
    for hit in context.prose.find(_LEVELS, _OF_LEVELS):
        yield from _compared(hit, {_BRACKETS.sub("", hit["items"]).count("、") + 1})
    for hit in context.prose.find(_RUN_TOGETHER, _OF_LEVELS):
        levels = len(hit["items"])
        yield from _compared(hit, {levels, levels - len(_PAIRED.findall(hit["items"]))})
    for hit in context.prose.find(_ETC, _AFTER_ETC):
        yield from _compared(hit, {hit["items"].count("、") + 1})
    for hit in context.prose.find(_TITLES, _AFTER_TITLE):
        yield from _compared(hit, {len(re.findall("》(?![^《]*〉)", hit["items"]))})


def _compared(hit: Hit, named: set[int]) -> Iterator[Problem]:
    """Whether the number said is one of those the names may be counted to."""
    number = parse_number(hit["number"].replace("两", "二"))
    etc = "etc" in hit.match.re.groupindex and hit["etc"] if hit.match else ""
    if number is None or (min(named) <= number if etc else number in named):
        return
    listed = "或".join(map(str, sorted(named)))
    said = f"“{hit['number']}”之前列出{listed}个，请核对"
    yield hit.part("number").problem(said, expected=listed, measured=str(number))
