"""T624: 由80所增加到100所，增加30所."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from gwformat.check import Context, Problem, rule
from gwformat.check.prose import Hit
from gwformat.expressions import expression
from gwformat.findings import Severity

_YEAR = r"(?:(?:19|20)\d\d年(?:\d{1,2}月)?(?:底|末|初)?的?|[^，。；：（）\d由]{0,8})"
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_UNIT = "[万亿]?(?:元|人次|[个名人家项户件所座条台辆次起亩吨处套间册份期批]|公里|公顷|平方米|立方米|千瓦|万|亿)"
_MORE, _LESS = "增加|增长|提高|上升|扩大|增至|提升", "减少|下降|降低|缩减|压减|降至|减至"
_GROWTH = expression(
    rf"[由从]{_YEAR}(?P<first>{_NUMBER})(?P<unit>{_UNIT})(?:{_MORE}|{_LESS})了?[到至]?{_YEAR}(?P<last>{_NUMBER})(?P=unit)"
    rf"[，（](?:净|共|同比|累计|平均)?(?P<way>增加|增长|提高|上升|减少|下降|降低)了?(?P<by>{_NUMBER})(?P<of>(?P=unit)|[%％])"
    "(?![^，。；）]{0,4}年均)"
)
# 查处48件，比上年减少12件，下降20%
_CHANGE = expression(
    r"，(?:同比|[比较][^，。；：（）\d]{0,6}(?:(?:19|20)\d\d年)?[^，。；：（）\d]{0,4})"
    rf"(?P<turn>增加|增长|多|减少|下降|少)了?(?P<change>{_NUMBER})(?P<unit>{_UNIT})[，、（]"
    rf"(?:增长|上升|增幅|下降|降低|降幅|减少)(?:了|为|达)?(?P<by>{_NUMBER})[%％]"
)
# 产值120亿元，上年为100亿元，同比增长20%; 立案120起，比上年的100起增长20%
_AGO = "[上去]年(?:同期)?"
_UP, _DOWN = "增长|增加|上升|提高", "下降|减少|降低"
_AGAINST = expression(
    rf"(?<![\d.,])(?P<last>{_NUMBER})(?P<unit>{_UNIT})(?:[，（]{_AGO}为?(?P<first>{_NUMBER})(?P=unit)[，）]，?(?:同比)?"
    rf"|，?[比较]{_AGO}的(?P<first2>{_NUMBER})(?P=unit))(?:(?P<up>{_UP})|(?P<down>{_DOWN}))了?(?P<by>{_NUMBER})(?P<of>(?P=unit)|[%％])"
)
# 由5.3%提高到6.8%，提高1.5个百分点
_POINTS = expression(
    rf"[由从]{_YEAR}(?P<first>{_NUMBER})[%％][\u4e00-\u9fff]{{1,4}}[到至为]{_YEAR}(?P<last>{_NUMBER})[%％]"
    rf"[，（](?:共|累计|净)?(?P<way>增加|增长|提高|上升|提升|减少|下降|降低|回落)了?(?P<by>{_NUMBER})(?P<of>个百分点)"
)
# 完成23992万元，较上年21012万元增加2980万元，增幅14.2%
_OVER = expression(
    rf"[比较][上去]年[\u4e00-\u9fff]{{0,4}}?(?P<base>{_NUMBER})(?P<unit>{_UNIT})，?(?:增加?|减少?|增收|减收|多|少)了?"
    rf"(?P<change>{_NUMBER})(?P=unit)，(?:增长|增幅|下降|降幅|减幅|上升)(?:了|为|达)?(?P<by>{_NUMBER})[%％]"
)
_SINCE = tuple(f"{sign}{year}年" for sign in "，（比较" for year in "上去")
_LAST = expression(rf"(?P<last>{_NUMBER})(?P<unit>{_UNIT})$")
_HALF = Decimal("0.5")
_PERCENT = Decimal(100)


@rule(
    "T624",
    name="growth-differs",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """“由……增加到……”后面说的增减数、增减幅度，与前面的两个数相符。

    按四舍五入的余地比较。

    不合规::

        学校由2024年的80所增加到2025年的100所，增加30所。

    不合规::

        投入由80万元增加到100万元，增长20%。

    不合规::

        全年产值120亿元，上年为100亿元，同比增长25%。

    不合规::

        全年立案120起，比上年的100起增长10%。

    不合规::

        税收完成23992万元，较上年21012万元增加2980万元，增幅12.2%。

    不合规::

        覆盖率由85.3%提高到96.8%，提高10.5个百分点。

    不合规::

        查处违法案件48件，比上年减少12件，下降25%。

    合规::

        税收完成23992万元，较上年21012万元增加2980万元，增幅14.2%。全年产值120亿元，上年为100亿元，同比增长20%。立案120起，比上年的150起下降20%。覆盖率由85.3%提高到96.8%，提高11.5个百分点。

    合规::

        学校由2024年的80所增加到100所，增加20所，增长25%。投入由3.2亿元增加到4.1亿元，增长28.1%。查处案件48件，比上年减少12件，下降20%，收入19860万元，同比增加2047万元，增长12%。
    """
    for hit in context.prose.find(_GROWTH, ("由", "从")):
        if "年均" in hit.words or "平均" in hit.words:
            continue
        yield from _differs(hit, hit["first"])
    for hit in context.prose.find(_POINTS, ("个百分点",)):
        yield from _differs(hit, hit["first"])
    for hit in context.prose.find(_OVER, _SINCE):
        (base, _), (change, _), (by, margin) = (_value(hit[name]) for name in ("base", "change", "by"))
        due = change / base * _PERCENT if base else by
        if abs(due - by) >= margin * 2:
            yield hit.problem(
                f"“{hit.words}”：按前面的数是{due:.2f}%，请核对", expected=f"{due:.2f}%", measured=f"{by}%"
            )
    for hit in context.prose.find(_AGAINST, _SINCE):
        first = hit["first"] or hit["first2"]
        change = _value(hit["last"])[0] - _value(first)[0]
        if change * (1 if hit["up"] else -1) < 0:
            yield hit.problem(f"“{hit.words}”：与“{hit['up'] or hit['down']}”不符，请核对")
        else:
            yield from _differs(hit, first)
    for hit in context.prose.find(_CHANGE, ("，同比", "，比", "，较")):
        now = _LAST.search(hit.before)
        if now is not None and now["unit"] == hit["unit"]:
            yield from _share_differs(hit, now)


def _value(number: str) -> tuple[Decimal, Decimal]:
    """A number, and half a unit of its last place: how far what it is rounded from may be."""
    value = Decimal(number.replace(",", ""))
    return value, _HALF.scaleb(int(value.as_tuple().exponent))


def _differs(hit: Hit, first: str) -> Iterator[Problem]:
    """Whether the change said is none that the two numbers allow."""
    low, high = _bounds(first, hit["last"], share=hit["of"] in "%％")
    by, room = _value(hit["by"])
    if not low - room <= by <= high + room:
        due = f"{((low + high) / 2).quantize(room * 2):f}{hit['of']}"
        yield hit.problem(f"“{hit.words}”：按前面的两个数是{due}，请核对", expected=due, measured=hit["by"])


def _bounds(before: str, now: str, *, share: bool) -> tuple[Decimal, Decimal]:
    """The least and the greatest change that the two numbers allow."""
    (first, less), (last, more) = _value(before), _value(now)
    exact = first == int(first) and last == int(last)
    less, more = (Decimal(0), Decimal(0)) if exact else (less, more)
    changes = [abs(b - a) for a in (first - less, first + less) for b in (last - more, last + more)]
    if share:
        bases = [first - less, first + less]
        shares = [change / base * _PERCENT for change in changes for base in bases if base > 0]
        return (min(shares), max(shares)) if shares else (Decimal(0), Decimal("Infinity"))
    return min(changes), max(changes)


def _share_differs(hit: Hit, now: re.Match[str]) -> Iterator[Problem]:
    """Whether the share said is not that of the change in what there was before it."""
    (last, _), (change, room), (by, margin) = (_value(said) for said in (now["last"], hit["change"], hit["by"]))
    base = last + change if hit["turn"] in ("减少", "下降", "少") else last - change
    if base <= 0:
        return
    room = Decimal(0) if change == int(change) else room
    low, high = ((change + way * room) / base * _PERCENT for way in (-1, 1))
    # Rounded up or down as well: 11.49% said as 12% is no slip of the pen.
    if not low - margin * 2 < by < high + margin * 2:
        due = f"{change / base * _PERCENT:.2f}%"
        words = now[0] + hit.words
        yield hit.problem(f"“{words}”：按前面的数是{due}，请核对", expected=due, measured=f"{hit['by']}%")
