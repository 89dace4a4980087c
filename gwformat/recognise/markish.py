"""A line or a picture above the number comes in; whether it can be the issuer's mark goes out (7.2.4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gwformat.expressions import expression
from gwformat.model import Carrier, CarrierKind, Role, Run
from gwformat.recognise import patterns
from gwformat.recognise.frames import placeholder
from gwformat.recognise.old_layout import is_line
from gwformat.recognise.pieces import Piece, Verdict, Verdicts, following, whole
from gwformat.units import Mm

_BEGINNING = expression(r"[\u3400-\u9fff（）]{2,20}")

_SHORTEST = Mm(80)  # half a line; the largest seals are 50 mm
_BARE_MARKS = ("发电", "明电", "密电", "电报", "传真电报", "纪要", "简报")  # without the organ, or below it


def markish(line: str) -> bool:
    """Whether a key can be a mark or a part of one."""
    return bool(
        patterns.MARK.fullmatch(line)
        or patterns.is_organ(line)
        or patterns.ORDER_MARK.fullmatch(line)
        or patterns.SERIAL_MARK.fullmatch(line)
        or patterns.LETTER_MARK.fullmatch(line)
        or line in patterns.ORDER_WORDS
        or line in _BARE_MARKS
        or placeholder(line) is Role.ISSUER_MARK
    )


def begins_name(pieces: Sequence[Piece], piece: Piece) -> bool:
    """Whether a red line is the beginning of a name that goes on below: 某某省某某市 above 人民政府文件."""
    after = following(pieces, piece.index)
    if after is None or not (patterns.is_red(piece.look.color) and patterns.is_red(after.look.color)):
        return False
    return not markish(piece.key) and _BEGINNING.fullmatch(piece.key) is not None and markish(piece.key + after.key)


def pictures(
    pieces: Sequence[Piece], number: int | None, found: Verdicts, taken: Verdicts
) -> Iterator[tuple[int, Verdict]]:
    """The pictures and drawn words alone in their paragraphs above the document number: the mark, or a part of it."""
    if number is None or number not in found:
        return
    marked = any(verdict.role is Role.ISSUER_MARK for verdict in found.values())
    for piece in pieces[:number]:
        if piece.key or piece.index in taken:
            continue
        if any(one.kind is CarrierKind.IMAGE for one in _shown(piece)):
            yield piece.index, whole(Role.ISSUER_MARK, "位于发文字号之前的图片")
        elif not marked and any(map(_is_drawn_mark, piece.runs)):
            yield piece.index, whole(Role.ISSUER_MARK, "位于发文字号之前的浮动图片，横贯版心")
        elif markish(drawn_words(piece)):
            yield piece.index, whole(Role.ISSUER_MARK, "位于发文字号之前的艺术字，是机关名称或以“文件”等结尾")


def _shown(piece: Piece) -> list[Carrier]:
    """What stands in the lines of a paragraph besides its letters."""
    return [run.carrier for run in piece.runs if run.carrier is not None and run.carrier.floating is None]


def _is_drawn_mark(run: Run) -> bool:
    """Whether a floating picture can be the mark: as long as a line of large letters, and no drawn line or seal."""
    carrier = run.carrier
    if carrier is None or carrier.kind is not CarrierKind.IMAGE or carrier.floating is None or carrier.size is None:
        return False
    width, height = carrier.size
    return width >= _SHORTEST and width > height and not is_line(carrier)


def drawn_words(piece: Piece) -> str:
    """The words of 艺术字, as a key."""
    return patterns.key("".join(one.text for one in _shown(piece) if one.kind is CarrierKind.SHAPE))
