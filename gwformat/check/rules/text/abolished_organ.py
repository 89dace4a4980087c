"""T623: an organ of the State named that was abolished or renamed before the day of the document."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.abolished import LINKS, named_after_their_end
from gwformat.findings import Severity


@rule(
    "T623",
    name="abolished-organ",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """成文时已经撤销、更名的国家机关，写现在的名称；说从前的事，名称前加“原”。

    书名号里的、令和公告的、同一句里有那时的年份的，不在此列。

    不合规::

        各单位要向环境保护部报告。

    合规::

        各单位要向生态环境部报告，原环境保护部、国土资源部的规定继续有效，《环境保护部关于排污许可的通知》废止。
        2015年环境保护部核准了该项目。
        市农业部门要抓好落实。
    """
    for hit, organ in named_after_their_end(context, context.terms.abolished_organs):
        before = hit.before[-1:]
        if before < "\u4e00" or before in LINKS or hit.words.startswith("国"):  # no part of another name
            year, month = organ.since.split("-")
            yield hit.problem(f"“{hit.words}”已于{year}年{int(month)}月撤销或者更名，现为{organ.now}，请核对")
