"""Those addressed (GB/T 9704-2012 7.3.2): pieces in, verdicts for 主送机关 out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gwformat.expressions import expression
from gwformat.model import Role
from gwformat.recognise import patterns
from gwformat.recognise.pieces import Piece, Verdict, Verdicts, following, whole

_MOST_LINES = 6
_LONG = 80
_SHORTEST_TORN = 20
_LONGEST = 60  # of a line that greets, or names an organ without its colon
_SHORTEST_TEXT = 20  # below an organ without its colon
_MOST_NAMES = 2000  # characters; so many that they go to the imprint (7.3.2)
_ADDRESSED = expression(
    r"(?:政府|委|委员会|办|办公室|厅|局|部|司|署|院|单位|公司|集团|中心|学校|机关|组织|党组|党工委|处|科|室|站"
    r"|所|会|同志|代表|委员"
    r"|先生|女士|机构|大学|学院|银行|行|社|团|队|镇|乡|村|街道|县|市|区|省|旗|州|企业|部门|成员|小组|领导|老师"
    r"|们|家长|[会办院校室]主任|院长|检察长|校长|市民|居民|公民"
    r"|旅客|用户|业主|店|厂|园|馆|站点|人员|委组|书院|小学|中学|基地|协会|联合会|法院|检察院|党委|支部|工会"
    r"|团体|等|[省市县区州局厅部]长|书记|主席"
    r"|(?:巡视|巡察|督导|督查|督察|检查|调查|调研|考核|考察|审计|工作|专家)组)(?:（[^）]*）)?$"
)
_TO_SEAL = expression(r"（(?:盖章|公章|签章|印章|签字|签名)[^）]{0,6}）：$")  # 单位（盖章）： is to be filled in
_TO_FILL = expression(
    r"(?:填[报表写]|[申上呈]报|报送|推荐|申请|所在|工作)?(?:单位|部门|学校)："
)  # the first line of a form
_BETWEEN_NAMES = expression(r"[、，；](?![^（]*）)")
_SAYS = expression("由|请|[主承协]办[。；.．]$|负责|落实|召开|会议|是|到|将|已|并|为")
_OPENING = expression(r"(?:现将|现就|根据|为|经)[^。]*[。：]$")  # short, but the first words of a text
_STOPS = ("。", "；", ".", "．")
_LABELLED = expression("^主送(?:单位|机关)?：")
_GROUP = expression(
    rf"[省市县区州旗局厅委部校院镇乡机关直属政府党]{{0,6}}各[\u3400-\u9fff（、）]{{0,12}}{_ADDRESSED.pattern}"
)
GREETING = expression(r"各|有关|全体|全市|全县|全省|尊敬|敬爱|亲爱")
_SENTENCE = expression(
    r"(?:如下|以下|下列|现将|现就|根据|为了|为贯彻|决定|事项|包括|分别是|下述|公告|通告)[^，、]*：$|。|；"
)


def is_addressee(piece: Piece) -> bool:
    """Whether the piece names those addressed, with a colon at its end."""
    line = piece.key
    if _TO_SEAL.search(line) or _TO_FILL.fullmatch(line):
        return False
    if not line.endswith("：") or len(line) > _MOST_NAMES or piece.carrier is not None:
        return False
    if _SENTENCE.search(line) and not _are_names(line[:-1]):
        return False
    if any(marker.match(line) for marker in patterns.MARKERS.values()) or line.startswith(
        ("附", "抄送", "出席", "一是")
    ):
        return False
    return bool(
        _ADDRESSED.search(line[:-1])
        or patterns.PLACEHOLDER.fullmatch(line)
        or re.fullmatch(r"[×xX]{2,}.{0,12}：", line)
        or (GREETING.match(line) and len(line) <= _LONGEST and not re.search(r"[“”《》？！]", line))
    )


def _are_names(line: str) -> bool:
    """Whether there is nothing but names of organs in a line, parted by semicolons."""
    names = _BETWEEN_NAMES.split(line)
    return "；" in line and "。" not in line and all(_ADDRESSED.search(name) for name in names)


def addressees(
    pieces: Sequence[Piece], taken: Verdicts, index: int, *, after_title: bool = True, attachment: int = 0
) -> dict[int, Verdict]:
    """Verdicts if addressees begin at piece `index`; names over several lines become one block."""
    run: list[Piece] = []
    for piece in pieces[index:]:
        if piece.blank and not run:
            continue
        if piece.blank or piece.index in taken or piece.carrier is not None:
            break
        run.append(piece)
        listed = all(_ADDRESSED.search(p.key.rstrip("，、：")) for p in run[:-1])
        if is_addressee(piece) and (listed or _is_torn(run)):
            reason = "以冒号结尾，位于标题之后、正文之前"
            return {
                p.index: whole(Role.ADDRESSEE, reason, joined=order > 0, attachment=attachment)
                for order, p in enumerate(run)
            }
        goes_on = piece.key.endswith(("，", "、")) or (len(run) == 1 and _may_be_torn(piece))
        if not goes_on or len(piece.key) > _LONG or len(run) >= _MOST_LINES:
            break
    return _bare_addressee(pieces, run, attachment) if after_title and run else {}


def _may_be_torn(piece: Piece) -> bool:
    """Whether a line can be the first of two with those addressed, cut by hand in the middle of a name."""
    return len(piece.key) >= _SHORTEST_TORN and _BETWEEN_NAMES.search(piece.key) is not None and "。" not in piece.key


def _is_torn(run: Sequence[Piece]) -> bool:
    """Whether two lines are names of those addressed once the name that is cut is put together again."""
    joined = "".join(piece.key for piece in run)
    return (
        len(run) == 2
        and "：" not in joined[:-1]
        and "。" not in joined
        and all(_ADDRESSED.search(name) for name in _BETWEEN_NAMES.split(joined[:-1]))
    )


def _bare_addressee(pieces: Sequence[Piece], run: Sequence[Piece], attachment: int) -> dict[int, Verdict]:
    """An organ alone on its line under the title, with text after it: the colon was forgotten, or mistyped."""
    piece = run[0]
    if piece.key.endswith(_STOPS):
        return _stopped_addressee(pieces, piece, attachment)
    line = piece.key.removesuffix("，")
    line = _LABELLED.sub("", line)
    after = following(pieces, piece.index)
    if (
        after is None
        or (len(after.key) < _SHORTEST_TEXT and not _OPENING.match(after.key))
        or re.search(r"[。；！？《》“]", line)
        or len(line) > _LONGEST
    ):
        return {}
    if (len(run) > 1 or piece.key.endswith("，")) and "。" not in after.key:
        return {}
    names = _BETWEEN_NAMES.split(line)
    listed = len(names) > 1 and line.startswith("各") and all(_ADDRESSED.search(name) for name in names)
    if not listed and not all(patterns.is_organ(name) for name in names):
        return {}
    return {piece.index: whole(Role.ADDRESSEE, "标题之后单独成行的机关名称，其后是正文", attachment=attachment)}


def _stopped_addressee(pieces: Sequence[Piece], piece: Piece, attachment: int) -> dict[int, Verdict]:
    """Nothing but names of organs, and a full stop: no sentence, since the line says nothing, and no list of names."""
    after = following(pieces, piece.index)
    if after is None or not after.key.endswith(("。", "：")) or len(piece.key) > _LONG or _SAYS.search(piece.key):
        return {}
    names = _BETWEEN_NAMES.split(piece.key[:-1])
    listed = len(names) > 1 and piece.key.startswith("各") and all(_ADDRESSED.search(name) for name in names)
    if not listed and not all(patterns.is_organ(name) or _GROUP.fullmatch(name) for name in names):
        return {}
    reason = "标题之后单独成行的机关名称，冒号误作句号"
    return {piece.index: whole(Role.ADDRESSEE, reason, attachment=attachment)}
