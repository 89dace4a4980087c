"""R445: 你局 in a document to a 县人民政府."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.organs import addressees
from gwformat.expressions import expression
from gwformat.findings import Severity

_YOU = expression("[你贵](?P<organ>局|厅|委|县|市|区|校|院|镇|乡|省)(?![长员级])")
_QUOTED = expression("“[^”]*”|《[^》]*》|（[^）]*）")
_ALSO = {
    "局": ("局", "分局", "署", "总队", "支队", "大队"),
    "厅": ("厅", "办公厅"),
    "委": ("委", "委员会", "党委", "各单位"),
    "县": ("县", "旗", "自治县"),
    "市": ("市", "州", "盟", "地区"),
    "区": ("区",),
    "校": ("校", "大学", "学院", "中学", "小学", "幼儿园"),
    "院": ("院",),
    "镇": ("镇",),
    "乡": ("乡",),
    "省": ("省", "自治区", "市"),
}
_GENERAL = ("单位", "部门", "机关", "机构", "各地", "有关", "各级")


@rule(
    "R445",
    name="you-of-another-kind",
    clause="条例 第十九条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """称主送机关“你局”“你县”，与主送机关的名称相符。

    不合规::

        ［文种］批复
        ［主送机关］某某县人民政府：
        你局要严格按照规定执行。

    合规::

        ［文种］批复
        ［主送机关］某某县人民政府：
        你县要严格按照规定执行。
    """
    names = [name.name for name in addressees(context)] if context.prose.holds("你", "贵") else []
    if not names or any(word in name for name in names for word in _GENERAL):
        return
    for element in context.text:
        quoted = [found.span() for found in _QUOTED.finditer(element.text)]
        for found in _YOU.finditer(element.text):
            known = any(word in name for name in names for word in _ALSO[found["organ"]])
            if not known and not any(start <= found.start() < end for start, end in quoted):
                yield Problem(f"主送“{'、'.join(names)}”，却称“{found[0]}”，请核对", element.at(found))
