"""Recognised blocks come in; what stands around the document and is none of its elements is told, for it stays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gwformat.model import OBJECT, Block, Role

ABOVE = "位于标题之前，不是版头要素"
AGAIN = "与标题重复"
UNDER = "标题之下的来源、时间等网页信息"
BETWEEN = "标题与主送机关之间的网页信息"
BEHIND = "文末的来源、编辑等网页信息"

_REASONS = frozenset((ABOVE, AGAIN, UNDER, BETWEEN, BEHIND))
_MOST, _SHOWN = 3, 12  # lines, and characters of each


def residue(blocks: Sequence[Block]) -> Iterator[str]:
    """A notice of the lines that are printed with the document all the same, if there are any."""
    left = [block.text.strip() for block in blocks if block.role is Role.OTHER and block.reason in _REASONS]
    words = [line for line in left if line.replace(OBJECT, "").strip()]
    if words:
        shown = "、".join(f"“{line[:_SHOWN]}{'…' if len(line) > _SHOWN else ''}”" for line in words[:_MOST])
        more = f"等 {len(words)} 处" if len(words) > _MOST else ""
        yield f"{shown}{more}不是公文的要素，照原样留在成品里；不要的请从草稿里删去"
