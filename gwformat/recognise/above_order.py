"""A page of the net above an order: pieces in, verdicts on the lines that only name what it publishes out."""

from __future__ import annotations

from collections.abc import Sequence

from gwformat.model import Role
from gwformat.recognise import patterns
from gwformat.recognise.pieces import Piece, Verdict, Verdicts, whole
from gwformat.recognise.residue import ABOVE
from gwformat.recognise.web_pages import METADATA, is_button

_SEARCHED = 16  # lines with words
_PUBLISHED = ("公布", "发布", "颁布", "施行")


def above_order(pieces: Sequence[Piece], taken: Verdicts) -> dict[int, Verdict]:
    """Verdicts on 某某办法 and 来源：某某网 above 某某省人民政府令, its number and 《某某办法》已经…通过，现予公布."""
    words = [piece for piece in pieces if not piece.blank][:_SEARCHED]
    for order, (mark, number, text) in enumerate(zip(words, words[1:], words[2:], strict=False)):
        if not (patterns.ORDER_MARK.fullmatch(mark.key) or patterns.NOTICE_MARK.fullmatch(mark.key)):
            continue
        above = words[:order]
        publishes = patterns.ORDER_NUMBER.fullmatch(number.key) and any(word in text.key for word in _PUBLISHED)
        if not publishes or not all(_is_of_the_page(piece, text) and piece.index not in taken for piece in above):
            return {}
        return {piece.index: whole(Role.OTHER, ABOVE) for piece in above}
    return {}


def _is_of_the_page(piece: Piece, text: Piece) -> bool:
    if piece.carrier is not None:
        return False
    return f"《{piece.key}》" in text.key or METADATA.fullmatch(piece.key) is not None or is_button(piece.key)
