"""Passages of the head come in; the rows they stand in go out, each with what it says for itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gwformat.model import Role
from gwformat.setting.paragraph import STYLED, Direct
from gwformat.setting.passages import Passage
from gwformat.values import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph of the head: the number of its passage, None where a place stays free, and how it is set."""

    role: Role
    passage: int | None
    direct: Direct = STYLED


def rows_of(passages: Sequence[Passage], role: Role) -> Iterator[Row]:
    """A row for every passage of a role."""
    return (Row(role, number) for number, passage in enumerate(passages) if passage.role is role)


def said(row: Row, **what: object) -> Row:
    """The row with more said of how it is set."""
    return replace(row, direct=replace(row.direct, **what))  # type: ignore[arg-type]  # fields of Direct
