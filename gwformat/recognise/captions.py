"""Names of elements that outlines and templates put above them (落款, 主送单位): pieces in, verdicts out."""

from __future__ import annotations

from collections.abc import Sequence

from gwformat.model import Role
from gwformat.recognise.pieces import Piece, Verdict, Verdicts, whole

_CAPTIONS = frozenset(
    (
        "标题",
        "主送",
        "主送单位",
        "主送机关",
        "正文",
        "落款",
        "署名",
        "成文日期",
        "发文机关署名",
        "附注",
        "附件说明",
        "版头",
        "版记",
    )
)


def captions(pieces: Sequence[Piece], taken: Verdicts) -> dict[int, Verdict]:
    """Verdicts for headings that only name the element below them, so that it is still recognised."""
    return {
        piece.index: whole(Role.OTHER, "只是要素的名称，不是公文的文字，建议删去")
        for piece in pieces
        if piece.index not in taken and piece.look.outline_level is not None and piece.key in _CAPTIONS
    }
