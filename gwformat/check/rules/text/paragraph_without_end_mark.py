"""T569: a paragraph of sentences without a mark at its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gwformat.check import Context, Problem, rule
from gwformat.check.elements import Element
from gwformat.check.outline import Item, texts
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import HEADINGS, OBJECT, PROSE_ROLES, CarrierKind, Role
from gwformat.text.characters import holds_han

_OPEN = expression("[\u4e00-\u9fff]")
_LONG = 40  # characters: shorter ones may be captions or items of a list
_SHORT = 10
_SENTENCE = expression("[，。]")  # in a line of more than one clause, or more than one sentence
_SENTENCE_LONG = 16
_MOST_ENDED = 8  # so many paragraphs have their full stop for each that has none
_FEWEST = 3
_AFTER_TEXT = (Role.ATTACHMENT_NOTE, Role.SIGNATURE, Role.DATE)
_CLOSING = expression(
    r"^[\s\u3000]*(?:此[复令函]|[特专]此(?:通知|通报|报告|通告|公告|批复|函复|函告|函达|请示|复函|说明)"
    r"|[^。；：]{0,20}(?:妥否|当否|可否|如无不妥)[，,]\s*请[^。；：]{1,10}|请予?(?:函复|批示|批复|审阅|审批|支持))$"
)
_PAUSES = ("，", ",", "、")
_PAUSE = expression("(?:[\u4e00-\u9fff”》）%\\d][，,]|[\u4e00-\u9fff”》）]、)$")
_CLAUSE_ENDS = frozenset("，；。")
_ITEM_END = expression("[\u4e00-\u9fff”》）%\\d][；;]$")
_ORDERS = expression("^[^：“]{0,30}(?:要|应当?|必须|不得|须|请)[^：]{4,}[\u4e00-\u9fff]$")
_CLAUSES = expression(r"[，；][^，；。]*[，；]")  # three of them at least: no name, no caption
_LEAD = expression("[^：]*(?:以下|下列|如下|做到)[^，；：]{0,8}：")  # 重点做好以下工作：加快……；继续……
_QUOTED = 6  # characters at the end, by which a reader finds the place


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

        重点做好以下工作：加快城区防洪工程建设，汛前完成主体工程；继续实施灌区改造；加强工程运行管理，推行标准化管理

    不合规::

        各县要排查隐患，逐一建立台账。
        各局要配合检查，如实提供资料。
        各镇要组织巡查，及时报告汛情。
        各村要通知群众，提前做好转移准备

    不合规::

        ［文种］报告
        特此报告

    不合规::

        ［文种］批复
        此复

    不合规::

        各单位要检查下列内容：
        1.应急电源能否启动。
        2.备用水源切换是否熟练
        3.抢修人员能否按时到达。

    不合规::

        各单位要检查下列内容：
        （1）应急电源能否启动。
        （2）备用水源切换是否熟练。
        ［四级标题］（3）抢修人员能否按时到达
        ［一级标题］二、保障措施
        各单位要明确专人负责。

    合规::

        各级各部门要高度重视防汛工作。要按照职责分工，逐级落实防汛责任，把任务分解到岗位、到人员，确保城乡安全度汛。

    不合规::

        各级各部门要高度重视防汛工作，

    不合规::

        各级各部门要做到：
        （1）落实防汛责任；
        （2）加强值班值守；

    不合规::

        各级各部门要认真做好防汛工作

    合规::

        各级各部门要做到：
        （1）落实防汛责任；
        （2）加强值班值守。

    合规::

        各县要排查隐患，逐一建立台账。
        各局要配合检查，如实提供资料。
        各镇要组织巡查，及时报告汛情。
        联系人：市水务局防汛办公室张三，李四

    合规::

        The sluices are opened when the level rises by 3 m per hour, or as follows from Eq. 36.1.3,

    合规::

        请将材料送至以下单位：某某市水务局，地址：某某市某某区某某路1号；某某市财政局，地址：某某市某某区某某路2号三楼北侧办公室

    合规::

        地址：某某市某某区某某路1号。传真：0000-12345678。联系人：李四。报名材料请送：某某市水务局办公室政策法规科
    """
    unended = [item.element for items in texts(context.outline) for item in _stopless(items)]
    for item in unended:
        if item.role in HEADINGS and _ends_list(context, item):
            text = item.text.rstrip()
            yield Problem("段落末尾没有句号", item.span(max(len(text) - _QUOTED, 0), len(text)))
    stopless = {item.number for item in unended} | _odd_ones(context)
    for element, after in pairwise((*_prose(context), None)):
        if element is None or _goes_on(element, after):
            continue
        text = element.text.rstrip()
        if (
            element.number in stopless
            or _CLOSING.match(text)
            or (len(text) >= _LONG and not element.block.run_in and _is_open(text))
        ):
            yield Problem("段落末尾没有句号", element.span(max(len(text) - _QUOTED, 0), len(text)))
        elif (
            not element.block.run_in
            and (fault := _left_open(text, is_last=_is_last(context, element)))
            and holds_han(text)
            and not (after is not None and _is_formula(after))
        ):
            yield Problem(fault, element.span(max(len(text) - _QUOTED, 0), len(text)))


def _prose(context: Context) -> Iterator[Element]:
    """The paragraphs of the main text and of the documents it issues."""
    return (element for element in context.own_text if element.role in PROSE_ROLES)


def _odd_ones(context: Context) -> set[int]:
    """The numbers of the few sentences without a full stop among paragraphs that have theirs."""
    said = [element for element in _prose(context) if _SENTENCE.search(element.text)]
    left = {element.number for element in said if _is_open_sentence(element.text.rstrip())}
    ended = sum(element.text.rstrip().endswith("。") for element in said)
    return left if len(left) <= max(1, ended // _MOST_ENDED) and ended >= _FEWEST else set()


def _is_open_sentence(text: str) -> bool:
    """Whether the last words of a paragraph of sentences or clauses want a full stop."""
    last = text.rpartition("。")[2]
    return len(text) >= _SENTENCE_LONG and "：" not in last and OBJECT not in text and bool(_OPEN.match(text[-1:]))


def _stopless(items: Sequence[Item]) -> Iterator[Item]:
    """The only one of three or more numbered paragraphs right below each other that does not end with a full stop."""
    run: list[Item] = []
    for item, after in pairwise((*items, None)):
        assert item is not None
        run.append(item)
        if after is not None and after.level == item.level and after.element.number == item.element.number + 1:
            continue
        ends = [one.element.text.rstrip() for one in run]
        if len(run) >= _FEWEST and sum(end.endswith("。") for end in ends) == len(run) - 1:
            yield from (one for one, end in zip(run, ends, strict=True) if _OPEN.match(end, len(end) - 1))
        run = []


def _ends_list(context: Context, element: Element) -> bool:
    """Whether what looks like a heading is the last item of a list: no text of its own stands below it."""
    after = context.elements[element.number + 1 : element.number + 2]
    return not after or after[0].role is not Role.BODY


def _left_open(text: str, *, is_last: bool) -> str:
    """What is wrong where a paragraph ends with a mark that says that more comes, or the text with none; else ""."""
    if text.endswith(_PAUSES) and len(text) > _SHORT and _pauses(text):
        return f"段落末尾应为句号，现为“{text[-1]}”"
    if is_last and text.endswith(("；", ";")) and _ITEM_END.search(text):
        return f"正文最后一段末尾应为句号，现为“{text[-1]}”"
    return "段落末尾没有句号" if is_last and _ORDERS.match(text) else ""


def _pauses(text: str) -> bool:
    """Whether words end with a pause; with “、” only after a clause, because lists of names end so."""
    if _PAUSE.search(text, len(text) - 2) is None:
        return False
    return not text.endswith("、") or not _CLAUSE_ENDS.isdisjoint(text.rpartition("\n")[2][:-2])


def _is_last(context: Context, element: Element) -> bool:
    """Whether the text of the document ends with it: what follows is the note of attachments or the sign-off."""
    after = context.elements[element.number + 1 : element.number + 2]
    return bool(after) and after[0].role in _AFTER_TEXT and element.block.attachment == 0


def _is_open(text: str) -> bool:
    """Whether a paragraph has sentences before, or a last one of several clauses: no label, no name, no caption."""
    last = text.rpartition("。")[2]
    if _OPEN.match(text, len(text) - 1) is None or OBJECT in text:
        return False
    listed = _LEAD.match(last)
    last = last[listed.end() :] if listed else last
    if "：" in last:
        return False
    return _CLAUSES.search(last) is not None or (not listed and "。" in text and "，" in last)


def _is_formula(element: Element) -> bool:
    """Whether it is a formula on a line of its own."""
    carriers = (run.carrier for run in element.block.runs if run.carrier is not None)
    return element.text.strip() == OBJECT and any(carrier.kind is CarrierKind.FORMULA for carrier in carriers)


def _goes_on(element: Element, after: Element | None) -> bool:
    """Whether a manual line break parts the two: the sentence ends after it."""
    one, other = element.block.source, after.block.source if after else None
    return one is not None and other is not None and one.part == other.part and one.last == other.first
