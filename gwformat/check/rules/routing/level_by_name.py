"""R446: a 通知 or 批复 of a city's bureau to the province, a request of one to the government of the province."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.organs import addressees, copied, issuers
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Direction

_DOWNWARD = ("通知", "批复", "决定", "通报")
_MUNICIPALITY = ("北京", "上海", "天津", "重庆", "新疆生产建设")
_PROVINCE = expression(r"^(?!各)[^市县州旗区盟、，]{0,5}(?:省(?!级)|自治区)(?![^厅局委办府]*[市县州旗盟])")
_CITY = expression(r"^(?!各)[^省市县州旗区盟、，]{0,6}[市州盟](?![级直])(?![^局委办府]{0,8}[县区旗])")
_COUNTY = expression(r"^(?!各)[^、，]{0,8}?[县旗](?![级直])|^(?!各)[^、，省]{1,6}市[^、，市局委办]{1,5}区(?!域)")
_DEPARTMENT = ("局", "委", "委员会")
_BELOW_COUNTY = ("乡人民政府", "镇人民政府")  # of a county or of a city that is one
_GOVERNMENT = ("人民政府", "省委", "市委", "政府")


@rule(
    "R446",
    name="level-by-name",
    clause="条例 第十四条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """行文关系根据隶属关系和职权范围确定：下行文不主送上级机关；一般不越级请示、报告。

    从名称上看得出级别的才查，因特殊情况越级并抄送了被越过的机关的不在此列。

    不合规::

        ［发文机关标志］某某市财政局文件
        ［发文机关署名］某某市财政局
        ［主送机关］某某省财政厅：

    不合规::

        ［文种］请示
        ［发文机关标志］某某市水务局文件
        ［发文机关署名］某某市水务局
        ［主送机关］某某省人民政府：

    不合规::

        ［文种］请示
        ［发文机关标志］某某县人民政府文件
        ［发文机关署名］某某县人民政府
        ［主送机关］某某省人民政府：

    合规::

        ［文种］请示
        ［发文机关标志］某某县人民政府文件
        ［发文机关署名］某某县人民政府
        ［主送机关］某某市人民政府：

    合规::

        ［发文机关标志］某某市财政局文件
        ［发文机关署名］某某市财政局
        ［主送机关］各县（市、区）财政局：

    合规::

        ［文种］请示
        ［发文机关标志］某某市水务局文件
        ［发文机关署名］某某市水务局
        ［主送机关］某某省人民政府：
        ［抄送机关］抄送：某某市人民政府。
    """
    senders = [name.name for name in issuers(context)]
    ranks = {_rank(name) for name in senders}
    if len(ranks) != 1 or (rank := ranks.pop()) is None:
        return
    if all(name.endswith("人民政府") and not name.endswith(_BELOW_COUNTY) for name in senders):
        rank += 1  # the one above is its direct superior
    elif not all(name.endswith(_DEPARTMENT) for name in senders):
        return
    asks = context.genre in ("请示", "报告") and not any(copy.name.endswith(_GOVERNMENT) for copy in copied(context))
    for name in addressees(context):
        other = _rank(name.name)
        if other is None or other <= rank:
            continue
        if context.genre in _DOWNWARD and context.direction is not Direction.UP:
            yield Problem(f"“{name.name}”像是上级机关，不能用{context.genre}行文，请核对", name.where)
        elif asks and name.name.endswith(_GOVERNMENT):
            yield Problem(f"向“{name.name}”像是越级行文，应当同时抄送被越过的机关，请核对", name.where)


def _rank(name: str) -> int | None:
    """3 for a name of the province, 2 of a city, 1 of a county; None where the name does not say."""
    if name.startswith(_MUNICIPALITY):
        return None
    return next((rank for rank, form in ((3, _PROVINCE), (1, _COUNTY), (2, _CITY)) if form.search(name)), None)
