"""Which elements a document of this genre, direction and format must have but has not: blocks in, roles out."""

from __future__ import annotations

from collections.abc import Sequence

from gwformat.model import Block, Direction, Kind, Role
from gwformat.requirements import Presence, breached, is_bulletin, is_official, stands_for_title


def missing(blocks: Sequence[Block], kind: Kind, genre: str | None, direction: Direction | None) -> tuple[Role, ...]:
    """The required elements that no block has; nothing is required of what is not an official document."""
    present = {block.role for block in blocks}
    marks = [block.text for block in blocks if block.role is Role.ISSUER_MARK]
    if genre is None and (not is_official(present) or any(map(is_bulletin, marks))):
        return ()
    # In a document written in the minutes or order format, the mark takes the place of the title.
    if any(map(stands_for_title, marks)):
        present.add(Role.TITLE)
    return tuple(row.role for row in breached(present, kind, genre, direction) if row.presence is Presence.REQUIRED)
