"""The name of an element comes in; what may stand in it and what its attributes may say, in Word's grammar, goes out.

That is the grammar of ECMA-376 (`standard.txt`, written by `docs/make_grammar.py`) with what Word adds to it
(`extensions.txt`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from gwformat.expressions import expression
from gwformat.ooxml.grammar.names import NAMESPACES
from gwformat.values import dataclass

__all__ = ["DRAWN_LOOKS", "NAMESPACES", "Entry", "entry", "is_free", "permits", "spelled_name"]

DRAWN_LOOKS = frozenset(("guide", "formula", "path", "drawn", "drawing"))
"""How values look that say what a drawing looks like."""

_FREE = "*"
_PREFIXES = {uri: prefix for prefix, uri in NAMESPACES.items()}
_NUMBER = expression(
    r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?(?:mm|cm|in|pt|pc|pi|px|em|%)?|[0-9A-Fa-f]{1,32}"
    r"|\{[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}|\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[-+]\d\d:\d\d)?"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """An element: what may stand in it, its attributes with how their values look, its text."""

    children: frozenset[str]
    attributes: Mapping[str, str]  # "" for listed values and numbers, `*` for any words, or the name of a look
    text: str | None  # how its text looks, as attributes do; None if it holds none
    is_opaque: bool  # what is inside is looked at elsewhere


@dataclass(frozen=True, slots=True)
class _Grammar:
    lines: Mapping[str, tuple[str, ...]]
    listed: frozenset[str]
    looks: Mapping[str, re.Pattern[str]]


@cache
def _grammar() -> _Grammar:
    folder = files("gwformat.ooxml.grammar")
    lines: dict[str, list[str]] = {}
    listed: set[str] = set()
    looks: dict[str, re.Pattern[str]] = {}
    for name in ("standard.txt", "extensions.txt"):
        for line in (folder / name).read_text(encoding="utf-8").splitlines():
            head, _, rest = line.partition(" ")
            if head == "=":
                listed.update(rest.split())
            elif head.startswith("~"):
                looks[head[1:]] = re.compile(rest)
            elif head != "%":
                lines.setdefault(head, []).append(rest)
    return _Grammar({name: tuple(said) for name, said in lines.items()}, frozenset(listed), looks)


def entry(name: str) -> Entry | None:
    """What the grammar says of an element, named with its usual prefix; None if it knows no such element."""
    return _entry(name) if name in _grammar().lines and not name.startswith("@") else None


@cache  # of no more than there is in the grammar
def _entry(name: str) -> Entry:
    children: set[str] = set()
    attributes: dict[str, str] = {}
    for line in _grammar().lines[name]:
        inside, _, said = line.partition("|")
        for child in inside.split():
            children.update(_grammar().lines[child][0].split() if child.startswith("@") else (child,))
        attributes.update(_attribute(word) for word in said.split())
    text = _FREE if "#*" in children else "" if "#" in children else None
    return Entry(frozenset(children - {"#", "#*", "..."}), attributes, text, "..." in children)


def _attribute(word: str) -> tuple[str, str]:
    name, _, look = word.partition("~")
    return (name[:-1], _FREE) if name.endswith(_FREE) else (name, look)


def permits(look: str, value: str) -> bool:
    """Whether a value looks as it should, so that it cannot say anything."""
    if look == _FREE:
        return True
    if look:
        return _grammar().looks[look].fullmatch(value) is not None
    listed = _grammar().listed
    return all(word in listed or _NUMBER.fullmatch(word) is not None for word in value.split())


def is_free(look: str) -> bool:
    """Whether values of that look are any words."""
    return look == _FREE


@lru_cache(maxsize=1024)
def spelled_name(tag: str) -> str | None:
    """The name of a tag or attribute as the grammar spells it; None for namespaces it does not know."""
    uri, _, name = tag.rpartition("}")
    if not uri:
        return tag
    prefix = _PREFIXES.get(uri[1:])
    return None if prefix is None else f"{prefix}:{name}"
