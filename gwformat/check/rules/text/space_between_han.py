"""T519: spaces between Han characters."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from gwformat.check import Context, Problem, rule
from gwformat.check.prose import Hit
from gwformat.expressions import expression
from gwformat.findings import Fix, Rewording, Safety, Severity
from gwformat.model import ATTENDANCE_ROLES, Role
from gwformat.text.characters import HAN
from gwformat.text.rosters import Cells, row_of
from gwformat.text.spaces import between

_HAN = expression(f"[{HAN}，。；：！？、）》”]")
_DATE_ENDS = expression("(?:(?:19|20)\\d\\d|\\d ?[年月] ?\\d{1,2}|\\d ?[年月])$")
_DATE_GOES_ON = expression("[年月日]|\\d{1,2} ?[月日]")
_CHAPTER = expression(f"[ \u3000]*第[{HAN}Xx×Ｘ\\d]{{1,4}}[编章节条]")
_SPACES = frozenset(" \u00a0\u3000")
_WIDE = 3  # spaces: a blank to fill, a column
_SPACED_LABEL = expression(f"[{HAN}](?:[ \u3000]+[{HAN}]){{1,3}}[：:]")
# A line of a form, 研究方向： 某某 发布者： 来源：: a blank there parts what is to be filled in, or stands for it.
_FORM_LINE = expression(f"[{HAN}、（）]{{2,14}}：[^，。；]*$")
_HOLDER = expression(f"[{HAN}·]{{2,4}}[ \u3000]+[{HAN}（）、]+$")
_HELD = expression("(?:长|书记|主任|主席|委员|助理|经理|总监|秘书|[^人]员|[工程教]师)$")
_LEVEL = expression("[一二三四五六七八九十]{1,3} ?、")
_LABEL = 10  # characters: 目　录, 总　则, a name with its rank


@rule(
    "T519",
    name="space-between-han",
    clause="惯例",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """汉字之间不空格。

    两个字的姓名、章名、表头为对齐而加的空格，联合行文的标题里隔开机关名称的空格，以及留白待填的空格不在此列。

    不合规::

        各单位要高度重视，认真 抓好落实。

    不合规::

        ［一级标题］一、 落实工作责任
        各级各部门要按照职责分工，逐级落实防汛责任。
        ［一级标题］二 、加强值班值守
        汛期实行24小时值班制度。

    不合规::

        本办法自2026 年 5 月 1 日起施行。

    合规::

        ［附件］有
        ［附件］组　长：张　三　李小四
        ［附件］第一章　总　则

    合规::

        ［标题］某某市发展和改革委员会 某某市财政局关于做好2026年防汛工作的通知

    合规::

        会期为2026年　月　日，由省Water Group公司承办。

    合规::

        ［文种］纪要
        ［列席］列席：冯　刚　陈建国（投资科）　褚卫东（综合科）

    合规::

        学　号：20260001，年级和班级由各单位自行填写

    合规::

        研究方向： 防汛抢险 指导人员： 张某某

    合规::

        第X章 检查情况的记录和处理办法

    合规::

        副指挥长：吴某某　市委常委、常务副市长

    合规::

        张某某　市交通运输局党组书记、局长

    合规::

        转发《某某省安委办关于强化安全防控措施 切实做好节日期间工作的通知》，开展“不忘初心 牢记使命”主题教育。
    """
    prose = context.prose
    if prose.chars.isdisjoint(_SPACES):
        return
    gaps = [hit for hit, new in prose.edits(between(prose.text)) if not new and _is_in_sentence(hit)]
    for _, group in groupby(gaps, key=lambda hit: hit.piece.start):
        hits = list(group)
        element = hits[0].piece.element
        steps = tuple(Rewording(element.span(hit.start, hit.end), "") for hit in hits)
        what = "日期中间" if all(map(_is_in_date, hits)) else "汉字之间"
        said = f"{what}不空格（本段{len(hits)}处）" if len(hits) > 1 else f"{what}不空格"
        yield Problem(said, element.span(hits[0].start, hits[-1].end), Fix("去掉空格", Safety.SAFE, steps))


def _is_at_number(hit: Hit) -> bool:
    """Whether the blank stands before or behind the mark of a level number: 三、 加强."""
    return _LEVEL.match(hit.piece.text) is not None and "、" in (hit.before[-1:], hit.after[:1])


def _is_in_list(text: str) -> bool:
    """Whether a line is a name and what its bearer is, perhaps with a label: 副组长：张某某　副市长、局长."""
    row = row_of(text)
    if row is None or row.kind not in (Cells.POST, Cells.NAMES):
        return False
    return row.label is not None or (_HOLDER.match(text) is not None and _HELD.search(text) is not None)


def _is_in_sentence(hit: Hit) -> bool:
    text = hit.piece.text.strip(" \u3000")
    if _is_in_list(text) or _FORM_LINE.match(text):
        return False
    if hit.piece.element.role is Role.TITLE and "关于" in hit.after:
        return False
    if (
        hit.in_table
        or hit.role in ATTENDANCE_ROLES  # names stand apart from each other (10.3)
        or hit.end - hit.start >= _WIDE
        or (len(text) <= _LABEL and not _is_at_number(hit))
        or _CHAPTER.match(text)
    ):
        return False
    if _SPACED_LABEL.match(text) and hit.start < _LABEL:
        return False
    return bool(_HAN.match(hit.before[-1:]) and _HAN.match(hit.after)) or _is_in_date(hit)


def _is_in_date(hit: Hit) -> bool:
    """Whether the blank stands within 2026 年 3 月 16 日; what is left to fill in has no number behind it."""
    around = _DATE_ENDS.search(hit.before), _DATE_GOES_ON.match(hit.after)
    return all(around) and hit.before[-1:].isdigit() != hit.after[:1].isdigit()
