"""T569: a paragraph of sentences without a mark at its end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from gwformat.check import Context, Problem, rule
from gwformat.check.elements import Element
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import OBJECT, Role

_OPEN = expression("[\u4e00-\u9fff]$")
_LONG = 40  # characters: shorter ones may be captions or items of a list


@rule(
    "T569",
    name="paragraph-without-end-mark",
    clause="GB/T 15834-2011 4.1",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """段落末尾应有句末点号。

    不合规::

        各级各部门要高度重视防汛工作。要按照职责分工，逐级落实防汛责任，把任务分解到岗位、到人员，确保城乡安全度汛

    合规::

        各级各部门要高度重视防汛工作。要按照职责分工，逐级落实防汛责任，把任务分解到岗位、到人员，确保城乡安全度汛。

    合规::

        地址：某某市某某区某某路1号。传真：0000-12345678。联系人：李四。报名材料请送：某某市水务局办公室政策法规科
    """
    for element, after in pairwise((*context.of(Role.BODY), None)):
        if element is None or len(element.text) < _LONG or element.block.run_in or _goes_on(element, after):
            continue
        text = element.text.rstrip()
        last = text.rpartition("。")[2]
        # Sentences before, and a last one with clauses of its own: no label, no name, no caption.
        if _OPEN.search(text) and "。" in text and "，" in last and "：" not in last and OBJECT not in text:
            yield Problem("段落末尾没有句号", element.span(len(text) - 1, len(text)))


def _goes_on(element: Element, after: Element | None) -> bool:
    """Whether a manual line break parts the two: the sentence ends after it."""
    one, other = element.block.source, after.block.source if after else None
    return one is not None and other is not None and one.part == other.part and one.last == other.first
