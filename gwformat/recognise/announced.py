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
    lines: list[Piece] = []
    names: list[str] = []
    for piece in pieces[index:]:
        if piece.blank:
            continue
        if piece.index in taken or not _line_of_name(piece) or len(lines) == _MOST_LINES:
            break
        lines.append(piece)
        names.append((names[-1] if names else "") + BOOK_MARKS.sub("", piece.key))
    whole = [count for count, name in enumerate(names, 1) if len(name) >= _SHORTEST and _is_of_document(name)]
    if not whole:
        return ()
    above = BOOK_MARKS.sub("", "".join([piece.key for piece in pieces[:index]]))
    # 某某市办理人大代表 ends like a document as well: the longest name counts
    return tuple(lines[: max((count for count in whole if names[count - 1] in above), default=0)])


def _is_of_document(name: str) -> bool:
    return names_a_document(name) or genre_of(name) is not None


def _line_of_name(piece: Piece) -> bool:
    line = piece.key
    return (
        piece.carrier is None
        and len(line) <= _LONGEST_LINE
        and not any(mark in line for mark in "。；：，")
        and patterns.DATE_ONLY.fullmatch(line) is None
    )
