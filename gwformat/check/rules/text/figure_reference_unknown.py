"""T643: 如图3所示, and there is no such figure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import CarrierKind

_MENTION = expression("(?:(?P<see>[如见])|(?<!附))(?P<kind>[图表])(?P<number>[1-9][0-9]?)(?![-—.．0-9])(?(see)|所示)")
_BELOW = expression("[如见]下表(?:所示)?(?=[。，：])")
_CAPTION = expression("^[\\s\u3000]*(?:附)?(?P<kind>[图表])[\\s\u3000]*(?P<number>[1-9][0-9]?)(?![0-9])", re.MULTILINE)
_PICTURES = frozenset(kind for kind in CarrierKind if kind not in (CarrierKind.PAGE_BREAK, CarrierKind.SECTION_BREAK))


@rule(
    "T643",
    name="figure-reference-unknown",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """正文说“如图3所示”“见表2”“见下表”，应有这个图、这个表。

    图、表都没有编号的，不知道所说的是哪一个，不查。

    不合规::

        组织架构如图3所示。

    不合规::

        完成情况见下表。

    合规::

        组织架构见《某某市防汛预案》，完成情况如下。
    """
    prose = context.prose
    mentions, below = list(prose.find(_MENTION, ("图", "表"))), list(prose.find(_BELOW, ("下表",)))
    if not mentions and not below:
        return
    nothing = context.draft.package is not None and not _carried(context) & _PICTURES
    captions = {(found["kind"], int(found["number"])) for found in _CAPTION.finditer(prose.text)}
    for hit in mentions:
        kind, number = hit["kind"], int(hit["number"])
        numbered = {each for one, each in captions if one == kind}
        if (numbered or nothing) and number not in numbered and not hit.in_table and "《" not in hit.before[-40:]:
            yield hit.problem(f"“{hit.words}”：没有{kind}{number}，请核对")
    for hit in below if nothing else ():
        yield hit.problem(f"“{hit.words}”：没有表，请核对")


def _carried(context: Context) -> set[CarrierKind]:
    """What stands in the document besides words, in its paragraphs too."""
    blocks = [element.block for element in context.elements]
    return {
        carrier.kind
        for block in blocks
        for carrier in (block.carrier, *(run.carrier for run in block.runs))
        if carrier is not None
    }
