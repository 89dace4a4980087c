"""Parts that recur from file to file – styles, themes, lists – come in; what was made of them before goes out.

The files of an office come from a few templates, so that most parts of the next one were inflated, parsed and looked
through with one before it.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from lxml import etree

from gwformat.expressions import expression
from gwformat.ooxml.safexml import parse

_RECURRING = expression(
    r"(?:.*/)?(?:(?:styles|stylesWithEffects|settings|webSettings|fontTable|numbering|theme\d*)\.xml"
    r"|(?:gw-)?(?:header|footer)[\w-]*\.xml|[^/]*\.rels|\[Content_Types\]\.xml)"
)
_ROOM = 2 * 1024 * 1024  # bytes of XML that was parsed
_TREE = 16  # a tree takes about so many times as much as its XML
_LEAST = 256  # bytes that any part weighs
_MOST = 64  # answers that are kept of a part: those in which other parts have a share may be many
_UNPACKED = 64  # parts that are not inflated again
Answer = TypeVar("Answer")


class _Kept:
    """What is known of a part: its tree, once somebody asked for it, and what was worked out of it."""

    __slots__ = ("answers", "root", "weight")

    def __init__(self) -> None:
        self.root: etree._Element | None = None
        self.answers: dict[object, Any] = {}
        self.weight = 0


class _Shelf(dict[bytes, _Kept]):
    """Parts by their bytes, the one last asked for last; those that nobody asked for longest give way to others."""

    weight = 0

    def of(self, data: bytes) -> _Kept:
        """What is kept of a part."""
        kept = self.pop(data, None)
        if kept is None:
            kept = self[data] = _Kept()
            self.grow(kept, _LEAST + len(data) // _TREE)
        else:
            self[data] = kept
        return kept

    def grow(self, kept: _Kept, weight: int) -> None:
        """Make room for more that is known of a part."""
        kept.weight += weight
        self.weight += weight
        while self.weight > _ROOM:
            self.weight -= self.pop(next(iter(self))).weight

    def clear(self) -> None:
        """Keep nothing."""
        super().clear()
        self.weight = 0


_kept = _Shelf()
_unpacked: dict[Hashable, Any] = {}  # the one last asked for stands last


@functools.lru_cache(maxsize=1024)
def recurs(name: str) -> bool:
    """Whether other files are likely to have the very part of this name; the text of documents is kept nowhere."""
    return _RECURRING.fullmatch(name) is not None


def tree_of(data: bytes, name: str) -> etree._Element:
    """The root of a part, as `safexml.parse` has it; nobody changes it, for other files have the same."""
    if len(data) > _ROOM:
        return parse(data, name)
    kept = _kept.of(data)
    if kept.root is None:
        kept.root = parse(data, name)
        _kept.grow(kept, len(data))
    return kept.root


def worked_out(data: bytes, make: Callable[[], Answer], what: object) -> Answer:
    """What `make` works out of a part, under the name `what`; only once as long as the part is kept."""
    answers = _kept.of(data).answers
    if what not in answers:
        if len(answers) >= _MOST:
            answers.clear()
        answers[what] = make()
    answer: Answer = answers[what]
    return answer


def of_part(name: str, data: bytes, make: Callable[[], Answer], what: object) -> Answer:
    """What `make` works out of a part of that name: once for all files if it is one that recurs."""
    return worked_out(data, make, what) if recurs(name) else make()


def unpacked(packed: Hashable, make: Callable[[], Answer]) -> Answer:
    """What `make` makes of the packed form of a part; only once as long as that is among those last asked for."""
    found: Answer | None = _unpacked.pop(packed, None)
    if found is None:
        found = make()
        if len(_unpacked) >= _UNPACKED:
            del _unpacked[next(iter(_unpacked))]
    _unpacked[packed] = found
    return found


def forget() -> None:
    """Keep nothing any more: the next file is the first of its template."""
    _kept.clear()
    _unpacked.clear()
