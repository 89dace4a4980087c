"""The title and what stands with it (GB/T 9704-2012 7.3.1, 7.3.2): pieces in, verdicts for 标题, 题注, 主送机关 out."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from gwformat.expressions import expression
from gwformat.model import IMPRINT_ROLES, Align, CarrierKind, Role
from gwformat.recognise import patterns
from gwformat.recognise.below import below, is_addressee, is_subtitle
from gwformat.recognise.body import below_contents
from gwformat.recognise.genre import genre_of, names_a_document
from gwformat.recognise.patterns import HAN_CHARACTER
from gwformat.recognise.pieces import Part, Piece, Verdict, Verdicts, following, whole
from gwformat.values import dataclass

_MOST_LINES = 6
_LONGEST_LINE = 60
_LONGEST = 150
_SEARCHED = 24  # pieces with words in which a title may begin
_LONG = 80

_ENDS_SENTENCE = expression(r"[。；：！]$")
_CONTINUES = expression(r"^(?:的|和|及|与|等|、|暨|或)")
_UNFINISHED = expression(r"(?:[、的和及与暨关于]|《[^》]*|“[^”]*|（[^）]*)$")
_ISSUED = expression(r"(?:印发|发布|公布|转发|批转)《.+》$")
_TITLE_STYLES = expression(r"(?i)^(?:title|标题|公文标题|大标题|主标题|文件标题)$")
_NUMBER_AT_END = expression(rf"（({patterns.DOC_NUMBER})）$")
_PREFIX = expression(r"^(?:标题|题目|文件名称)：(?=.{4})")


@dataclass(frozen=True, slots=True)
class Found:
    """The pieces of a title, and why they are it."""

    pieces: tuple[Piece, ...]
    reason: str

    @property
    def last(self) -> int:
        """The index of its last piece."""
        return self.pieces[-1].index


def title(pieces: Sequence[Piece], taken: Verdicts) -> dict[int, Verdict]:
    """Verdicts for the title, the lines under it, and the addressees."""
    pinned = [piece for piece in pieces if piece.index in taken and taken[piece.index].role is Role.TITLE]
    if pinned:
        return below(pieces, taken, pinned[-1].index)
    found = find(pieces, taken)
    if found is None:
        # Letters, orders and drafts without a title may still be addressed to someone.
        above = (i for i, verdict in taken.items() if verdict.parts and verdict.role not in IMPRINT_ROLES)
        start = max(above, default=-1)
        return below(pieces, taken, start)
    verdicts: dict[int, Verdict] = {}
    for piece in pieces[: found.pieces[0].index]:
        if piece.index not in taken and not piece.blank and piece.carrier is None:
            verdicts[piece.index] = whole(Role.OTHER, "位于标题之前，不是版头要素")
    verdicts |= lines(found, Role.TITLE)
    repeated = _repeated(pieces, found, taken)
    verdicts |= {piece.index: whole(Role.OTHER, "与标题重复") for piece in repeated}
    return verdicts | below(pieces, {**taken, **verdicts}, found.last)


def _repeated(pieces: Sequence[Piece], found: Found, taken: Verdicts) -> list[Piece]:
    """The pieces right after a title that say it once more, as pages from the web do."""
    wanted = "".join(piece.key for piece in found.pieces)
    again: list[Piece] = []
    said = ""
    for piece in pieces[found.last + 1 :]:
        if piece.blank or piece.index in taken:
            continue
        said += piece.key
        again.append(piece)
        if not wanted.startswith(said) or said == wanted:
            break
    return again if said == wanted else []


def lines(found: Found, role: Role, attachment: int = 0) -> dict[int, Verdict]:
    """The verdicts that make the pieces of a title one block."""
    verdicts = {}
    for order, piece in enumerate(found.pieces):
        start = len(piece.text) - len(piece.text.lstrip())
        prefix = _PREFIX.match(piece.key) if order == 0 else None
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


def find(pieces: Sequence[Piece], taken: Verdicts) -> Found | None:
    """The title of the document, if it has one."""
    candidates: list[Piece] = []
    contents = below_contents([piece for piece in pieces if not piece.blank])
    for piece in pieces:
        if piece.blank or piece.index in taken or piece.index in contents or (contents and piece.key == "目录"):
            continue
        if piece.carrier is not None and piece.carrier.kind is CarrierKind.TABLE and not candidates:
            return None
        if len(piece.key) > _LONG and patterns.METADATA.fullmatch(piece.key) is None:
            break
        candidates.append(piece)
        if len(candidates) > _SEARCHED:
            break
    of_the_page = (patterns.METADATA.fullmatch, patterns.LABEL_ROW.match)
    named = [p for p in candidates if p.carrier is None and not any(found(p.key) for found in of_the_page)]
    for piece in named:
        found = at(pieces, piece.index, taken)
        if found is not None and (_certain(pieces, found) or (piece is named[0] and "结尾" in found.reason)):
            return found
    said = [piece for piece in candidates[:1] if _PREFIX.match(piece.key)]
    first = next(iter((*said, *named)), None)
    return at(pieces, first.index, taken) if first is not None else None


def _certain(pieces: Sequence[Piece], found: Found) -> bool:
    """Whether the words say 关于…的通知 and what follows belongs under a title."""
    joined = "".join(piece.key for piece in found.pieces)
    after = following(pieces, found.last)
    return (
        "关于" in joined
        and (genre_of(joined) is not None or names_a_document(joined))
        and not patterns.METADATA.match(joined)
        and after is not None
        and (patterns.DOC_NUMBER_ONLY.fullmatch(after.key) is not None or is_addressee(after) or is_subtitle(after.key))
    )


def at(pieces: Sequence[Piece], index: int, taken: Verdicts) -> Found | None:
    """The title that begins at piece `index`, over as many pieces as belong to it."""
    run, closed = _candidates(pieces, index, taken)
    if not run:
        return None
    best = _best(run)
    joined = "".join(piece.key for piece in run)
    named = genre_of(joined) is not None or names_a_document(joined)
    rest = "".join(piece.key for piece in run[len(best.pieces) :]) if best is not None else ""
    if closed and (best is None or (named and rest and not _stands_alone(rest))):
        return Found(tuple(run), "位于发文字号或主送机关之前")
    return best or _by_look(pieces, run)


def _stands_alone(rest: str) -> bool:
    """Whether lines after a whole title are one more title, not its end."""
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
        if piece.index in taken or not _line_of_title(piece, first=not run):
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
    joined = joined.removesuffix("。")
    together = len(run) == 1 or "关于" in joined or all(piece.look.align is Align.CENTER for piece in run)
    if (genre := genre_of(joined)) is not None and (together or len(run) <= 3):
        return f"以文种“{genre.name}”结尾，位于正文之前"
    if _ISSUED.search(joined):
        return "以所印发文件的名称结尾，位于正文之前"
    if names_a_document(joined) and (together or patterns.is_organ(run[0].key)):
        return "以文件名称结尾，位于正文之前"
    return ""


def _line_of_title(piece: Piece, *, first: bool) -> bool:
    line = piece.key
    if piece.carrier is not None or not 1 <= len(line) <= (_LONGEST if "关于" in line else _LONGEST_LINE):
        return False
    if not HAN_CHARACTER.search(line) and not _styled(piece):
        return False
    if piece.look.align is Align.CENTER and genre_of(line.removesuffix("。")) is not None:
        line = line.removesuffix("。")  # a fault of its own
    return not (
        _ENDS_SENTENCE.search(line)
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
        or (patterns.METADATA.fullmatch(line) and not _PREFIX.match(line))
        or (not first and "：" in line)
        or patterns.LABEL_ROW.match(line)
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
    if not run:
        return None
    first = run[0]
    centred = (
        [piece for piece in run if piece.look.align is Align.CENTER] if first.look.align is Align.CENTER else [first]
    )
    if _styled(first):
        return Found((first,), "套用标题样式，位于全文之首")
    if (
        not HAN_CHARACTER.search(first.key)
        or len(first.key) < 2
        or "：" in first.key
        or all(patterns.is_signature(piece.key) for piece in centred)
    ):
        return None
    if first.look.align is Align.CENTER:
        return Found(tuple(centred), "居中，位于正文之前")
    after = following(pieces, first.index)
    if (
        after is not None
        and after.carrier is None
        and len(first.key) <= 45
        and not first.key.endswith(("，", "、", "？"))
    ):
        if len(after.key) > len(first.key) or any(marker.match(after.key) for marker in patterns.MARKERS.values()):
            return Found((first,), "单独成行、无句末标点，位于正文之前")
        if is_subtitle(after.key) or patterns.CHAPTER.match(after.key) or is_addressee(after):
            return Found((first,), "单独成行、无句末标点，其下是题注或正文")
    return None
