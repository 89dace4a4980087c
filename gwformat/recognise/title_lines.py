"""The lines of a title (GB/T 9704-2012 7.3.1): the piece one may begin at comes in, all that belong to it go out."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from gwformat.expressions import expression
from gwformat.model import Align, Role
from gwformat.recognise import patterns
from gwformat.recognise.addressees import is_addressee
from gwformat.recognise.below_title import is_subtitle
from gwformat.recognise.genre import genre_of, names_a_document
from gwformat.recognise.patterns import HAN_CHARACTER
from gwformat.recognise.pieces import Part, Piece, Verdict, Verdicts, following
from gwformat.recognise.web_pages import LABEL_ROW, METADATA
from gwformat.values import dataclass

_MOST_LINES = 6
LONGEST_LINE = 60
_LONGEST = 150
_LONGEST_ALONE = 45  # of a line that only the text below it makes a title
MARK_AT_END = expression(r"[。；：！]$")
_CONTINUES = expression(r"^(?:的|和|及|与|等|、|暨|或)")
_UNFINISHED = expression(r"(?:[、的和及与暨关于]|《[^》]*|“[^”]*|（[^）]*)$")
_ISSUED = expression(r"(?:印发|发布|公布|转发|批转)《.+》$")
_TITLE_STYLES = expression(r"(?i)^(?:title|标题|公文标题|大标题|主标题|文件标题)$")
_NUMBER_AT_END = expression(rf"（({patterns.DOC_NUMBER})）$")
PREFIX = expression(r"^(?:标题|题目|文件名称)：(?=.{4})")


@dataclass(frozen=True, slots=True)
class Found:
    """The pieces of a title, and why they are it."""

    pieces: tuple[Piece, ...]
    reason: str

    @property
    def last(self) -> int:
        """The index of its last piece."""
        return self.pieces[-1].index


def at(pieces: Sequence[Piece], index: int, taken: Verdicts) -> Found | None:
    """The title that begins at piece `index`, over as many pieces as belong to it."""
    run, closed = _candidates(pieces, index, taken)
    if not run:
        return None
    best = _best(run)
    joined = "".join(piece.key for piece in run)
    named = genre_of(joined) is not None or names_a_document(joined)
    rest = run[len(best.pieces) :] if best is not None else ()
    if closed and (best is None or (named and rest and not _stands_alone(rest, best))):
        return Found(tuple(run), "位于发文字号或主送机关之前")
    return best or _by_look(pieces, run)


def _stands_alone(lines: Sequence[Piece], title: Found) -> bool:
    """Whether lines after a whole title are one more title, or the same again, not its end."""
    rest = "".join(piece.key for piece in lines)
    if words_of(lines) == words_of(title.pieces):
        return True
    return ("关于" in rest and not rest.startswith("关于")) or rest.startswith("关于印发")


def _candidates(pieces: Sequence[Piece], index: int, taken: Verdicts) -> tuple[list[Piece], bool]:
    """The lines from `index` that can belong to a title, and whether a number or an addressee follows them."""
    run: list[Piece] = []
    length = 0
    for piece in pieces[index:]:
        if piece.blank:
            continue
        if run and _begins_text(piece):
            return run, True
        if piece.index in taken or not _line_of_title(piece, _said(pieces, piece, first=not run), first=not run):
            break
        length += len(piece.key)
        if len(run) == _MOST_LINES or length > _LONGEST or (run and not _same_look(run[0], piece)):
            break
        run.append(piece)
    return run, False


def _best(run: Sequence[Piece]) -> Found | None:
    """The first lines that make a whole title, and those after them that still belong to it."""
    best: Found | None = None
    joined = ""
    for order, piece in enumerate(run):
        joined += piece.key
        if best is not None:
            apart = piece.index > run[order - 1].index + 1 and piece.group != run[order - 1].group
            finished = best.reason.startswith("以文种") and not _CONTINUES.match(piece.key)
            if apart or finished or not _goes_on(joined, piece):
                break
        if reason := _complete(run[: order + 1], joined):
            best = Found(tuple(run[: order + 1]), reason)
    return best


def _goes_on(joined: str, piece: Piece) -> bool:
    """Whether a line after a possible end still belongs to the title."""
    if _CONTINUES.match(piece.key):
        return True
    return (
        genre_of(joined) is not None
        and ("关于" in joined or piece.look.align is Align.CENTER)
        and not patterns.ANNOTATION.fullmatch(piece.key)
        and not piece.key.startswith("关于")
        and not patterns.is_organ(piece.key)
    )


def _complete(run: Sequence[Piece], joined: str) -> str:
    """Why the lines so far can be a whole title; "" if they cannot."""
    if _UNFINISHED.search(joined):
        return ""
    joined = MARK_AT_END.sub("", joined)
    together = (
        len(run) == 1
        or "关于" in joined
        or all(piece.look.align is Align.CENTER for piece in run)
        or all(_CONTINUES.match(piece.key) for piece in run[1:])
    )
    if (genre := genre_of(joined)) is not None and (together or len(run) <= 3):
        return f"以文种“{genre.name}”结尾，位于正文之前"
    if _ISSUED.search(joined):
        return "以所印发文件的名称结尾，位于正文之前"
    if names_a_document(joined) and (together or patterns.is_organ(run[0].key)):
        return "以文件名称结尾，位于正文之前"
    return ""


def _said(pieces: Sequence[Piece], piece: Piece, *, first: bool) -> str:
    """A line without the mark at its end, a fault of its own, where it ends a title: centred, or above addressees."""
    line = piece.key
    short = MARK_AT_END.sub("", line)
    if short == line or genre_of(short) is None:
        return line
    after = following(pieces, piece.index)
    above = ("关于" in line or not first) and after is not None and is_addressee(after)
    return short if above or piece.look.align is Align.CENTER else line


def _line_of_title(piece: Piece, line: str, *, first: bool) -> bool:
    """Whether a piece that says `line` can be one of a title."""
    if piece.carrier is not None or not 1 <= len(line) <= (_LONGEST if "关于" in line else LONGEST_LINE):
        return False
    if not HAN_CHARACTER.search(line) and not _styled(piece):
        return False
    return not (
        MARK_AT_END.search(line)
        or "。" in line
        or (not first and patterns.DRAFT_NOTE.fullmatch(line))
        or any(marker.match(line) for marker in patterns.MARKERS.values())
        or patterns.DATE_ONLY.fullmatch(line)
        or patterns.DOC_NUMBER_ONLY.fullmatch(line)
        or patterns.is_attachment_label(line)
        or (first and patterns.ANNOTATION.fullmatch(line))
        or patterns.CHAPTER.match(line)
        or patterns.ARTICLE.match(line)
        or (not first and is_subtitle(line))
        or (METADATA.fullmatch(line) and not PREFIX.match(line))
        or (not first and "：" in line)
        or LABEL_ROW.match(line)
        or patterns.PLACEHOLDER.fullmatch(line)
    )


def _same_look(first: Piece, piece: Piece) -> bool:
    """A line that is set otherwise than the first does not continue a title."""
    one, other = first.look, piece.look
    if one.align is not other.align and Align.CENTER in (one.align, other.align):
        return False
    if one.outline_level is not None and other.outline_level is not None and one.outline_level != other.outline_level:
        return False
    return one.size is None or other.size is None or abs(one.size - other.size) * 10 <= one.size


def _begins_text(piece: Piece) -> bool:
    return bool(is_addressee(piece) or patterns.DOC_NUMBER_ONLY.match(piece.key))


def _styled(piece: Piece) -> bool:
    look = piece.look
    return bool(look.style_name and _TITLE_STYLES.match(look.style_name)) or look.outline_level == 1


def _by_look(pieces: Sequence[Piece], run: Sequence[Piece]) -> Found | None:
    """A title that does not end as titles do, known by its look or by the text after it."""
    first = run[0]
    if _styled(first):
        return Found((first,), "套用标题样式，位于全文之首")
    is_centred = first.look.align is Align.CENTER
    centred = [piece for piece in run if piece.look.align is Align.CENTER] if is_centred else [first]
    if (
        not HAN_CHARACTER.search(first.key)
        or len(first.key) < 2
        or "：" in first.key
        or all(patterns.is_signature(piece.key) for piece in centred)
    ):
        return None
    return Found(tuple(centred), "居中，位于正文之前") if is_centred else _above_text(pieces, run)


def _above_text(pieces: Sequence[Piece], run: Sequence[Piece]) -> Found | None:
    """The first line, or two, as a title if what is below begins a text."""
    first, after = run[0], following(pieces, run[0].index)
    if after is None or after.carrier is not None:
        return None
    if len(first.key) > _LONGEST_ALONE or first.key.endswith(("，", "、", "？")):
        return None
    if len(after.key) > len(first.key) or any(marker.match(after.key) for marker in patterns.MARKERS.values()):
        return Found((first,), "单独成行、无句末标点，位于正文之前")
    if is_subtitle(after.key) or patterns.CHAPTER.match(after.key) or is_addressee(after):
        return Found((first,), "单独成行、无句末标点，其下是题注或正文")
    text = following(pieces, after.index)
    two = first.key + after.key
    if run[1:2] == [after] and names_a_document(two) and text is not None and len(text.key) > len(two):
        return Found((first, after), "两行，以文件名称结尾，位于正文之前")
    return None


def lines(found: Found, role: Role, attachment: int = 0) -> dict[int, Verdict]:
    """The verdicts that make the pieces of a title one block."""
    verdicts = {}
    for order, piece in enumerate(found.pieces):
        start = len(piece.text) - len(piece.text.lstrip())
        prefix = PREFIX.match(piece.key) if order == 0 else None
        if prefix:
            start = patterns.spots(piece.text)[prefix.end()]
        end = len(piece.text.rstrip()) or len(piece.text)
        last = role is Role.TITLE and piece is found.pieces[-1]
        number = _NUMBER_AT_END.search(piece.key) if last and piece.key.endswith("号）") else None
        parts = [Part(role, found.reason, start, end, joined=order > 0)]
        if number is not None and number.start() > 0:
            places = patterns.spots(piece.text)
            parts[0] = dataclasses.replace(parts[0], end=places[number.start()])
            reason = "标题之后括号中的发文字号"
            parts.append(Part(Role.DOC_NUMBER, reason, places[number.start(1)], places[number.end(1) - 1] + 1))
        verdicts[piece.index] = Verdict(tuple(parts), attachment)
    return verdicts


def words_of(pieces: Sequence[Piece]) -> str:
    """The words of a title; organs that issue it together are parted by a mark or by a blank."""
    return "".join(piece.key for piece in pieces).replace("、", "")
