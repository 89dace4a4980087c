"""T640: a local organ named that was abolished or renamed in the reform of the institutions."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.abolished import LINKS, named_after_their_end
from gwformat.findings import Severity

_PLACES = "省市县区旗州盟镇乡各我本某"


@rule(
    "T640",
    name="abolished-local-organ",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """机构改革中撤销、更名的地方机关，改革以后成文的公文写现在的名称；说从前的事，名称前加“原”。

    书名号里的、令和公告的、同一句里有那时的年份的，不在此列。

    不合规::

        由市国土资源局、市环保局和市卫计委按职责分工负责。

    合规::

        由市自然资源局、市生态环境局和市卫生健康委按职责分工负责，原市国土资源局、环境保护局的档案一并移交。
        2015年市工商局作出的决定继续有效。
    """
    for hit, organ in named_after_their_end(context, context.terms.abolished_local_organs):
        if not hit.before or hit.before[-1] in _PLACES or hit.before[-1] in LINKS:
            yield hit.problem(f"“{hit.words}”在机构改革中已经撤销或者更名，现为{organ.now}，请核对")
