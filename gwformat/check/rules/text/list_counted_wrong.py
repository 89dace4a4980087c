"""T620: 以下三点：一是……二是……三是……四是."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gwformat.check import Context, Problem, rule
from gwformat.check.elements import Element
from gwformat.check.prose import Hit
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import HEADINGS, Role
from gwformat.text.numerals import parse_number

_HAN = "[一二三四五六七八九十]{1,3}"
_COUNT = expression(
    r"(?<![\d.〇零一二三四五六七八九十百千万第前后每近约超余多等另+—～－-])"
    r"(?P<number>[一二两三四五六七八九十]{1,2}|\d{1,2})个?(?:大|类)?(?:项|点|条|种|类|方面|部分|阶段|步骤?|个(?!月)|件|环节|层次)"
)
_LEAD = expression(r"(?P<count>[^。；：\n]*)[：。]")
# What is counted is what the list is of: 三项工作, 五条措施; not 3个开发区要做到, 两条道路：.
_LISTED = expression(
    "(?:[\u4e00-\u9fff]{0,3}[：。]?$|(?<=方面|阶段|环节|层次|部分|步骤)|(?<=点))"
    "|(?:[\u4e00-\u9fff]{0,4}?(?:重点|主要|突出|关键|具体)[\u4e00-\u9fff]{0,4}?)?"
    "(?:工作|任务|措施|问题|事项|原则|目标|要求|意见|建议|制度|机制|内容|职责|条件|情形|情况|行动|经验|做法"
    "|因素|原因|特点|难点|不足"
    "|短板|关系|着力|强化|坚持|确保|结合|必须|到位|转变|规定|指标|支撑|保障|抓手|导向|能力|体系|服务|改革|检查|整治|专项)"
)
_BIDDEN = expression("(?<![主重需必])要(?![求点素])|[应须]做到")
# 从三个方面抓好落实，一是……
_BEFORE_FIRST = expression("(?P<count>[^。；：，\\n]{0,60})，(?=一是)")
_FOLLOWING = ("以下", "如下", "下列", "下述", "下面")
# Each form of an item: what its number looks like, and which headings end a list of it.
_FORMS = (
    (expression(rf"(?P<n>{_HAN})(?:是|要)(?![一二三四五六七八九十])"), HEADINGS),
    (expression(rf"第(?P<n>{_HAN})[，,、]"), HEADINGS),
    (expression(rf"其(?P<n>{_HAN})[，,、]"), HEADINGS),
    (expression(r"[（(](?P<n>\d{1,2})[）)]"), HEADINGS[:3]),
    (expression(r"(?P<n>\d{1,2})[.．、](?!\d)"), HEADINGS[:2]),
    (expression(rf"[（(](?P<n>{_HAN})[）)]"), HEADINGS[:1]),
    (expression(rf"(?P<n>{_HAN})、"), ()),
)
_BOUNDARY = expression(r"(?:^|(?<=[。；：，！？\n]))[\s\u3000]*")
# 分为三个阶段，即动员部署、自查自纠、总结提升。
_NAMED = expression(
    r"分(?:为|成)?(?P<number>[二两三四五六七八九十])个(?:阶段|步骤|环节|部分|层次|等级|档次|类别)，?(?:即|分别是|分别为|：)"
    r"(?P<items>[^。；：（）“《\n]{4,80})[。；]"
)
_AND = expression("[和及与]|以及")
_LEAST = 2
_LONGEST = 16  # characters between the number and the colon


@rule(
    "T620",
    name="list-counted-wrong",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """“以下三项”“三个方面：”所说的数目，与后面逐项列出的相符。

    不合规::

        重点做好以下三项工作：一是加强领导，二是压实责任，三是强化督查，四是严肃纪律。

    不合规::

        重点做好以下五项工作。
        （一）加强领导。明确专人负责。
        （二）压实责任。逐级落实防汛责任。
        （三）强化督查。定期通报情况。

    不合规::

        从三个方面抓好落实，一是强化领导，二是强化督导，三是强化宣传，四是强化保障。

    不合规::

        活动分为三个阶段，即动员部署、自查自纠、集中整治、总结提升。

    合规::

        检查发现三个方面的问题，一是认识不到位，二是投入不足，三是监管不严。

    合规::

        活动分为三个阶段，即动员部署、自查自纠和总结提升。重点做好以下三项工作：一是加强领导，二是压实责任，三是强化督查。围绕两个方面12项任务抓落实：一是排查，二是整改。
        全市12个县、3个开发区要做到：一是加强领导，二是落实责任。三个小组要处理好以下关系：一是上下关系，二是内外关系。
    """
    for elements in context.texts:
        for order, element in enumerate(elements):
            text = element.text
            if "：" in text or (any(map(text.__contains__, _FOLLOWING)) and text.rstrip().endswith("。")):
                for lead in _LEAD.finditer(text):
                    if lead[0].endswith("：") or any(map(lead["count"].__contains__, _FOLLOWING)):
                        yield from _compared(elements, order, lead)
            if "，一是" in text:
                for lead in _BEFORE_FIRST.finditer(text):
                    yield from _compared(elements, order, lead)
    for hit in context.prose.find(
        _NAMED, ("个阶段", "个步骤", "个环节", "个部分", "个层次", "个等级", "个档次", "个类别")
    ):
        yield from _named(hit)


def _named(hit: Hit) -> Iterator[Problem]:
    """Whether as many are named, one behind the other, as are said to be; one name may have an 和 in it."""
    items = hit["items"]
    number, least = _value(hit["number"]), items.count("、") + 1
    most = least + len(_AND.findall(items))
    if (
        number is not None
        and least >= _LEAST
        and "等" not in items
        and "，" not in items
        and not least <= number <= most
    ):
        said = f"{most}" if least == most else f"{least}或{most}"
        yield hit.part("number").problem(
            f"“{hit['number']}个”后面列出{said}项，请核对", expected=said, measured=str(number)
        )


def _compared(elements: Sequence[Element], order: int, lead: re.Match[str]) -> Iterator[Problem]:
    counts = list(_COUNT.finditer(lead["count"]))
    if not counts:
        return
    element = elements[order]
    said = counts[-1]
    tail = lead["count"][said.end() :]
    announced = lead["count"].startswith(_FOLLOWING, max(said.start() - len(_FOLLOWING[0]), 0))
    listed_here = (
        lead[0].endswith(("：", "，")) and _LISTED.match(lead["count"], said.end()) and not _BIDDEN.search(tail)
    )
    if not (announced or listed_here):
        return
    if len(tail) > _LONGEST or any(word in tail for word in (*_FOLLOWING, "，", "、")):
        return
    number = _value(said["number"])
    if number is None or number < _LEAST:
        return
    listed = _listed(element.text[lead.end() :], elements[order + 1 :])
    if listed >= _LEAST and listed != number and listed not in {_value(count["number"]) for count in counts}:
        start = lead.start("count") + said.start()
        words = element.text[start : start + said.end() - said.start()]
        yield Problem(
            f"“{words}”后面列出{listed}项，请核对",
            element.span(start, start + len(words)),
            expected=str(listed),
            measured=str(number),
        )


def _value(number: str) -> int | None:
    return parse_number(number.replace("两", "二"))


def _listed(rest: str, following: Sequence[Element]) -> int:
    """How many items follow: in the rest of the paragraph and below it; 0 where there is no list right behind."""
    first = rest if rest.strip() else following[0].text if following else ""
    for form, closing in _FORMS:
        opening = form.match(first.strip())
        if opening and parse_number(opening["n"]) == 1:
            return _chain(form, closing, rest, following)
    return 0


def _chain(form: re.Pattern[str], closing: Sequence[Role], rest: str, following: Sequence[Element]) -> int:
    """The number to which the items count on, one by one, until a heading above them or another list begins."""
    last = 0
    for number, text in enumerate((rest, *(element.text for element in following))):
        if number and following[number - 1].role in closing and not form.match(text.strip()):
            return last
        for place in _BOUNDARY.finditer(text):
            item = form.match(text, place.end())
            if item is None:
                continue
            said = parse_number(item["n"])
            if said == last + 1:
                last += 1
            elif said == 1 and last:
                return last
    return last
