"""`clauses.toml` comes in; every clause the checker answers for, or why no machine can decide it, goes out."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from importlib import resources

from gwformat.model import Kind
from gwformat.profiles import table
from gwformat.values import dataclass


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: its number with the standard's name, what it asks for, and why no rule covers it ("" if one does).

    `elements` are the only ones it speaks of, `kind` the only format; a document that has none of them or another
    format does not meet it, it is not concerned; nor is a draft by what only an OFD meets (`ofd`).
    """

    number: str
    subject: str
    not_by_machine: str = ""
    elements: tuple[str, ...] = ()
    kind: Kind | None = None
    ofd: bool = False


@dataclass(frozen=True, slots=True)
class _List:
    item: tuple[Clause, ...]


@functools.cache
def clauses() -> Mapping[str, Clause]:
    """All clauses by number, in the order of the standards."""
    text = resources.files(__package__).joinpath("clauses.toml").read_text("utf-8")
    return {clause.number: clause for clause in table.parse(_List, text, "clauses.toml").item}
