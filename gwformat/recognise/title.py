"""The title and what stands with it (GB/T 9704-2012 7.3.1, 7.3.2): pieces in, verdicts for 标题, 题注, 主送机关 out."""

from __future__ import annotations

from collections.abc import Sequence

from gwformat.expressions import expression
from gwformat.model import IMPRINT_ROLES, CarrierKind, Role
from gwformat.recognise import patterns
from gwformat.recognise.addressees import is_addressee
from gwformat.recognise.announced import BOOK_MARKS
from gwformat.recognise.below_title import below, is_subtitle
from gwformat.recognise.contents import below_contents
from gwformat.recognise.genre import genre_of, names_a_document
from gwformat.recognise.head import can_be_strange
from gwformat.recognise.pieces import Piece, Verdict, Verdicts, following, whole
from gwformat.recognise.residue import ABOVE, AGAIN
from gwformat.recognise.title_lines import LONGEST_LINE, MARK_AT_END, PREFIX, Found, at, lines, words_of
from gwformat.recognise.web_pages import LABEL_ROW, METADATA

_SEARCHED = 24  # pieces with words in which a title may begin
_LONG = 80
_MOST_BETWEEN = 3  # lines between the heading of a page of the net and the title

_EDITORS_NOTE = expression("(?:[【〔（](?:编者)?按语?[】〕）]|(?:编者)?按语?：)")  # above the title in a bulletin
_NAMED_BY_THE_PAGE = expression("(?:信息)?名称：")


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
    over: list[Piece] = []
    for piece in pieces[: found.pieces[0].index]:
        is_note = _EDITORS_NOTE.match(piece.key) is not None
        if piece.index not in taken and not piece.blank and piece.carrier is None and not is_note:
            verdicts[piece.index] = whole(Role.OTHER, ABOVE)
            over.append(piece)
    verdicts |= lines(found, Role.TITLE)
    repeated = _repeated(pieces, found, taken)
    verdicts |= {piece.index: whole(Role.OTHER, AGAIN) for piece in repeated}
    verdicts |= below(pieces, {**taken, **verdicts}, found.last)
    return verdicts | _number_above(over, {**taken, **verdicts})


def _number_above(above: Sequence[Piece], taken: Verdicts) -> dict[int, Verdict]:
    """The document number among the lines of a page of the net above the title, where none stands elsewhere."""
    if any(part.role is Role.DOC_NUMBER for verdict in taken.values() for part in verdict.parts):
        return {}
    numbers = [piece for piece in above if patterns.DOC_NUMBER_ONLY.fullmatch(piece.key)]
    if len({piece.key for piece in numbers}) != 1:
        return {}
    return {numbers[-1].index: whole(Role.DOC_NUMBER, "形如发文字号，位于标题之前")}


def _repeated(pieces: Sequence[Piece], found: Found, taken: Verdicts) -> list[Piece]:
    """The pieces right after a title that say it once more, as pages from the web do."""
    wanted = words_of(found.pieces)
    again: list[Piece] = []
    said = ""
    for piece in pieces[found.last + 1 :]:
        if piece.blank or piece.index in taken:
            continue
        said += words_of((piece,))
        again.append(piece)
        if not wanted.startswith(said) or said == wanted:
            break
    return again if said == wanted else []


def find(pieces: Sequence[Piece], taken: Verdicts) -> Found | None:
    """The title of the document, if it has one."""
    candidates = _candidates(pieces, taken)
    named = _nameable(candidates)
    begun = at(pieces, named[0].index, taken) if named else None
    if begun is not None and "结尾" in begun.reason and not _certain(pieces, begun):
        again = _repeated(pieces, begun, taken)
        return begun if again else _of_the_page(pieces, begun, named, taken) or begun
    for below_page in (False, True):
        for piece in named:
            found = at(pieces, piece.index, taken)
            if found is not None and _certain(pieces, found, below_page=below_page):
                return found
    said = [piece for piece in candidates[:1] if PREFIX.match(piece.key)]
    first = next(iter((*said, *named)), None)
    return at(pieces, first.index, taken) if first is not None else None


def _candidates(pieces: Sequence[Piece], taken: Verdicts) -> list[Piece]:
    """The first lines that are not taken, down to a long one; none where a table stands before all of them.

    What is no element and stands in the head, above the mark, begins no title.
    """
    candidates: list[Piece] = []
    mark = max((i for i, verdict in taken.items() if verdict.role is Role.ISSUER_MARK), default=-1)
    contents = below_contents([piece for piece in pieces if not piece.blank])
    for piece in pieces:
        if piece.blank or piece.index in taken or piece.index in contents or (contents and piece.key == "目录"):
            continue
        if (piece.index < mark and can_be_strange(piece.key)) or _EDITORS_NOTE.match(piece.key):
            continue
        if piece.carrier is not None and piece.carrier.kind is CarrierKind.TABLE and not candidates:
            return []
        if len(piece.key) > _LONG and METADATA.fullmatch(piece.key) is None:
            break
        candidates.append(piece)
        if len(candidates) > _SEARCHED:
            break
    return candidates


def _nameable(candidates: Sequence[Piece]) -> list[Piece]:
    """Those that can begin a title: no objects, no rows of labels, nothing a page of the net says of itself."""
    told = [piece.index for piece in candidates if METADATA.fullmatch(piece.key)]
    return [
        piece
        for piece in candidates
        if piece.carrier is None
        and piece.index not in told
        and not LABEL_ROW.match(piece.key)
        and not (_NAMED_BY_THE_PAGE.match(piece.key) and told and told[0] < piece.index)
    ]


def _of_the_page(pieces: Sequence[Piece], begun: Found, named: Sequence[Piece], taken: Verdicts) -> Found | None:
    """The title a few lines below one that is only the heading of a page of the net: 公文批复, or the same words."""
    begins = words_of(begun.pieces)
    between = 0
    for piece in named:
        if piece.index <= begun.pieces[0].index:
            continue
        found = at(pieces, piece.index, taken)
        if found is not None and _certain(pieces, found):
            if words_of(found.pieces[1:]).endswith(begins):
                if _names_who_issues(found):
                    return found
                continue  # what the page says above the same title
            return None if _issues(pieces, found, begun) else found
        below_it = found is not None and piece.index > begun.last and "关于" in piece.key
        if found is not None and below_it and _ends_with(begun, found):
            return found  # 法规首页某某市人民政府关于…的通知 leads to it
        if piece.index <= begun.last or words_of((piece,)) == begins:
            continue
        between += 1
        if between > _MOST_BETWEEN or is_addressee(piece) or patterns.level_of(piece.key) is not None:
            return None
        if len(piece.key) > LONGEST_LINE or patterns.CHAPTER.match(piece.key) or patterns.ARTICLE.match(piece.key):
            return None
    return None


def _names_who_issues(found: Found) -> bool:
    """Whether a title has its organ on a line above 关于, which the heading of a page leaves out."""
    return patterns.is_organ(found.pieces[0].key) and found.pieces[1].key.startswith("关于")


def _ends_with(begun: Found, found: Found) -> bool:
    one, other = words_of(begun.pieces), words_of(found.pieces)
    return one != other and one.endswith(other)


def _issues(pieces: Sequence[Piece], found: Found, begun: Found) -> bool:
    """Whether a title says what issued the document that has begun, and is no notice with addressees of its own."""
    after = following(pieces, found.last)
    one, other = (BOOK_MARKS.sub("", words_of(each.pieces)) for each in (begun, found))
    return one != other and one in other and (after is None or not is_addressee(after))


def _certain(pieces: Sequence[Piece], found: Found, *, below_page: bool = False) -> bool:
    """Whether the words say 关于…的通知 and what follows, perhaps `below_page`, belongs under a title."""
    joined = MARK_AT_END.sub("", "".join(piece.key for piece in found.pieces))
    after = following(pieces, found.last)
    while below_page and after is not None and METADATA.fullmatch(after.key):  # 来源：某某网
        after = following(pieces, after.index)
    return (
        "关于" in joined
        and joined.count("《") <= joined.count("》")
        and (genre_of(joined) is not None or names_a_document(joined))
        and not METADATA.match(joined)
        and after is not None
        and (patterns.DOC_NUMBER_ONLY.fullmatch(after.key) is not None or is_addressee(after) or is_subtitle(after.key))
    )
