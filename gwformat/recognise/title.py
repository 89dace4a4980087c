"""The title and what stands with it (GB/T 9704-2012 7.3.1, 7.3.2): pieces in, verdicts for 标题, 题注, 主送机关 out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gwformat.model import HEADINGS, Align, CarrierKind, Role
from gwformat.recognise import patterns
from gwformat.recognise.genre import genre_of, names_a_document
from gwformat.recognise.head import doc_number
from gwformat.recognise.patterns import HAN_CHARACTER
from gwformat.recognise.pieces import Part, Piece, Verdict, Verdicts, following, whole

_MOST_LINES = 6
_LONGEST_LINE = 60
_LONGEST = 150
_SEARCHED = 24  # pieces with words in which a title may begin
_LONG = 80
_TEXT = (Role.ADDRESSEE, Role.BODY, *HEADINGS)

_ENDS_SENTENCE = re.compile(r"[。；：！]$")
_CONTINUES = re.compile(r"^(?:的|和|及|与|等|、|暨|或)")
_UNFINISHED = re.compile(r"(?:[、的和及与暨关于]|《[^》]*|“[^”]*|（[^）]*)$")
_TITLE_STYLES = re.compile(r"(?i)^(?:title|标题|公文标题|大标题|主标题|文件标题)$")
_PREFIX = re.compile(r"^(?:标题|题目|文件名称)：(?=.{4})")


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
        return _below(pieces, taken, pinned[-1].index)
    found = find(pieces, taken)
    if found is None:
        # Letters, orders and drafts without a title may still be addressed to someone.
        start = max((index for index, verdict in taken.items() if verdict.parts), default=-1)
        return _below(pieces, taken, start)
    verdicts: dict[int, Verdict] = {}
    for piece in pieces[: found.pieces[0].index]:
        if piece.index not in taken and not piece.blank and piece.carrier is None:
            verdicts[piece.index] = whole(Role.OTHER, "位于标题之前，不是版头要素")
    verdicts |= lines(found, Role.TITLE)
    return verdicts | _below(pieces, {**taken, **verdicts}, found.last)


def lines(found: Found, role: Role, attachment: int = 0) -> dict[int, Verdict]:
    """The verdicts that make the pieces of a title one block."""
    verdicts = {}
    for order, piece in enumerate(found.pieces):
        start = len(piece.text) - len(piece.text.lstrip())
        prefix = _PREFIX.match(piece.key) if order == 0 else None
        if prefix:
            start = patterns.spots(piece.text)[prefix.end()]
        end = len(piece.text.rstrip()) or len(piece.text)
        part = Part(role, found.reason, start, end, joined=order > 0)
        verdicts[piece.index] = Verdict((part,), attachment)
    return verdicts


def find(pieces: Sequence[Piece], taken: Verdicts) -> Found | None:
    """The title of the document, if it has one."""
    candidates: list[Piece] = []
    for piece in pieces:
        if piece.blank or piece.index in taken:
            continue
        if piece.carrier is not None and piece.carrier.kind is CarrierKind.TABLE and not candidates:
            return None
        if len(piece.key) > _LONG and patterns.METADATA.fullmatch(piece.key) is None:
            break
        candidates.append(piece)
        if len(candidates) > _SEARCHED:
            break
    named = [p for p in candidates if p.carrier is None and not patterns.METADATA.fullmatch(p.key)]
    for piece in named:
        found = at(pieces, piece.index, taken)
        if found is not None and (_certain(pieces, found) or (piece is named[0] and "结尾" in found.reason)):
            return found
    first = named[0] if named else None
    if first is None and candidates and _PREFIX.match(candidates[0].key):
        first = candidates[0]
    return at(pieces, first.index, taken) if first is not None else None


def _certain(pieces: Sequence[Piece], found: Found) -> bool:
    """Whether the words say 关于…的通知 and what follows belongs under a title."""
    joined = "".join(piece.key for piece in found.pieces)
    after = following(pieces, found.last)
    return (
        "关于" in joined
        and genre_of(joined) is not None
        and not patterns.METADATA.match(joined)
        and after is not None
        and (patterns.DOC_NUMBER_ONLY.fullmatch(after.key) is not None or is_addressee(after) or is_subtitle(after.key))
    )


def at(pieces: Sequence[Piece], index: int, taken: Verdicts) -> Found | None:
    """The title that begins at piece `index`, over as many pieces as belong to it."""
    run: list[Piece] = []
    best: Found | None = None
    for piece in pieces[index:]:
        if piece.blank:
            if best is not None and piece.group != run[-1].group:
                break
            continue
        if run and _begins_text(piece):
            return _closed(run, best)
        if piece.index in taken or not _line_of_title(piece, first=not run) or len(run) == _MOST_LINES:
            break
        if run and not _same_look(run[0], piece):
            break
        joined = "".join(other.key for other in run) + piece.key
        if len(joined) > _LONGEST:
            break
        finished = best is not None and best.reason.startswith("以文种") and not _CONTINUES.match(piece.key)
        if finished or (best is not None and not _goes_on(joined, piece)):
            break
        run.append(piece)
        if reason := _complete(run, joined):
            best = Found(tuple(run), reason)
    return best or _by_look(pieces, run)


def _closed(run: Sequence[Piece], best: Found | None) -> Found:
    """The title that ends where a document number or an addressee stands: all lines before it."""
    if best is not None and len(best.pieces) == len(run):
        return best
    if best is not None and not names_a_document("".join(p.key for p in run)) and not genre_of(run[-1].key):
        return best
    return Found(tuple(run), "位于发文字号或主送机关之前")


def _goes_on(joined: str, piece: Piece) -> bool:
    """Whether a line after a possible end still belongs to the title."""
    if _CONTINUES.match(piece.key):
        return True
    return (
        genre_of(joined) is not None
        and ("关于" in joined or piece.look.align is Align.CENTER)
        and not piece.key.startswith(("（", "关于"))
        and not patterns.is_organ(piece.key)
    )


def _complete(run: Sequence[Piece], joined: str) -> str:
    """Why the lines so far can be a whole title; "" if they cannot."""
    if _UNFINISHED.search(joined):
        return ""
    together = len(run) == 1 or "关于" in joined or all(piece.look.align is Align.CENTER for piece in run)
    if (genre := genre_of(joined)) is not None and (together or len(run) <= 3):
        return f"以文种“{genre.name}”结尾，位于正文之前"
    if names_a_document(joined) and (together or patterns.is_organ(run[0].key)):
        return "以文件名称结尾，位于正文之前"
    return ""


def _line_of_title(piece: Piece, *, first: bool) -> bool:
    line = piece.key
    if piece.carrier is not None or not 1 <= len(line) <= (_LONGEST if "关于" in line else _LONGEST_LINE):
        return False
    if not HAN_CHARACTER.search(line) and not _styled(piece):
        return False
    return not (
        _ENDS_SENTENCE.search(line)
        or "。" in line
        or (not first and patterns.DRAFT_NOTE.fullmatch(line))
        or any(marker.match(line) for marker in patterns.MARKERS.values())
        or patterns.DATE_ONLY.fullmatch(line)
        or patterns.DOC_NUMBER_ONLY.fullmatch(line)
        or patterns.ATTACHMENT_LABEL.fullmatch(line)
        or (first and patterns.ANNOTATION.fullmatch(line))
        or patterns.CHAPTER.match(line)
        or patterns.ARTICLE.match(line)
        or (not first and is_subtitle(line))
        or (patterns.METADATA.fullmatch(line) and not _PREFIX.match(line))
        or (not first and "：" in line)
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
        or patterns.is_signature(first.key)
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


_ADDRESSED = re.compile(
    r"(?:政府|委|委员会|办|办公室|厅|局|部|署|院|单位|公司|集团|中心|学校|机关|组织|党组|党工委|处|科|室|站|所|会|同志|代表|委员"
    r"|先生|女士|机构|大学|学院|银行|行|社|团|队|镇|乡|村|街道|县|市|区|省|旗|州|企业|部门|成员|小组|领导|老师|家长|市民|居民|公民"
    r"|旅客|用户|业主|店|厂|园|馆|站点|人员|委组|书院|小学|中学|基地|协会|联合会|法院|检察院|党委|支部|工会|团体|等)(?:（[^）]*）)?$"
)
_SENTENCE = re.compile(
    r"(?:如下|以下|下列|现将|现就|根据|为了|为贯彻|决定|事项|包括|分别是|下述|公告|通告)[^，、]*：$|。|；"
)


def is_addressee(piece: Piece) -> bool:
    """Whether the piece names those addressed, with a colon at its end."""
    line = piece.key
    if not line.endswith("：") or len(line) > 400 or _SENTENCE.search(line) or piece.carrier is not None:
        return False
    if any(marker.match(line) for marker in patterns.MARKERS.values()) or line.startswith(
        ("附", "抄送", "出席", "一是")
    ):
        return False
    names = re.split(r"[、，]", line[:-1])
    return bool(
        _ADDRESSED.search(line[:-1])
        or (
            all(len(name) <= 20 for name in names)
            and len(line) <= 60
            and not re.search(r"[“”《》？！]|(?:是|有|为)$", line)
        )
    )


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


def _below(pieces: Sequence[Piece], taken: Verdicts, index: int) -> dict[int, Verdict]:
    """Verdicts for the lines under the title: number, dates of adoption, addressees."""
    verdicts: dict[int, Verdict] = {}
    under_title = index >= 0
    for piece in pieces[index + 1 :]:
        if piece.index in taken and taken[piece.index].role in _TEXT:
            break
        if piece.blank or piece.index in taken:
            continue
        line = piece.key
        number = patterns.DOC_NUMBER_ONLY.fullmatch(line)
        if not under_title:
            pass
        elif patterns.RULE_LINE.fullmatch(line):
            verdicts[piece.index] = Verdict(dropped="版头中用字符画的线，由版式重新画出")
            continue
        elif number is not None:
            verdicts[piece.index] = doc_number(piece, number, "形如发文字号，位于标题之下、正文之前")
            continue
        elif is_subtitle(line) or _is_author(pieces, piece):
            verdicts[piece.index] = whole(Role.SUBTITLE, "位于标题之下，说明日期、通过情况或稿次")
            continue
        elif patterns.METADATA.fullmatch(line) and not is_addressee(piece):
            verdicts[piece.index] = whole(Role.OTHER, "标题之下的来源、时间等网页信息")
            continue
        verdicts |= addressees(pieces, taken, piece.index, after_title=under_title)
        break
    return verdicts


def _is_author(pieces: Sequence[Piece], piece: Piece) -> bool:
    """A speaker's name or an organ between the title and a date in brackets."""
    after = following(pieces, piece.index)
    return (
        after is not None
        and len(piece.key) <= 30
        and not re.search(r"[，。；：！？]", piece.key)
        and re.fullmatch(rf"（{patterns.DATE}）", after.key) is not None
    )


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
    return _bare_addressee(pieces, run, attachment) if after_title and len(run) == 1 else {}


def _bare_addressee(pieces: Sequence[Piece], run: Sequence[Piece], attachment: int) -> dict[int, Verdict]:
    """An organ alone on its line under the title, with text after it: the colon was forgotten."""
    piece = run[0]
    after = following(pieces, piece.index)
    if after is None or len(after.key) < 20 or re.search(r"[。；！？《》“]", piece.key) or len(piece.key) > 60:
        return {}
    names = re.split(r"[、，]", piece.key)
    if not all(patterns.is_organ(name) for name in names):
        return {}
    return {piece.index: whole(Role.ADDRESSEE, "标题之后单独成行的机关名称，其后是正文", attachment=attachment)}
