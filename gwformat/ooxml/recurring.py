"""XML parts that recur from file to file – styles, themes, lists – come in; one tree for all these files goes out.

The files of an office come from a few templates, so that most parts of the next one were parsed with one before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple, TypeVar, cast

from lxml import etree

from gwformat.ooxml.safexml import parse

_RECURRING = re.compile(
    r"(?:.*/)?(?:(?:styles|stylesWithEffects|settings|webSettings|fontTable|numbering|theme\d*|header\d*|footer\d*)\.xml"
    r"|[^/]*\.rels|\[Content_Types\]\.xml)"
)
_ROOM = 2 * 1024 * 1024  # bytes of XML; the trees take about fifteen times as much
_MOST = 64  # answers that are kept of a part: those in which other parts have a share may be many
Answer = TypeVar("Answer")


class _Kept(NamedTuple):
    root: etree._Element
    answers: dict[object, object]  # what was worked out of the part


_kept: dict[bytes, _Kept] = {}  # the one last asked for stands last


def recurs(name: str) -> bool:
    """Whether other files are likely to have the very part of this name; the text of documents is kept nowhere."""
    return _RECURRING.fullmatch(name) is not None


def tree_of(data: bytes, name: str) -> etree._Element:
    """The root of a part, as `safexml.parse` has it; nobody changes it, for other files have the same."""
    kept = _kept.pop(data, None)
    if kept is None:
        kept = _Kept(parse(data, name), {})
        room = _ROOM - len(data)
        if room < 0:
            return kept.root
        while sum(map(len, _kept)) > room:
            del _kept[next(iter(_kept))]
    _kept[data] = kept
    return kept.root


def worked_out(data: bytes, make: Callable[[], Answer], what: object) -> Answer:
    """What `make` works out of a part, under the name `what`; only once as long as the part is kept."""
    kept = _kept.get(data)
    if kept is None:
        return make()
    if what not in kept.answers:
        if len(kept.answers) >= _MOST:
            kept.answers.clear()
        kept.answers[what] = make()
    return cast("Answer", kept.answers[what])


def forget() -> None:
    """Keep nothing any more: the next file is the first of its template."""
    _kept.clear()
