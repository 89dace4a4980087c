"""T648: 由甲局牵头，乙局、甲局配合: the office that leads assists itself."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_NAMES = "[\u4e00-\u9fff、（）]"
_LED = expression(
    f"(?:由|^|(?<=[，。；（\\v]))(?P<leads>{_NAMES}{{2,60}}?)(?:牵头(?:负责)?|负责牵头)"
    f"[，；](?P<assist>{_NAMES}{{2,120}}?)(?:等?(?:部门|单位)?)(?:协助|配合|参与|参加)"
    f"|牵头(?:单位|部门)：(?P<leading>{_NAMES}{{2,60}})[，；。]?\\s*(?:配合|协助|参与|责任)(?:单位|部门)：(?P<assisting>{_NAMES}{{2,120}})"
)
_SHORTEST = 3  # characters of a name


@rule(
    "T648",
    name="lead-also-assists",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """牵头的单位不再列入配合的单位。

    不合规::

        此项工作由市财政局牵头负责，市审计局、市财政局配合。

    不合规::

        牵头单位：市财政局；配合单位：市审计局、市财政局。

    合规::

        此项工作由市财政局牵头，市审计局、各县（区）财政局配合，牵头单位：市教育局；配合单位：市审计局、市财政局。
    """
    for hit in context.prose.find(_LED, ("牵头",)):
        part, names = ("assist", hit["leads"]) if hit["assist"] else ("assisting", hit["leading"])
        assisting = hit[part].split("、")
        for name in names.rpartition("由")[2].split("、"):
            if len(name) >= _SHORTEST and name in assisting:
                yield hit.part(part).problem(f"“{name}”既牵头又配合，请核对")
