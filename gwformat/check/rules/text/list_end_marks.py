"""T607: a list whose items end with other marks than the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gwformat.check import Context, Problem, rule
from gwformat.check.elements import Element
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity, reworded
from gwformat.model import HEADINGS, PROSE_ROLES

_ITEM = expression(
    r"[\s\u3000]*(?:(?P<a>（[一二三四五六七八九十]{1,3}）)|(?P<b>（\d{1,2}）)|(?P<c>\d{1,2}[.．](?!\d)))"
)
_NEXT = expression(r"[\s\u3000]*第[一二三四五六七八九十百]{1,5}[条章节]\s")  # what surely is no part of the list
_LEAST = 3


@rule(
    "T607",
    name="list-end-marks",
    clause="GB/T 15834-2011 4.1",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """分项列举，各项之间用分号，最后一项用句号。

    不合规::

        第五条　经营者应当遵守下列规定：
        （一）公示收费标准；
        （二）保持设施完好。
        （三）服从统一管理；
        （四）其他规定。

    不合规::

        第五条　经营者应当遵守下列规定：
        （一）公示收费标准；
        （二）保持设施完好；
        （三）服从统一管理；
        第六条　违反规定的，责令改正。

    合规::

        第五条　经营者应当遵守下列规定：
        （一）公示收费标准；
        （二）保持设施完好；
        （三）服从统一管理。
        第六条　违反规定的，责令改正。
    """
    for items, after in _lists(context) if context.prose.holds("；") else ():
        ends = [item.text.rstrip()[-1:] for item in items]
        if len(items) < _LEAST or ends[:-1].count("；") < max(len(items) - 2, 2):
            continue
        for number, (item, end) in enumerate(zip(items[:-1], ends, strict=False)):
            if end == "。" and number > 0 and item.text.count("。") == 1:
                yield _instead(item, "；", "列举的各项之间用分号，这里用了句号")
        if ends[-1] == "；" and after:
            yield _instead(items[-1], "。", "列举的最后一项末尾应为句号，现为分号")


def _instead(item: Element, mark: str, said: str) -> Problem:
    end = len(item.text.rstrip())
    where = item.span(end - 1, end)
    return Problem(said, where, reworded(where, mark, Safety.REVIEW), expected=mark)


def _lists(context: Context) -> Iterator[tuple[Sequence[Element], bool]]:
    """Items of one form that follow each other, and whether another article follows them."""
    items: list[Element] = []
    form = None
    for element, after in pairwise((*context.of(*PROSE_ROLES, *HEADINGS), None)):
        if element is None:
            continue
        found = None if element.block.run_in else _ITEM.match(element.text)
        same = found is not None and found.lastgroup == form
        if not same:
            items, form = [], found.lastgroup if found else None
        if found is not None:
            items.append(element)
        next_found = _ITEM.match(after.text) if after is not None else None
        if items and (after is None or next_found is None or next_found.lastgroup != form):
            yield tuple(items), after is not None and _NEXT.match(after.text) is not None
            items, form = [], None
