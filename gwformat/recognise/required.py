"""Which elements a document of this genre, direction and format must have but has not: blocks in, roles out."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files

from gwformat.model import Block, Direction, Kind, Role


@dataclass(frozen=True, slots=True)
class Requirement:
    """One row of requirements.toml: an empty set restricts nothing."""

    role: Role
    clause: str
    formats: frozenset[Kind]
    genres: frozenset[str]
    except_genres: frozenset[str]
    directions: frozenset[Direction]
    present: Role | None  # required only where this element is found


@functools.cache
def requirements() -> tuple[Requirement, ...]:
    """All rows, in the order of the elements."""
    table = tomllib.loads(files(__package__).joinpath("requirements.toml").read_text("utf-8"))
    return tuple(
        Requirement(
            Role[row["role"].upper()],
            row["clause"],
            frozenset(map(Kind, row.get("formats", ()))),
            frozenset(row.get("genres", ())),
            frozenset(row.get("except_genres", ())),
            frozenset(map(Direction, row.get("directions", ()))),
            Role[row["with"].upper()] if "with" in row else None,
        )
        for row in table["requirement"]
    )


_OFFICIAL = (Role.ISSUER_MARK, Role.DOC_NUMBER, Role.ORDER_NUMBER, Role.ADDRESSEE, Role.COPY_TO, Role.PRINTER)


def missing(blocks: Sequence[Block], kind: Kind, genre: str | None, direction: Direction | None) -> tuple[Role, ...]:
    """The required elements that no block has; nothing is required of what is not an official document."""
    present = {block.role for block in blocks}
    if genre is None and not present.intersection(_OFFICIAL):
        return ()
    # In a document written in the minutes or order format, the mark takes the place of the title.
    return tuple(
        row.role
        for row in requirements()
        if row.role not in present
        and (not row.formats or kind in row.formats)
        and (not row.genres or genre in row.genres)
        and genre not in row.except_genres
        and (not row.directions or direction in row.directions)
        and (row.present is None or row.present in present)
    )
