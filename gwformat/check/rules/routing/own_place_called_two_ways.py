"""R425: 我市 and 本市 in one text."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_OWN = expression(
    "(?P<word>[我本])(?P<place>[省市县区州旗镇乡局委厅院校])(?<![自大小资成原版书文根日样标基]本.)"
    "(?![长委政域场镇级民内外辖直府籍]|户籍|户口|行政区|居民|常住|范围)"
)
_QUOTED = expression(r"“[^”]*”|《[^》]*》")


@rule(
    "R425",
    name="own-place-called-two-ways",
    clause="惯例",
    severity=Severity.INFO,
)
def check(context: Context) -> Iterator[Problem]:
    """称呼本地、本机关，“我市”与“本市”全文用一种。

    每篇只提示一次；引文里的不算。

    不合规::

        近年来，我市供水能力不断提高。本市老旧管网改造今年全部完成，我市农村集中供水率达到95%。

    合规::

        近年来，我市供水能力不断提高，我局将认真落实《本市供水办法》“本市行政区域”的要求，本级财政予以保障。
    """
    if not context.prose.holds("我") or not context.prose.holds("本"):
        return
    said: dict[str, str] = {}
    for element in context.text:
        if element.block.attachment:
            continue
        quoted = [found.span() for found in _QUOTED.finditer(element.text)]
        for found in _OWN.finditer(element.text):
            if any(start <= found.start() < end for start, end in quoted):
                continue
            before = said.setdefault(found["place"], found["word"])
            if before != found["word"]:
                message = f"前面称“{before}{found['place']}”，这里称“{found[0]}”，全文宜一致"
                yield Problem(message, element.at(found))
                return
