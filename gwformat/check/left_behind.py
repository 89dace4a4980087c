"""A context and a kind of leak come in; one problem that names the first and counts the rest goes out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from gwformat.check.context import Context
from gwformat.check.once import once
from gwformat.check.registry import Problem
from gwformat.findings import Location
from gwformat.ooxml.leaks import Leak, LeakKind


def told(context: Context, kind: LeakKind, what: str) -> Iterator[Problem]:
    """What the file holds of one kind; a file of many small traces is told of once."""
    found = _by_kind(context).get(kind)
    if found:
        more = f"，共 {len(found)} 处" if len(found) > 1 else ""
        yield Problem(f"{what}：{found[0].what}{more}", place(found[0]))


@once
def _by_kind(context: Context) -> Mapping[LeakKind, Sequence[Leak]]:
    found: dict[LeakKind, list[Leak]] = {}
    for leak in context.leaks:
        found.setdefault(leak.kind, []).append(leak)
    return found


def place(leak: Leak) -> Location | None:
    """Where it stands, if it stands in a paragraph."""
    return Location(leak.part, leak.paragraph) if leak.paragraph is not None else None
