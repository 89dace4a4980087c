"""What a text issues under its name: the lines below it come in; those that say a name it gives go out."""

from __future__ import annotations

from collections.abc import Sequence

from gwformat.expressions import expression
from gwformat.recognise import patterns
from gwformat.recognise.genre import genre_of, names_a_document
from gwformat.recognise.pieces import Piece, Verdicts

BOOK_MARKS = expression("[《》〈〉<>﹤﹥＜＞]")
_MOST_LINES = 3
_SHORTEST = 6
_LONGEST_LINE = 60


def issued_title(pieces: Sequence[Piece], index: int, taken: Verdicts) -> tuple[Piece, ...]:
    """The lines from piece `index` on that say the name of a document the text above them gives; none if they do not.

    One name may stand on two lines: 某某市人民政府办理人大代表 above 建议和政协提案工作规则.
    """
    above = BOOK_MARKS.sub("", "".join(piece.key for piece in pieces[:index]))
    lines: list[Piece] = []
    whole = 0
    name = ""
    for piece in pieces[index:]:
        if piece.blank:
            continue
        if piece.index in taken or not _line_of_name(piece) or len(lines) == _MOST_LINES:
            break
        lines.append(piece)
        name += BOOK_MARKS.sub("", piece.key)
        if name not in above:
            break
        if len(name) >= _SHORTEST and (names_a_document(name) or genre_of(name) is not None):
            whole = len(lines)  # 某某市办理人大代表 ends like a document as well: the longest name counts
    return tuple(lines[:whole])


def _line_of_name(piece: Piece) -> bool:
    line = piece.key
    return (
        piece.carrier is None
        and len(line) <= _LONGEST_LINE
        and not any(mark in line for mark in "。；：，")
        and patterns.DATE_ONLY.fullmatch(line) is None
    )
