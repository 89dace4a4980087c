"""A family's declared repertoire and a character come in, whether the family has it goes out."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from gwformat.fonts.system import Face, Repertoire, load_system, system_names

# Python's codecs map the GB dash and middle dot to other code points than fonts and Unicode do.
_ALWAYS = frozenset("—·")


def has(repertoire: Repertoire, char: str) -> bool:
    """Whether a font of that repertoire has `char`; spaces and marks without ink need none."""
    if char in _ALWAYS or char.isspace() or not char.isprintable():
        return True
    if repertoire is Repertoire.LATIN:
        return char <= "\u00ff"
    if repertoire is Repertoire.GB18030:
        return _in_gb18030(char)
    try:
        char.encode("gb2312" if repertoire is Repertoire.GB2312 else "gbk")
    except UnicodeEncodeError:
        return False
    return True


def _in_gb18030(char: str) -> bool:
    """Level 1: GBK, extension A, and U+4E00–9FEF (the faces of Windows have no more)."""
    code = ord(char)
    if 0x3400 <= code <= 0x4DB5 or 0x4E00 <= code <= 0x9FEF:
        return True
    return not (0xE000 <= code <= 0xF8FF or code > 0xFFFF) and has(Repertoire.GBK, char)


@functools.cache
def _faces() -> Mapping[str, Face]:
    systems = [load_system(name) for name in system_names()]
    return {name.casefold(): face for system in systems for face in system.faces.values() for name in face.names}


def known_face(family: str) -> Face | None:
    """The face a packaged font system describes under that name; None if no system knows it."""
    return _faces().get(family.casefold())
