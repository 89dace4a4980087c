"""What stands under a title (GB/T 9704-2012 7.3.2): pieces in, verdicts for 题注, 发文字号, 主送机关 out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gwformat.expressions import expression
from gwformat.model import TEXT_ROLES, Align, Role
from gwformat.recognise import patterns
from gwformat.recognise.addressees import GREETING, addressees, is_addressee
from gwformat.recognise.genre import genre_of
from gwformat.recognise.head_elements import doc_number
from gwformat.recognise.pieces import Part, Piece, Verdict, Verdicts, following, whole
from gwformat.recognise.residue import BETWEEN, UNDER
from gwformat.recognise.web_pages import METADATA, is_button
from gwformat.text.greetings import is_greeting
from gwformat.text.rosters import is_person

_MOST_NOTED = 12
_MOST_OF_THE_PAGE = 10
# Characters of a line under a title: on its adoption, an author, a speaker with a post, a remark in brackets.
_LONGEST_ADOPTION, _LONGEST_AUTHOR, _LONGEST_PERSON, _LONGEST_REMARK = 200, 30, 20, 40
_TEXT = (Role.ADDRESSEE, *TEXT_ROLES)

_MEETING = expression(r"(?:会议)?(?:地点|主持|出席|参加|参会|列席)")
_DATE_AND_NUMBER = expression(rf"{patterns.DATE}{patterns.DOC_NUMBER}")  # 2026年1月8日　某政发〔2026〕1号
_MEETING_HEAD = expression("(?:大会|会议)?主席团：")  # reports are made to it

_SAYS_WHEN = "位于标题之下，说明日期、通过情况或稿次"


def is_subtitle(line: str) -> bool:
    """Whether the key `line` says under a title when and by whom it was adopted, or which draft it is."""
    if patterns.ANNOTATION_WORDS.match(line):
        return False
    return bool(
        (
            len(line) <= _LONGEST_ADOPTION
            and not line.endswith("。")
            and patterns.ADOPTED.fullmatch(line)
            and re.match(rf"（|{patterns.DATE}", line)
        )
        or patterns.DRAFT_NOTE.fullmatch(line)
        or patterns.DATE_ONLY.fullmatch(line)
        or _DATE_AND_NUMBER.fullmatch(line)
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
        if under_title:
            stands = _under_title(pieces, piece, index, under=bool(verdicts)) or _above_addressee(pieces, taken, piece)
            if stands:
                verdicts |= stands
                continue
        if not (under_title and _is_spoken(pieces, piece, index)):
            verdicts |= addressees(pieces, taken, piece.index, after_title=under_title)
        break
    return verdicts


def _under_title(pieces: Sequence[Piece], piece: Piece, index: int, *, under: bool) -> dict[int, Verdict]:
    """The verdicts for a line that belongs to the title at `index`, and for those that go on with it.

    `under`: other lines stand between the two.
    """
    line = piece.key
    number = patterns.DOC_NUMBER_ONLY.fullmatch(line) or patterns.ISSUE_NUMBER.fullmatch(line)
    if patterns.RULE_LINE.fullmatch(line):
        verdict = Verdict(dropped="版头中用字符画的线，由版式重新画出")
    elif number is not None:
        verdict = doc_number(piece, number, "形如发文字号，位于标题之下、正文之前")
    elif beside := _beside_category(piece):
        verdict = beside
    elif patterns.CASE_NUMBER.fullmatch(line):
        verdict = whole(Role.SUBTITLE, "位于标题之下的案号")
    elif rest := _closing(pieces, piece):
        goes_on = {one.index: whole(Role.SUBTITLE, "接续上一行的题注", joined=True) for one in rest}
        return {piece.index: whole(Role.SUBTITLE, _SAYS_WHEN)} | goes_on
    elif (
        is_subtitle(line)
        or _is_aside(pieces, piece)
        or is_author(pieces, piece)
        or _is_speaker(pieces, piece, index, under=under)
    ):
        verdict = whole(Role.SUBTITLE, _SAYS_WHEN)
    elif _issued_it(pieces, piece, index):
        verdict = whole(Role.SUBTITLE, "标题与主送机关之间的发文机关名称")
    elif METADATA.fullmatch(line) and not (is_addressee(piece) or _of_a_meeting(pieces, piece)):
        verdict = whole(Role.OTHER, UNDER)
    else:
        return {}
    return {piece.index: verdict}


_NUMBER_AND_CATEGORY = expression(rf"(?P<number>{patterns.DOC_NUMBER})(?P<beside>{patterns.CATEGORY.pattern})")


def _beside_category(piece: Piece) -> Verdict | None:
    """A number under the title that shares its line with the class of an answer to a proposal."""
    if (match := _NUMBER_AND_CATEGORY.fullmatch(piece.key)) is None:
        return None
    places = patterns.spots(piece.text)
    border, cut = places[match.end("number") - 1] + 1, places[match.start("beside")]
    number = Part(Role.DOC_NUMBER, "形如发文字号，位于标题之下", places[0], border)
    category = Part(Role.CATEGORY, "说明建议、提案的办理类别，与发文字号同行", cut, len(piece.text.rstrip()))
    return Verdict((number, category))


def _above_addressee(pieces: Sequence[Piece], taken: Verdicts, piece: Piece) -> dict[int, Verdict]:
    """Verdicts on what a page of the net has between a title and those addressed: 收藏, 下载, 我要纠错."""
    found: dict[int, Verdict] = {}
    for one in pieces[piece.index :]:
        if one.blank:
            continue
        if is_addressee(one):
            return found if GREETING.match(one.key) else {}
        if one.index in taken or one.carrier is not None or len(found) == _MOST_OF_THE_PAGE:
            return {}
        if (number := patterns.DOC_NUMBER_ONLY.fullmatch(one.key)) is not None:
            found[one.index] = doc_number(one, number, "形如发文字号，位于标题之下、正文之前")
            continue
        if METADATA.fullmatch(one.key) is None and not is_button(one.key):
            return {}
        found[one.index] = whole(Role.OTHER, BETWEEN)
    return {}


_ASIDE = expression("（[^（）。；，：]{2,16}）")


def _is_aside(pieces: Sequence[Piece], piece: Piece) -> bool:
    """Whether a line says in brackets which of several the document is: （生产类） above its number."""
    after = following(pieces, piece.index)
    if after is None or not _ASIDE.fullmatch(piece.key) or patterns.ANNOTATION_WORDS.match(piece.key):
        return False
    return patterns.DOC_NUMBER_ONLY.fullmatch(after.key) is not None or is_addressee(after)


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
    if _MEETING_HEAD.fullmatch(piece.key):
        return False
    named = genre_of(pieces[title].key)
    return is_greeting(piece.key) and (named is None or named.name == "报告")


def is_author(pieces: Sequence[Piece], piece: Piece) -> bool:
    """A speaker's name or an organ between the title and a date, or centred under the title like it."""
    after = following(pieces, piece.index)
    if after is None or len(piece.key) > _LONGEST_AUTHOR or re.search(r"[，。；：！？]", piece.key):
        return False
    if re.fullmatch(rf"（{patterns.DATE}）", after.key):
        return True
    named = patterns.is_signature(piece.key)
    return named and (patterns.DATE_ONLY.fullmatch(after.key) is not None or piece.look.align is Align.CENTER)


def _issued_it(pieces: Sequence[Piece], piece: Piece, title: int) -> bool:
    """Whether a line between the title and those addressed names once more the organ that the title begins with."""
    after = following(pieces, piece.index)
    organ, about, _ = pieces[title].key.partition("关于")
    while after is not None and patterns.DOC_NUMBER_ONLY.fullmatch(after.key):
        after = following(pieces, after.index)
    if not organ or not about or after is None or not is_addressee(after) or not patterns.is_organ(piece.key):
        return False
    return organ in piece.key or piece.key in organ


def _is_speaker(pieces: Sequence[Piece], piece: Piece, title: int, *, under: bool) -> bool:
    """Whether a line below the title of a report or speech names who made it, or says how it was written down.

    区长　张某某, 张　某 or （根据录音整理，未经本人审阅）.
    """
    line = piece.key
    if len(line) <= _LONGEST_PERSON and patterns.PERSON.fullmatch(line) is not None and under:
        return True
    if patterns.SPEECH.search(pieces[title].key) is None or following(pieces, piece.index) is None:
        return False
    noted = (
        patterns.ANNOTATION.fullmatch(line)
        and len(line) <= _LONGEST_REMARK
        and not patterns.ANNOTATION_WORDS.match(line)
    )
    return bool(noted) or (is_person(line) and not patterns.is_organ(line))
