"""T629: 《国务院办公厅关于……》（国发〔2021〕11号）."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_CITED = expression(
    "《(?P<organ>国务院|[^《》]{1,20}?人民政府|[^《》]{0,12}[省市县区]委)(?P<office>办公[厅室])?"
    "(?:关于|印发|转发|批转)[^《》]*(?:〈[^〉]*〉[^《》]*)*》"
    "（(?P<code>[\u4e00-\u9fff]{2,10})〔[0-9]{4}〕[0-9]{1,5}号"
)


@rule(
    "T629",
    name="number-of-another-organ",
    clause="条例 第九条",
    severity=Severity.WARNING,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """引用公文，标题中的发文机关与发文字号的机关代字相符：办公厅（室）的文号有“办”，政府、党委的没有。

    不合规::

        根据《国务院办公厅关于加强防汛工作的意见》（国发〔2026〕5号），制定本办法。

    不合规::

        根据《某某省人民政府关于加强防汛工作的意见》（某政办发〔2026〕5号），制定本办法。

    合规::

        根据《国务院办公厅关于加强防汛工作的意见》（国办发〔2026〕5号）、《某某省人民政府关于印发防汛规划的通知》（某政发〔2026〕6号），制定本办法。
    """
    for hit in context.prose.find(_CITED, ("》（",)):
        code = hit["code"]
        of_office = "办" in code or "厅" in code
        if bool(hit["office"]) != of_office:
            organ = hit["organ"] + hit["office"]
            yield hit.part("code").problem(f"“{code}”不是{organ}的机关代字，请核对")
