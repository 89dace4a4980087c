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
_CLOSING = expression(
    r"^[\s\u3000]*(?:[特专]此(?:通知|通报|报告|通告|公告|批复|函复|函告|函达|请示|复函|说明)"
    r"|[^。；：]{0,20}(?:妥否|当否|可否|如无不妥)[，,]\s*请[^。；：]{1,10}|请予?(?:函复|批示|批复|审阅|审批|支持))$"
)
_CLAUSES = expression(r"[，；][^，；。]*[，；]")  # three of them at least: no name, no caption


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

    不合规::

        第三季度全市发生各类生产安全事故3起，同比减少2起；死亡1人，同比减少1人；未发生较大以上事故

    不合规::

        ［文种］报告
        特此报告

    合规::

        各级各部门要高度重视防汛工作。要按照职责分工，逐级落实防汛责任，把任务分解到岗位、到人员，确保城乡安全度汛。

    合规::

        地址：某某市某某区某某路1号。传真：0000-12345678。联系人：李四。报名材料请送：某某市水务局办公室政策法规科
    """
    for element, after in pairwise((*context.of(Role.BODY), None)):
        if element is None or _goes_on(element, after):
            continue
        text = element.text.rstrip()
        if _CLOSING.match(text) or (len(text) >= _LONG and not element.block.run_in and _is_open(text)):
            yield Problem("段落末尾没有句号", element.span(len(text) - 1, len(text)))


def _is_open(text: str) -> bool:
    """Whether a paragraph has sentences before, or a last one of several clauses: no label, no name, no caption."""
    last = text.rpartition("。")[2]
    if _OPEN.search(text) is None or "：" in last or OBJECT in text:
        return False
    return ("。" in text and "，" in last) or _CLAUSES.search(last) is not None


def _goes_on(element: Element, after: Element | None) -> bool:
    """Whether a manual line break parts the two: the sentence ends after it."""
    one, other = element.block.source, after.block.source if after else None
    return one is not None and other is not None and one.part == other.part and one.last == other.first
