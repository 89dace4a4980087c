"""Headings and text (GB/T 9704-2012 7.3.3, 10.3): pieces that are nothing else in, their verdicts out."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Container, Mapping, Sequence

from gwformat.expressions import expression
from gwformat.model import HEADINGS, Role
from gwformat.recognise import patterns
from gwformat.recognise.contents import below_contents
from gwformat.recognise.heading_faces import set_apart, usual_face
from gwformat.recognise.patterns import spot
from gwformat.recognise.pieces import Part, Piece, Verdict, Verdicts, has_object, whole
from gwformat.recognise.rosters import continued
from gwformat.recognise.siblings import alike
from gwformat.text.numerals import from_chinese
from gwformat.text.rosters import names_persons

_LONGEST_HEADING = {Role.HEADING1: 45, Role.HEADING2: 45, Role.HEADING3: 30, Role.HEADING4: 30}
_MOST_COMMAS = {Role.HEADING1: 2, Role.HEADING2: 2, Role.HEADING3: 1, Role.HEADING4: 1}
_LONGEST_LABEL = 16  # 一、会议时间：5月6日上午
_LONGEST_LEAD = 20  # 二、工作要求：
_LONGEST_CHAPTER = 50
_LONGEST_STYLED = 60  # of a line that only its style makes a heading
_LONGEST_ATTENDANCE = 400
_SHORT = 16  # characters of a line that names a section, whatever mark stands at its end
_LEVELS = ("一级", "二级", "三级", "四级")

_SENTENCE_END = expression(r"[。！？；]")
# A sentence that orders, defines or begins like running text is not the name of a section.
_RUNNING = expression(
    r"应当|不得|必须|须|可以|要于|请于|请各|如下|以下|为准|之日起|以下简称|的，|是指|包括"
    r"|^(?:各|凡|对于|自|该|经|从|由)[^，]*(?:要|应|须|可)|第[一二三四五六七八九十百]+条"
)
_CITED = expression(r"《[^》]*》(?:（[^）]*）)?")  # an item of a list of documents
_CONTENTS_STYLES = ("toc ", "目录 ")
_NOTED = expression(r"^(?:注|备注|说明|填表说明)：")  # 注：1.本表一式三份；
_LISTED = expression(r"[；，、]$")


_NO_NAME = expression(r"[。；，：！？、\t]|[\d%]$")  # of a section: a sentence, a row of columns, a figure
_FEWEST_DECIMALS = 2
_LONGEST_DECIMAL = 30


def body(pieces: Sequence[Piece], taken: Verdicts, numbers: Mapping[int, int], *, minutes: bool) -> dict[int, Verdict]:
    """Verdicts for everything that has none yet."""
    rest = [piece for piece in pieces if piece.index not in taken]
    words = [piece for piece in rest if not piece.blank]
    lawlike = _lawlike(words, numbers)
    base = _outline_base(pieces, taken)
    usual = usual_face(words)
    decimal = _decimals(words) | _spaced(words)
    listed = below_contents(words)
    verdicts: dict[int, Verdict] = {}
    for order, piece in enumerate(words):
        number = numbers.get(piece.index, 0)
        before = words[order - 1] if order else None
        after = words[order + 1] if order + 1 < len(words) else None
        verdict = _entry(words, order, listed) or decimal.get(piece.index)
        if verdict is None:
            verdict = _heading(piece, before, after, lawlike=number in lawlike, base=base)
        if verdict is None and minutes:
            verdict = _attendance(piece, before, verdicts)
        if verdict is None and level_of(piece) is None and number not in lawlike:
            verdict = set_apart(piece, after, usual)
        if verdict is None:
            verdict = _text(piece, number)
        verdicts[piece.index] = _within(verdict, number)
    verdicts |= alike(words, verdicts)
    verdicts |= continued(words, verdicts)
    for piece in rest:
        if piece.blank:
            verdicts[piece.index] = _wordless(piece, numbers.get(piece.index, 0))
    return verdicts


def _entry(words: Sequence[Piece], order: int, listed: Container[int]) -> Verdict | None:
    """The verdict on a line of a table of contents, or on the word above it."""
    piece = words[order]
    style = (piece.look.style_name or "").casefold()
    if piece.index in listed or style.startswith(_CONTENTS_STYLES) or patterns.is_contents_entry(piece.text):
        return whole(Role.OTHER, "目录中的一行")
    below = words[order + 1] if order + 1 < len(words) else None
    if piece.key == "目录" and below is not None and _entry(words, order + 1, listed) is not None:
        return whole(Role.OTHER, "目录的标题")
    return None


def _decimals(words: Sequence[Piece]) -> dict[int, Verdict]:
    """Headings numbered 1, 1.1, 1.1.1 without a style: only where there are several with a point."""
    found = {piece.index: match for piece in words if (match := _decimal(piece)) is not None}
    if sum("." in match["number"] for match in found.values()) < _FEWEST_DECIMALS:
        return {}
    found |= _pointed(words, found)
    return {
        index: whole(HEADINGS[match["number"].count(".")], f"编号“{match['number']}”逐级细分，单独成行")
        for index, match in found.items()
    }


def _spaced(words: Sequence[Piece]) -> dict[int, Verdict]:
    """Headings of the first level with a blank for their mark, 一　总体情况: only where they count on from 一."""
    groups: list[list[int]] = []
    for piece in words:
        match = patterns.SPACED.fullmatch(piece.text.rstrip()) if piece.carrier is None else None
        if match is None or len(match["name"]) > _LONGEST_DECIMAL or _NO_NAME.search(match["name"]):
            continue
        number = from_chinese(match["number"])
        if number == 1:
            groups.append([])
        elif not groups or number != len(groups[-1]) + 1:
            return {}
        groups[-1].append(piece.index)
    verdict = whole(Role.HEADING1, "编号是一级标题的编号，其后是空格，单独成行")
    return {index: verdict for group in groups if len(group) > 1 for index in group}


def _pointed(words: Sequence[Piece], found: Mapping[int, re.Match[str]]) -> dict[int, re.Match[str]]:
    """The headings 1., 2. above 1.1, 2.1: only where they count on, and every heading below is of the one above it."""
    pointed: dict[int, re.Match[str]] = {}
    for piece in words:
        match = found.get(piece.index)
        if match is not None and match["number"].partition(".")[0] != str(len(pointed)):
            return {}
        if match is None and (match := _decimal(piece, patterns.POINTED)) is not None:
            pointed[piece.index] = match
            if match["number"] != str(len(pointed)):
                return {}
        elif match is None and (match := _decimal(piece, patterns.UNPOINTED)) is not None and _next(match, pointed):
            pointed[piece.index] = match  # 2组织体系
    return pointed


def _next(match: re.Match[str], pointed: Mapping[int, re.Match[str]]) -> bool:
    return match["number"] == str(len(pointed) + 1)


def _decimal(piece: Piece, form: re.Pattern[str] = patterns.DECIMAL) -> re.Match[str] | None:
    if piece.carrier is not None or not piece.key[:1].isdigit() or patterns.is_contents_entry(piece.text):
        return None
    match = form.fullmatch(piece.text.rstrip())
    if match is None or len(match["name"]) > _LONGEST_DECIMAL or not patterns.HAN_CHARACTER.match(match["name"]):
        return None
    return None if _NO_NAME.search(match["name"]) else match


def _within(verdict: Verdict, number: int) -> Verdict:
    """The verdict with text counted to attachment `number`."""
    if not number:
        return verdict
    parts = (dataclasses.replace(p, role=Role.ATTACHMENT_BODY) if p.role is Role.BODY else p for p in verdict.parts)
    return Verdict(tuple(parts), number)


def _wordless(piece: Piece, number: int) -> Verdict:
    if has_object(piece.runs):
        role = Role.ATTACHMENT_BODY if number else Role.BODY
        return whole(role, "没有文字，其中有图片等对象", attachment=number)
    return whole(Role.OTHER, "空段落", attachment=number)


def _text(piece: Piece, number: int) -> Verdict:
    if piece.carrier is not None:
        reason = "表格、图形等对象，原样保留"
    elif number:
        reason = "位于附件之中，不是标题或序号"
    else:
        reason = "不具有其他要素的特征"
    return whole(Role.ATTACHMENT_BODY if number else Role.BODY, reason)


def _lawlike(words: Sequence[Piece], numbers: Mapping[int, int]) -> set[int]:
    """The texts (0 main, k attachment) written in articles: in them （一） and 1. number items, not sections."""
    articles: dict[int, int] = {}
    for piece in words:
        if patterns.ARTICLE.match(piece.key):
            number = numbers.get(piece.index, 0)
            articles[number] = articles.get(number, 0) + 1
    return {number for number, count in articles.items() if count > 1}


def _outline_base(pieces: Sequence[Piece], taken: Verdicts) -> int:
    """The outline level of first-level headings: 2 if the title has level 1, else 1."""
    titles = [piece for piece in pieces if piece.index in taken and taken[piece.index].role is Role.TITLE]
    return 2 if any(piece.look.outline_level == 1 for piece in titles) else 1


def level_of(piece: Piece, *, lawlike: bool = False) -> Role | None:
    """The level the number of a piece says, whether or not it is a heading."""
    if lawlike:
        return None
    return patterns.level_of(piece.key)


def _heading(piece: Piece, before: Piece | None, after: Piece | None, *, lawlike: bool, base: int) -> Verdict | None:
    """The verdict if the piece is a heading or begins with one."""
    line = piece.key
    if piece.carrier is not None or not line:
        return None
    if len(line) <= _LONGEST_CHAPTER and not line.endswith(("。", "；")) and "，" not in line:
        if patterns.CHAPTER.match(line):
            return whole(Role.HEADING1, "以“第×章”一类的编号开头，单独成行")
        if patterns.SECTION.match(line):
            return whole(Role.HEADING2, "以“第×节”开头，单独成行")
    level = level_of(piece, lawlike=lawlike)
    if level is None:
        return _styled_heading(piece, base, lawlike=lawlike)
    if before is not None and patterns.level_of(_NOTED.sub("", before.key)) is level and _NOTED.match(before.key):
        return None
    siblings = [p for p in (before, after) if p is not None and level_of(p) is level]
    apart = level in HEADINGS[:2] and line.endswith("，") and len(line) <= _SHORT and line.count("，") == 1
    if (_LISTED.search(line) and not apart) or any(_LISTED.search(p.key) for p in siblings):
        return None
    return _by_number(piece, level)


def _styled_heading(piece: Piece, base: int, *, lawlike: bool) -> Verdict | None:
    outline = piece.look.outline_level
    if outline is None or lawlike or len(piece.key) > _LONGEST_STYLED or piece.key.endswith(("。", "；", "，")):
        return None
    index = min(max(outline - base, 0), 3)
    return whole(HEADINGS[index], f"套用大纲级别 {outline} 的标题样式")


def _by_number(piece: Piece, level: Role) -> Verdict | None:
    """A numbered piece: a heading as a whole, a heading with text after it, or numbered text."""
    line = piece.key
    marker = patterns.MARKERS[level].match(line)
    start = marker.end() if marker else 0
    words = line[start:]
    end = _SENTENCE_END.search(words)
    name = words[: end.start()] if end else words
    reason = f"编号是{_LEVELS[HEADINGS.index(level)]}标题的编号"
    if not words or not _is_name(name, level):
        return _labelled(piece, level, start, words)
    if end is None:
        goes_on = words.endswith(("：", "，", "、")) and len(words) > _LONGEST_LEAD
        return None if goes_on else whole(level, f"{reason}，单独成行")
    if end.group() == "；":
        return None
    border = start + end.end()
    rest = line[border:]
    if not rest.strip("”）"):
        return whole(level, f"{reason}，句子短且单独成段")
    if rest[0] in "”）" or _RUNNING.search(name):
        return None
    cut = spot(piece.text, border - 1) + 1
    return Verdict(
        (
            Part(level, f"{reason}，首句短，其后接正文", 0, cut, run_in=True),
            Part(Role.BODY, "与标题同段的正文", cut),
        )
    )


def _is_name(name: str, level: Role) -> bool:
    """Whether the words can name a section."""
    if len(name) > _LONGEST_HEADING[level] or name.count("，") > _MOST_COMMAS[level]:
        return False
    if "：" in name[:-1] or _CITED.fullmatch(name):
        return False
    return not ("，" in name and _RUNNING.search(name))


def _labelled(piece: Piece, level: Role, start: int, words: str) -> Verdict | None:
    """`一、会议时间：5月6日`: where headings have a face of their own, the label before the colon is the heading."""
    colon = words.find("：")
    if level not in HEADINGS[:2] or not 0 < colon <= _LONGEST_LABEL or colon == len(words) - 1:
        return None
    if "，" in words[:colon] or _RUNNING.search(words[:colon]):
        return None
    cut = spot(piece.text, start + colon) + 1
    return Verdict(
        (
            Part(level, "编号之后是短语和冒号，其后接正文", 0, cut, run_in=True),
            Part(Role.BODY, "与标题同段的正文", cut),
        )
    )


def _attendance(piece: Piece, before: Piece | None, verdicts: Verdicts) -> Verdict | None:
    """出席, 请假, 列席 of minutes (10.3), and the names that go on after a comma or in columns below."""
    for role, pattern in patterns.ATTENDEES.items():
        if pattern.fullmatch(piece.key) and len(piece.key) <= _LONGEST_ATTENDANCE:
            return whole(role, f"纪要中以“{piece.key[:2]}”开头的人员名单")
    if before is None or before.index not in verdicts or piece.carrier is not None:
        return None
    role = verdicts[before.index].role
    if role not in patterns.ATTENDEES:
        return None
    if before.key.endswith(("，", "、", "：")):
        return whole(role, "接续上一行的人员名单", joined=not before.key.endswith("："))
    below = not before.key.endswith("。") and names_persons(piece.text)
    return whole(role, "人员名单的下一行，由姓名组成") if below else None
