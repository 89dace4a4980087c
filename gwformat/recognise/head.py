"""The head (GB/T 9704-2012 7.2): pieces in, verdicts for everything above the title out."""

from __future__ import annotations

from collections.abc import Sequence

from gwformat.expressions import expression
from gwformat.model import Align, Role
from gwformat.recognise import joint, patterns
from gwformat.recognise.frames import placeholder
from gwformat.recognise.genre import genre_of, names_a_document
from gwformat.recognise.head_elements import element
from gwformat.recognise.markish import begins_name, drawn_words, markish, pictures
from gwformat.recognise.patterns import key, spots
from gwformat.recognise.pieces import Part, Piece, Verdict, Verdicts, following, preceding, whole

_DEEPEST = 24  # so many pieces with words may belong to a head


def head(pieces: Sequence[Piece], taken: Verdicts) -> dict[int, Verdict]:
    """Verdicts for the elements above the title; none if the draft begins with its title."""
    found: dict[int, Verdict] = {}
    number = _number_at(pieces, taken)
    seen = 0
    for piece in pieces:
        if piece.blank or piece.index in taken:
            continue
        seen += 1
        if seen > _DEEPEST:
            break
        verdict = (
            _order_line(pieces, piece, found)
            or element(piece)
            or _short_copy_number(pieces, piece, seen)
            or _more_signers(piece, found)
            or _number(pieces, piece, number)
            or _mark(pieces, piece, number, taken)
            or _of_all_issues(pieces, piece, number)
        )
        if verdict is None and number is not None and piece.index > number:
            verdict = _issue_line(pieces, piece, found)
        if verdict is None and (_passes(piece) or _is_strange(pieces, piece)):
            continue
        if verdict is None:
            break
        found[piece.index] = verdict
    found.update(pictures(pieces, number, found, taken))
    found.update(joint.parted(pieces, found))
    return _of_an_order(pieces, found) if any(verdict.parts for verdict in found.values()) else {}


_WHOLE_ISSUE = expression(r"（总第?[\d一二三四五六七八九十百]+期）|总第?\d+期")


def _of_all_issues(pieces: Sequence[Piece], piece: Piece, number: int | None) -> Verdict | None:
    """The number that counts all issues, on the line below that of the year: 第12期 above （总第156期）."""
    above = preceding(pieces, piece.index)
    if number is None or above is None or above.index != number or not _WHOLE_ISSUE.fullmatch(piece.key):
        return None
    return whole(Role.DOC_NUMBER, "位于期号之下的总期号", joined=True)


def _passes(piece: Piece) -> bool:
    """Whether a head may go on below what is no element: a picture."""
    return piece.carrier is not None and piece.carrier.text == ""


_LONGEST_STRANGE, _MOST_STRANGE = 12, 2
_OF_TEXT = expression("[，。；：《》]|^关于")
_LABEL = expression(
    r"收文(?:日期|编号|号|时间)?：[\d年月日.号第]{0,12}|(?:份数|页数|拟稿|校对|主办处?室?|承办处?室?)：[^，。：]{0,8}"
)  # 收文日期：


def can_be_strange(line: str) -> bool:
    """Whether a line that is no element can stand in a head: short, and neither a sentence nor a title."""
    if _LABEL.fullmatch(line):
        return True
    of_text = _OF_TEXT.search(line) or genre_of(line) is not None or names_a_document(line)
    return len(line) <= _LONGEST_STRANGE and not of_text


def _is_strange(pieces: Sequence[Piece], piece: Piece) -> bool:
    """Whether a head goes on for certain below a short line that is no element of any: 内部资料."""
    strange = 0
    for below in pieces[piece.index :]:
        if below.blank or _passes(below):
            continue
        if below is not piece and (
            _is_number(below.key) or (len(below.key) > 2 and patterns.MARK.fullmatch(below.key))
        ):
            return True
        if element(below) is None and (below is piece or not markish(below.key)):
            strange += 1
            if strange > _MOST_STRANGE or not can_be_strange(below.key):
                return False
    return False


_DIGITS = expression(r"\d{1,8}")


def _short_copy_number(pieces: Sequence[Piece], piece: Piece, seen: int) -> Verdict | None:
    """Digits alone on the first line, right above another element of the head."""
    after = following(pieces, piece.index)
    if seen > 1 or after is None or _DIGITS.fullmatch(piece.key) is None:
        return None
    above = patterns.SECRECY.fullmatch(after.key) or patterns.URGENCY.fullmatch(after.key)
    return whole(Role.COPY_NUMBER, "数字单独成行，位于密级或紧急程度之上") if above else None


def _of_an_order(pieces: Sequence[Piece], found: dict[int, Verdict]) -> dict[int, Verdict]:
    """Under the mark of an order stands its number, in whatever form."""
    marks = [pieces[i] for i, verdict in found.items() if verdict.role is Role.ISSUER_MARK]
    numbers = [i for i, verdict in found.items() if verdict.role is Role.DOC_NUMBER and len(verdict.parts) == 1]
    if len(numbers) != 1 or not any(patterns.ORDER_MARK.fullmatch(mark.key or drawn_words(mark)) for mark in marks):
        return found
    return {**found, numbers[0]: whole(Role.ORDER_NUMBER, "位于命令（令）标志之下的编号")}


def _number_at(pieces: Sequence[Piece], taken: Verdicts) -> int | None:
    """The piece with the document, order or issue number, if only head-like pieces stand before it."""
    before = 0
    for piece in pieces:
        if piece.blank or _passes(piece):
            continue
        if before > _DEEPEST:
            return None
        line = piece.key
        if piece.index in taken:
            if taken[piece.index].role is Role.DOC_NUMBER:
                return piece.index
        elif _is_number(line) or (_NUMBER_AND_NAMES.fullmatch(piece.text) and patterns.DOC_NUMBER_ONLY.match(line)):
            return piece.index
        elif (verdict := element(piece)) is not None:
            if any(part.role is Role.DOC_NUMBER for part in verdict.parts):
                return piece.index
        elif not _marks(pieces, piece) and not _is_strange(pieces, piece):
            return None
        before += 1
    return None


_NAMED = ("（关于", "关于")  # a title that names the number: 某某局公告2026年第26号（关于…的公告）


def _is_number(line: str) -> bool:
    number = patterns.DOC_NUMBER_ONLY.match(line)
    return not patterns.COPY_NUMBER.fullmatch(line) and bool(
        (number and not line.startswith(_NAMED, number.end()))
        or patterns.ORDER_NUMBER.fullmatch(line)
        or patterns.ISSUE_NUMBER.fullmatch(line)
        or placeholder(line) is Role.DOC_NUMBER
    )


def _is_notice_mark(pieces: Sequence[Piece], piece: Piece) -> bool:
    """Whether a piece is the head of notices (某某市人民政府公告): red, or with a title of its own below.

    In black, with nothing but a number below, the same words are the title.
    """
    if patterns.NOTICE_MARK.fullmatch(piece.key) is None:
        return False
    return piece.framed or patterns.is_red(piece.look.color) or _has_title_below(pieces, piece)


_NOTICE_WORDS = ("公告", "通告", "公报")


def _is_notice_word(pieces: Sequence[Piece], piece: Piece) -> bool:
    """Whether a mark ends with the genre on a line of its own: 某某市人民政府 above 公　告, with a title below."""
    if piece.key not in _NOTICE_WORDS:
        return False
    above = preceding(pieces, piece.index)
    return above is not None and patterns.is_organ(above.key) and _has_title_below(pieces, piece)


def _has_title_below(pieces: Sequence[Piece], mark: Piece) -> bool:
    """Whether a notice with this mark has a title (关于试鸣防空警报的公告), a number perhaps between them."""
    below = following(pieces, mark.index)
    if below is not None and _is_number(below.key):
        below = following(pieces, below.index)
    return below is not None and below.key != mark.key and below.key.endswith(mark.key[-2:])


def _order_line(pieces: Sequence[Piece], piece: Piece, found: Verdicts) -> Verdict | None:
    """The mark of an order with its number on the same line: red, or right above what it publishes."""
    match = patterns.ORDER_AND_NUMBER.fullmatch(piece.key)
    marked = any(verdict.role is Role.ISSUER_MARK for verdict in found.values())
    if match is None or marked:
        return None
    if not (piece.framed or patterns.is_red(piece.look.color) or _publishes(following(pieces, piece.index))):
        return None
    places = spots(piece.text)
    end = len(piece.text.rstrip())
    return Verdict(
        (
            Part(Role.ISSUER_MARK, "以“令”结尾，其后是令号", places[0], places[match.end(1) - 1] + 1),
            Part(Role.ORDER_NUMBER, "位于命令（令）标志之后，形如令号", places[match.start(2)], end),
        )
    )


_PUBLISHES = expression(r"(?:现|予以?)[^。]{0,40}(?:公布|发布|颁布)")


def _publishes(text: Piece | None) -> bool:
    """Whether a text is that of an order: 《某某办法》已经…通过，现予公布。"""
    return text is not None and _PUBLISHES.search(text.key) is not None


_NAMES = r"[\u3400-\u9fff·]{2,4}"
# The blanks are counted so that a line of nothing else does not take for ever.
_NUMBER_AND_NAMES = expression(
    rf"\s{{0,60}}(?P<number>\S.{{0,60}}?号)?\s{{1,60}}(?P<names>{_NAMES}(?:\s{{1,20}}{_NAMES}){{0,3}})\s{{0,60}}"
)


_NAMES_ALONE = expression(rf"{_NAMES}(?:\s{{1,20}}{_NAMES}){{1,3}}\s{{0,60}}")
_OF_AN_ORGAN = expression(r"[局厅部委府院会办室司团社校处署所站队](?:\s|$)|^关于")


def _more_signers(piece: Piece, found: Verdicts) -> Verdict | None:
    """Signers of a joint document on the lines after the first, the last of them beside the document number."""
    if not any(verdict.role is Role.SIGNER or len(verdict.parts) > 1 for verdict in found.values()):
        return None
    above = found[max(found)].parts
    if any(part.role is Role.SIGNER for part in above) and _NAMES_ALONE.fullmatch(piece.text):
        return None if _OF_AN_ORGAN.search(piece.text) else whole(Role.SIGNER, "接续上一行的签发人姓名")
    match = _NUMBER_AND_NAMES.fullmatch(piece.text)
    if match is None or patterns.is_organ(key(match["names"])):
        return None
    reason = "接续上一行的签发人姓名"
    if match["number"] is None:
        return whole(Role.SIGNER, reason)
    if patterns.DOC_NUMBER_ONLY.fullmatch(key(match["number"])) is None:
        return None
    return Verdict(
        (
            Part(Role.DOC_NUMBER, "形如发文字号，与签发人姓名同在一行", *match.span("number")),
            Part(Role.SIGNER, reason, *match.span("names")),
        )
    )


def _number(pieces: Sequence[Piece], piece: Piece, number: int | None) -> Verdict | None:
    """The verdict on the line with the document, order or issue number, which stands at `number`."""
    if piece.index != number:
        return None
    ordered = patterns.ORDER_NUMBER.fullmatch(piece.key) and any(
        patterns.ORDER_MARK.fullmatch(above.key) or above.key in patterns.ORDER_WORDS
        for above in pieces[:number]
        if above.key
    )
    if ordered:
        return whole(Role.ORDER_NUMBER, "位于命令（令）标志之下，形如令号")
    return whole(Role.DOC_NUMBER, "位于标志之下，形如编号")


def _mark(pieces: Sequence[Piece], piece: Piece, number: int | None, taken: Verdicts) -> Verdict | None:
    """The verdict on a line that is, or belongs to, the issuer's mark; the number below it, if any, is at `number`."""
    line = piece.key
    if number is not None and piece.index < number and _marks(pieces, piece):
        if _goes_on(pieces, piece):
            return whole(Role.ISSUER_MARK, "接续上一行的机关名称", joined=True)
        return whole(Role.ISSUER_MARK, "位于发文字号之前，是机关名称或以“文件”等结尾")
    if number is None and patterns.MARK.fullmatch(line) and (len(line) > 2 or joint.below_names(pieces, piece)):
        return whole(Role.ISSUER_MARK, "以“文件”结尾，位于全文之首")
    if number is None and joint.stacked_above(pieces, piece, taken):
        return whole(Role.ISSUER_MARK, "位于全文之首，其下依次是机关名称和“文件”")
    if number is None and _is_notice_mark(pieces, piece) and _has_title_below(pieces, piece):
        return whole(Role.ISSUER_MARK, "机关名称和文种，位于全文之首，其下另有标题")
    look = piece.look
    if (
        number is None
        and patterns.is_red(look.color)
        and (piece.framed or look.align is Align.CENTER)
        and (markish(line) or _is_notice_mark(pieces, piece))
    ):
        return whole(Role.ISSUER_MARK, "红色的机关名称，居中或在框中，位于全文之首")
    return None


def _marks(pieces: Sequence[Piece], piece: Piece) -> bool:
    """Whether a line above the number can be the mark or a part of it."""
    if markish(piece.key) or _is_notice_mark(pieces, piece):
        return True
    return _is_notice_word(pieces, piece) or begins_name(pieces, piece)


def _goes_on(pieces: Sequence[Piece], piece: Piece) -> bool:
    """Whether a mark has its last words on a line of their own: 某某市人民政府 above 令 or 常务会议纪要."""
    above = preceding(pieces, piece.index)
    if above is not None and (begins_name(pieces, above) or _is_notice_word(pieces, piece)):
        return True
    serial = patterns.SERIAL_MARK.fullmatch(piece.key) is not None and not patterns.is_organ(piece.key)
    return (serial or piece.key in patterns.ORDER_WORDS) and above is not None and patterns.is_organ(above.key)


def _issue_line(pieces: Sequence[Piece], piece: Piece, found: Verdicts) -> Verdict | None:
    """Minutes and bulletins name the issuing office and the date under their number, in one line or in two cells."""
    serial = any(
        verdict.role is Role.ISSUER_MARK and not verdict.parts[0].reason.startswith("以“文件”")
        for verdict in found.values()
    )
    if not serial:
        return None
    if piece.framed and patterns.DATE_ONLY.fullmatch(piece.key):
        above = preceding(pieces, piece.index)
        beside = (
            above is not None and above.index in found and found[above.index].role in (Role.EDITOR, Role.DOC_NUMBER)
        )
        return whole(Role.EDITED, "编号之下、编发机关旁边的日期") if beside else None
    below = following(pieces, piece.index)
    if piece.framed and patterns.is_organ(piece.key) and below is not None and below.framed:
        dated = patterns.DATE_ONLY.fullmatch(below.key)
        return whole(Role.EDITOR, "编号之下的编发机关，日期在其旁边") if dated else None
    match = patterns.ISSUED_BY.fullmatch(piece.key)
    if match is None or not patterns.is_organ(match["organ"]):
        return None
    places = spots(piece.text)
    end = len(piece.text.rstrip())
    if match["date"] is not None:
        behind = match.start("date")
        right = Part(Role.EDITED, "编号之下编发机关之后的日期", places[behind], end)
    else:
        behind = match.start("signer")
        right = Part(Role.SIGNER, "编号之下编发机关之后的签发人", places[behind], end)
    return Verdict((Part(Role.EDITOR, "编号之下的编发机关", places[0], places[behind - 1] + 1), right))
