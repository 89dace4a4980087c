"""T644: 表1, and behind it 表3 or 表1 again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gwformat.check import Context, Problem, rule
from gwformat.check.elements import Element
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import CarrierKind

_CAPTION = expression("^[\\s\u3000]*(?P<kind>[图表])[\\s\u3000]*(?P<number>[1-9][0-9]?)(?![-—.．0-9年月])")
_LONGEST = 40
_SHOWN = frozenset((CarrierKind.TABLE, CarrierKind.IMAGE, CarrierKind.CHART, CarrierKind.SMART_ART, CarrierKind.SHAPE))


@rule(
    "T644",
    name="caption-numbers",
    clause="惯例",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """图、表各自依次编号，不跳号，不重号；表的标题在表的上方。

    不合规::

        表3　各区涵闸数量
        ［表格］区,座;东区,3;西区,4

    合规::

        表1　各区涵闸数量
        ［表格］区,座;东区,3;西区,4
    """
    if not context.prose.holds("图", "表"):
        return
    last: dict[tuple[int, str], int] = {}
    for before, element, after in _threes(context.elements):
        found = _CAPTION.match(element.text) if len(element.text) <= _LONGEST else None
        if found is None or element.text.rstrip().endswith(("。", "；", "，", "：")):
            continue
        above, below = _shows(before), _shows(after)
        if not (above or below):
            continue
        kind, number = found["kind"], int(found["number"])
        where = element.at(found)
        group = element.block.attachment, kind
        due = last.get(group, 0) + 1
        if number != due and number != 1:
            yield Problem(f"“{kind}{number}”的编号不连续，应为“{kind}{due}”", where, expected=f"{kind}{due}")
        elif number != due:
            yield Problem(f"有两个“{kind}{number}”，应为“{kind}{due}”", where, expected=f"{kind}{due}")
        last[group] = max(number, due)
        if kind == "表" and above is CarrierKind.TABLE and below is not CarrierKind.TABLE:
            yield Problem("表的标题一般在表的上方", element.whole, severity=Severity.INFO)


def _threes(elements: Sequence[Element]) -> Iterator[tuple[Element | None, Element, Element | None]]:
    """Each element that says something with its neighbours; paragraphs without words and objects do not count."""
    shown = [element for element in elements if element.text.strip() or element.block.carrier is not None]
    for (before, element), (_, after) in pairwise(pairwise((None, *shown, None))):
        assert element is not None
        yield before, element, after


def _shows(element: Element | None) -> CarrierKind | None:
    """The table or picture that an element is."""
    if element is None:
        return None
    carriers = (element.block.carrier, *(run.carrier for run in element.block.runs))
    return next((carrier.kind for carrier in carriers if carrier is not None and carrier.kind in _SHOWN), None)
