"""Headings without a number: lines set in another face than the text come in, their verdicts go out (7.3.3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from gwformat.model import Look, Role
from gwformat.recognise.pieces import Piece, Verdict, whole
from gwformat.text.characters import count_han
from gwformat.values import dataclass

_LONGEST = 25
_FEWEST_HAN = 2
_NO_HEADING_END = tuple("。；，：、！？…”）)]】.;,:!?")


@dataclass(frozen=True, slots=True)
class Face:
    """What tells a heading from text at a glance."""

    style: str | None  # 黑体, 楷体, or None for every other face
    bold: bool


def face_of(look: Look) -> Face:
    """The face of a paragraph."""
    name = (look.font or "").casefold()
    style = "黑体" if "黑" in name or "hei" in name else "楷体" if "楷" in name or "kai" in name else None
    return Face(style, bool(look.bold))


def usual_face(words: Sequence[Piece]) -> Face:
    """The face in which most of the text is set."""
    share: Counter[Face] = Counter()
    for piece in words:
        if piece.carrier is None:
            share[face_of(piece.look)] += len(piece.key)
    return share.most_common(1)[0][0] if share else Face(None, False)


def set_apart(piece: Piece, after: Piece | None, usual: Face) -> Verdict | None:
    """The verdict for a short line without a number whose face differs from that of the text below it."""
    line, face = piece.key, face_of(piece.look)
    if face == usual or after is None or after.carrier is not None or face_of(after.look) == face:
        return None
    if len(line) > _LONGEST or count_han(line) < _FEWEST_HAN or line.endswith(_NO_HEADING_END):
        return None
    if face.style == "楷体" and usual.style is None:
        return whole(Role.HEADING2, "短句单独成行，用楷体，与正文不同")
    if face.style == "黑体" and usual.style != "黑体":
        return whole(Role.HEADING1, "短句单独成行，用黑体，与正文不同")
    if face.bold and not usual.bold:
        return whole(Role.HEADING1, "短句单独成行，加粗，与正文不同")
    return None
