"""A line above the title comes in; the verdict goes out where its own form says what it is (GB/T 9704-2012 7.2)."""

from __future__ import annotations

import re

from gwformat.expressions import expression
from gwformat.model import Role
from gwformat.recognise import patterns
from gwformat.recognise.frames import placeholder
from gwformat.recognise.patterns import spots
from gwformat.recognise.pieces import Part, Piece, Verdict, whole

_SENDER = "电报的发电单位，排在“发往”处"
_Elements = tuple[tuple[Role, re.Pattern[str], str], ...]
_ELEMENTS: _Elements = (
    (Role.COPY_NUMBER, patterns.COPY_NUMBER, "形如份号，位于标题之前"),
    (Role.SECRECY, patterns.SECRECY, "形如密级和保密期限，位于标题之前"),
    (Role.URGENCY, patterns.URGENCY, "形如紧急程度，位于标题之前"),
    (Role.SIGNER, patterns.SIGNER, "以“签发人：”开头，位于标题之前"),
    (Role.DOC_NUMBER, patterns.DOC_NUMBER_ONLY, "形如发文字号，位于标题之前"),
    (Role.DISPATCH, patterns.DISPATCH, "以“发往：”开头，位于标题之前"),
    (Role.DISPATCH, patterns.SENDER, _SENDER),
    (Role.CATEGORY, patterns.CATEGORY, "说明建议、提案的办理类别或可否公开，位于标题之前"),
)


def _colon_left_out(pattern: re.Pattern[str]) -> re.Pattern[str]:
    return expression(pattern.pattern.replace("：", "：?"))


_IN_LINE = expression(
    rf"(?P<copy_number>\d{{6}})?(?P<secrecy>{patterns.SECRECY_IN_LINE})?(?P<urgency>{patterns.URGENCY.pattern})?"
    rf"(?P<dispatch>发往：.{{1,200}}?(?=签发|签批))?(?P<sender>{patterns.SENDER.pattern}?(?=签发|签批))?"
    rf"(?P<doc_number>(?:(?:发文字号|文号|编号)：)?(?:{patterns.DOC_NUMBER}|(?:{patterns.WITHOUT_HAO}|〔\d{{4}}〕第?\d{{1,5}}号)(?=签发))"
    rf"(?:{patterns.MACHINE_NUMBER.pattern})?)?"
    rf"(?P<signer>{patterns.SIGNER.pattern})?(?P<rest>.*)"
)
_SAID_IN_LINE = expression(r"[密急特发签号]")  # one of them is in whatever but the copy number can stand on that line
# The labels of a telegram, behind which a blank may stand for the colon.
_LABEL_AND_BLANK = expression(
    r"(?:发往|(?:发电|发报|收电)(?:单位|机关)|签批盖章|签批|签发人?|(?:电报)?等级)[ \t\u3000]+(?=\S)"
)
_TELEGRAM = ("以“发往：”开头，位于标题之前", "以“签发人：”开头，位于标题之前", _SENDER)
_WITHOUT_COLON = tuple(
    (role, _colon_left_out(pattern), reason) for role, pattern, reason in _ELEMENTS if reason in _TELEGRAM
)
_WITHOUT_COLON_IN_LINE = _colon_left_out(_IN_LINE)
_ON_ONE_LINE = {  # in the order of the line
    "copy_number": Role.COPY_NUMBER,
    "secrecy": Role.SECRECY,
    "urgency": Role.URGENCY,
    "dispatch": Role.DISPATCH,
    "sender": Role.DISPATCH,
    "doc_number": Role.DOC_NUMBER,
    "signer": Role.SIGNER,
}


def element(piece: Piece) -> Verdict | None:
    """The verdict on a piece that is a head element by its own form; a blank behind its label may be the colon."""
    found = _element(piece, _ELEMENTS, _IN_LINE)
    if found is None and _LABEL_AND_BLANK.search(piece.text):
        return _element(piece, _WITHOUT_COLON, _WITHOUT_COLON_IN_LINE)
    return found


def _element(piece: Piece, elements: _Elements, in_line: re.Pattern[str]) -> Verdict | None:
    line = piece.key
    if patterns.RULE_LINE.fullmatch(line):
        return Verdict(dropped="版头中用字符画的线，由版式重新画出")
    role = placeholder(line)
    if role is not None and role not in (Role.TITLE, Role.ADDRESSEE):
        return whole(role, f"是“{role.value}”的填写处，位于标题之前")
    line = line.removesuffix("。")  # a slip
    for role, pattern, reason in elements:
        match = pattern.fullmatch(line)
        if match is not None and role is Role.DOC_NUMBER:
            several = _several(piece, in_line)  # the words before a number may be elements too: 特急　某函〔2026〕5号
            return several if several and several.role is not role else doc_number(piece, match, reason)
        if match is not None:
            return whole(role, reason)
    return _several(piece, in_line)


def doc_number(piece: Piece, match: re.Match[str], reason: str) -> Verdict:
    """The verdict on a line that is a document number, perhaps in brackets or after “文号：”."""
    if match.span(1) == match.span():
        return whole(Role.DOC_NUMBER, reason)
    places = spots(piece.text)
    return Verdict((Part(Role.DOC_NUMBER, reason, places[match.start(1)], places[match.end(1) - 1] + 1),))


def _several(piece: Piece, in_line: re.Pattern[str]) -> Verdict | None:
    """The verdict on a line with more than one element: `某发〔2026〕5号    签发人：王某某`."""
    match = in_line.fullmatch(piece.key) if _SAID_IN_LINE.search(piece.key) else None
    if match is None or match["rest"]:
        return None
    places = spots(piece.text)
    parts = tuple(
        Part(
            role,
            _SENDER if name == "sender" else f"与其他版头要素同在一行，形如{role.value}",
            places[match.start(name)],
            places[match.end(name) - 1] + 1,
        )
        for name, role in _ON_ONE_LINE.items()
        if match[name]
    )
    return Verdict(parts) if len(parts) > 1 else None
