"""What stands under a title (GB/T 9704-2012 7.3.2): pieces in, verdicts for 题注, 发文字号, 主送机关 out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gwformat.expressions import expression
from gwformat.model import TEXT_ROLES, Align, Role
from gwformat.recognise import patterns
from gwformat.recognise.genre import genre_of
from gwformat.recognise.head_elements import doc_number
from gwformat.recognise.pieces import Piece, Verdict, Verdicts, following, whole
from gwformat.text.greetings import is_greeting
from gwformat.text.rosters import is_person

_MOST_LINES = 6
_MOST_NOTED = 12
_LONG = 80
_MOST_NAMES = 2000  # characters; so many that they go to the imprint (7.3.2)
_TEXT = (Role.ADDRESSEE, *TEXT_ROLES)

_ADDRESSED = expression(
    r"(?:政府|委|委员会|办|办公室|厅|局|部|署|院|单位|公司|集团|中心|学校|机关|组织|党组|党工委|处|科|室|站|所|会|同志|代表|委员"
    r"|先生|女士|机构|大学|学院|银行|行|社|团|队|镇|乡|村|街道|县|市|区|省|旗|州|企业|部门|成员|小组|领导|老师|们|家长|[会办院校室]主任|院长|检察长|校长|市民|居民|公民"
    r"|旅客|用户|业主|店|厂|园|馆|站点|人员|委组|书院|小学|中学|基地|协会|联合会|法院|检察院|党委|支部|工会|团体|等|[省市县区州局厅部]长|书记|主席)(?:（[^）]*）)?$"
)
_TO_SEAL = expression(r"（(?:盖章|公章|签章|印章|签字|签名)[^）]{0,6}）：$")  # 单位（盖章）： is to be filled in
_BETWEEN_NAMES = expression(r"[、，；](?![^（]*）)")
_SAYS = expression("由|请|[主承协]办[。；.．]$|负责|落实|召开|会议|是|到|将|已|并|为")
_OPENING = expression(r"(?:现将|现就|根据|为|经)[^。]*[。：]$")  # short, but the first words of a text
_STOPS = ("。", "；", ".", "．")
_LABELLED = expression("^主送(?:单位|机关)?：")
_GROUP = expression(
    rf"[省市县区州旗局厅委部校院镇乡机关直属政府党]{{0,6}}各[\u3400-\u9fff（、）]{{0,12}}{_ADDRESSED.pattern}"
)
_MEETING = expression(r"(?:会议)?(?:地点|主持|出席|参加|参会|列席)")
_GREETING = expression(r"各|有关|全体|全市|全县|全省|尊敬|敬爱|亲爱")
_SENTENCE = expression(
    r"(?:如下|以下|下列|现将|现就|根据|为了|为贯彻|决定|事项|包括|分别是|下述|公告|通告)[^，、]*：$|。|；"
)


def is_addressee(piece: Piece) -> bool:
    """Whether the piece names those addressed, with a colon at its end."""
    line = piece.key
    if _TO_SEAL.search(line):
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
        or (_GREETING.match(line) and len(line) <= 60 and not re.search(r"[“”《》？！]", line))
    )


def _are_names(line: str) -> bool:
    """Whether there is nothing but names of organs in a line, parted by semicolons."""
    names = _BETWEEN_NAMES.split(line)
    return "；" in line and "。" not in line and all(_ADDRESSED.search(name) for name in names)


def is_subtitle(line: str) -> bool:
    """Whether the key `line` says under a title when and by whom it was adopted, or which draft it is."""
    if patterns.ANNOTATION_WORDS.match(line):
        return False
    return bool(
        (
            len(line) <= 200
            and not line.endswith("。")
            and patterns.ADOPTED.fullmatch(line)
            and re.match(rf"（|{patterns.DATE}", line)
        )
        or patterns.DRAFT_NOTE.fullmatch(line)
        or patterns.DATE_ONLY.fullmatch(line)
    )


def below(pieces: Sequence[Piece], taken: Verdicts, index: int) -> dict[int, Verdict]:
    """Verdicts for the lines under the title: number, dates of adoption, addressees."""
    verdicts: dict[int, Verdict] = {}
    under_title = index >= 0
    for piece in pieces[index + 1 :]:
        if piece.index in verdicts:
            continue
        if piece.index in taken and taken[piece.index].role in _TEXT:
            break
        if piece.blank or piece.index in taken:
            continue
        line = piece.key
        number = patterns.DOC_NUMBER_ONLY.fullmatch(line) or patterns.ISSUE_NUMBER.fullmatch(line)
        if not under_title:
            pass
        elif patterns.RULE_LINE.fullmatch(line):
            verdicts[piece.index] = Verdict(dropped="版头中用字符画的线，由版式重新画出")
            continue
        elif number is not None:
            verdicts[piece.index] = doc_number(piece, number, "形如发文字号，位于标题之下、正文之前")
            continue
        elif patterns.CASE_NUMBER.fullmatch(line):
            verdicts[piece.index] = whole(Role.SUBTITLE, "位于标题之下的案号")
            continue
        elif rest := _closing(pieces, piece):
            verdicts[piece.index] = whole(Role.SUBTITLE, "位于标题之下，说明日期、通过情况或稿次")
            verdicts |= {one.index: whole(Role.SUBTITLE, "接续上一行的题注", joined=True) for one in rest}
            continue
        elif is_subtitle(line) or is_author(pieces, piece) or _is_speaker(pieces, piece, index, under=bool(verdicts)):
            verdicts[piece.index] = whole(Role.SUBTITLE, "位于标题之下，说明日期、通过情况或稿次")
            continue
        elif _issued_it(pieces, piece, index):
            verdicts[piece.index] = whole(Role.SUBTITLE, "标题与主送机关之间的发文机关名称")
            continue
        elif patterns.METADATA.fullmatch(line) and not (is_addressee(piece) or _of_a_meeting(pieces, piece)):
            verdicts[piece.index] = whole(Role.OTHER, "标题之下的来源、时间等网页信息")
            continue
        if not (under_title and _is_spoken(pieces, piece, index)):
            verdicts |= addressees(pieces, taken, piece.index, after_title=under_title)
        break
    return verdicts


def _closing(pieces: Sequence[Piece], piece: Piece) -> list[Piece]:
    """The lines that end a note under the title whose bracket opens on `piece`; none if that is no such note."""
    if not piece.key.startswith("（") or "）" in piece.key:
        return []
    rest: list[Piece] = []
    after = following(pieces, piece.index)
    while after is not None and after.carrier is None and "（" not in after.key and len(rest) < _MOST_NOTED:
        rest.append(after)
        if after.key.endswith("）"):
            return rest if _is_adopted([piece.key, *(one.key for one in rest)]) else []
        after = following(pieces, after.index)
    return []


def _is_adopted(lines: Sequence[str]) -> bool:
    """Whether the lines of a note say together, or each by itself, when something was adopted or revised."""
    return is_subtitle("".join(lines)) or all(patterns.ADOPTED.fullmatch(line) for line in lines)


def _of_a_meeting(pieces: Sequence[Piece], piece: Piece) -> bool:
    """Whether a line below a title says when a meeting was, with where and under whom below it: it is text."""
    after = following(pieces, piece.index)
    return after is not None and _MEETING.match(after.key) is not None and piece.key.startswith("时间：")


def _is_spoken(pieces: Sequence[Piece], piece: Piece, title: int) -> bool:
    """Whether a text under the title greets those who hear it: no organ is addressed (各位代表：)."""
    named = genre_of(pieces[title].key)
    return is_greeting(piece.key) and (named is None or named.name == "报告")


def is_author(pieces: Sequence[Piece], piece: Piece) -> bool:
    """A speaker's name or an organ between the title and a date, or centred under the title like it."""
    after = following(pieces, piece.index)
    if after is None or len(piece.key) > 30 or re.search(r"[，。；：！？]", piece.key):
        return False
    if re.fullmatch(rf"（{patterns.DATE}）", after.key):
        return True
    named = patterns.is_signature(piece.key)
    return named and (patterns.DATE_ONLY.fullmatch(after.key) is not None or piece.look.align is Align.CENTER)


def _issued_it(pieces: Sequence[Piece], piece: Piece, title: int) -> bool:
    """Whether a line between the title and those addressed names once more the organ that the title begins with."""
    after = following(pieces, piece.index)
    organ, about, _ = pieces[title].key.partition("关于")
    if not organ or not about or after is None or not is_addressee(after) or not patterns.is_organ(piece.key):
        return False
    return organ in piece.key or piece.key in organ


def _is_speaker(pieces: Sequence[Piece], piece: Piece, title: int, *, under: bool) -> bool:
    """Whether a line below the title of a report or speech names who made it, or says how it was written down.

    区长　张某某, 张　某 or （根据录音整理，未经本人审阅）.
    """
    line = piece.key
    if len(line) <= 20 and patterns.PERSON.fullmatch(line) is not None and under:
        return True
    if patterns.SPEECH.search(pieces[title].key) is None or following(pieces, piece.index) is None:
        return False
    noted = patterns.ANNOTATION.fullmatch(line) and len(line) <= 40 and not patterns.ANNOTATION_WORDS.match(line)
    return bool(noted) or (is_person(line) and not patterns.is_organ(line))


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
        if is_addressee(piece) and all(_ADDRESSED.search(p.key.rstrip("，、：")) for p in run[:-1]):
            reason = "以冒号结尾，位于标题之后、正文之前"
            return {
                p.index: whole(Role.ADDRESSEE, reason, joined=order > 0, attachment=attachment)
                for order, p in enumerate(run)
            }
        if not piece.key.endswith(("，", "、")) or len(piece.key) > _LONG or len(run) >= _MOST_LINES:
            break
    return _bare_addressee(pieces, run, attachment) if after_title and run else {}


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
        or (len(after.key) < 20 and not _OPENING.match(after.key))
        or re.search(r"[。；！？《》“]", line)
        or len(line) > 60
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
