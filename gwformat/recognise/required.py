"""Which elements a document of this genre, direction and format must have but has not: blocks in, roles out."""

from __future__ import annotations

from collections.abc import Sequence

from gwformat.model import Block, Direction, Kind, Role
from gwformat.requirements import Presence, breached, is_bulletin, is_official, stood_for


def missing(blocks: Sequence[Block], kind: Kind, genre: str | None, direction: Direction | None) -> tuple[Role, ...]:
    """The required elements that no block has; nothing is required of what is not an official document."""
    present = {block.role for block in blocks}
    marks = [block.text for block in blocks if block.role is Role.ISSUER_MARK]
    if genre is None and (not is_official(present) or any(map(is_bulletin, marks))):
        return ()
    present |= stood_for(marks, [block.text for block in blocks if block.role is Role.SUBTITLE])
    return tuple(row.role for row in breached(present, kind, genre, direction) if row.presence is Presence.REQUIRED)
