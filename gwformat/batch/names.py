"""Names of files come in; names of their results go out: no two alike, none longer than a file system takes."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

_LONGEST = 255  # bytes of one name on the file systems of Linux; Windows counts 255 UTF-16 units, which is never less
_ROOM = 24  # what is added to a name while it is written


def results(sources: Sequence[str], suffix: str, earlier: Mapping[str, str] | None = None) -> dict[str, str]:
    """For each relative path of a source the one of its result.

    通知.txt becomes 通知.docx; where 通知.md stands beside it, both keep their suffix: 通知.txt.docx, 通知.md.docx.
    A source that had a result in an `earlier` run keeps that name.
    """
    named: dict[str, str] = {}
    taken: set[str] = set()
    for source, target in (earlier or {}).items():
        if target.endswith(suffix) and _key(target) not in taken:
            named[source] = target
            taken.add(_key(target))
    wanted: dict[str, list[str]] = defaultdict(list)
    for source in sources:
        if source not in named:
            wanted[_key(_short(source, suffix))].append(source)
    for key, rivals in wanted.items():
        alone = len(rivals) == 1 and key not in taken
        for source in rivals:
            # A docx whose result is a docx has the first right to its own name.
            plain = alone or (source.casefold().endswith(suffix) and key not in taken)
            target = _short(source, suffix) if plain else _free(source, suffix, taken)
            taken.add(_key(target))
            named[source] = target
    return {source: named[source] for source in sources}


def fitting(stem: str, suffix: str) -> str:
    """`stem` + `suffix` as one name; too long a stem is cut and ends in a mark made from all of it."""
    room = _LONGEST - _ROOM - len(suffix.encode())
    data = os.fsencode(stem)
    if len(data) <= room:
        return stem + suffix
    mark = "~" + hashlib.sha256(data).hexdigest()[:8]
    cut = stem
    while len(os.fsencode(cut)) > room - len(mark):
        cut = cut[:-1]
    return cut + mark + suffix


def _short(source: str, suffix: str) -> str:
    path = PurePosixPath(source)
    return str(path.with_name(fitting(path.stem, suffix)))


def _free(source: str, suffix: str, taken: set[str]) -> str:
    path = PurePosixPath(source)
    number = 1
    while True:
        more = "" if number == 1 else f"-{number}"
        target = str(path.with_name(fitting(path.name + more, suffix)))
        if _key(target) not in taken:
            return target
        number += 1


def _key(name: str) -> str:
    """Equal for names that Windows or macOS take for the same."""
    return unicodedata.normalize("NFC", name).casefold()
