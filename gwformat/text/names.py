"""Names as users and systems wrote them come in, words that people can read go out."""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterable
from pathlib import PurePath

READABLE = "gwformat.readable"
"""How to encode what has no letters: bytes of file names as what they were meant for, the rest as escapes."""


# The signs our reports show for what cannot be seen, by what GBK has; the words of a draft stay what they are.
_IN_GBK = {"␣": "_", "⇥": "→", "⏎": "／", "▢": "□"}


_NEVER_IN_WINDOWS = frozenset('<>:"/\\|?*')
_DEVICES = frozenset(
    ("CON", "PRN", "AUX", "NUL", *(f"{port}{number}" for port in ("COM", "LPT") for number in range(1, 10)))
)


def shown(name: str) -> str:
    """The name as people read it: bytes that are not UTF-8 are GBK, as old systems wrote them."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return os.fsencode(name).decode("gb18030", "replace")
    return name


def meant(word: str, known: Iterable[str]) -> str:
    """“是不是 X？” for the name most like a word nobody knows; "" if none is."""
    import difflib

    nearest = difflib.get_close_matches(word, list(known), 1)
    return f"是不是 {nearest[0]}？" if nearest else ""


def file_meant(name: str, beside: Iterable[str]) -> str:
    """“是不是 X？” for the file most like a name that is not there, or called so but for its suffix; "" if none is."""
    # Without the suffix: with it, any two short names that end in .docx are alike.
    stems = {PurePath(one).stem: one for one in beside if not is_lock(one)}
    wanted = PurePath(name).stem
    if wanted in stems:
        return f"是不是 {stems[wanted]}？"
    return next((f"是不是 {one}？" for stem, one in stems.items() if meant(wanted, [stem])), "")


def _readable(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end]
    raw = bytes(ord(char) - 0xDC00 for char in lost if 0xDC80 <= ord(char) <= 0xDCFF)
    likely = _decoded(raw) if len(raw) == len(lost) else "".join(_IN_GBK.get(char, char) for char in lost)
    try:
        return likely.encode(error.encoding), error.end
    except UnicodeEncodeError:  # a terminal that does not know these letters
        return codecs.backslashreplace_errors(error)


def _decoded(raw: bytes) -> str:
    """Where the system takes names to be ASCII, bytes that are UTF-8 arrive like those of old systems."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("gb18030", "replace")


codecs.register_error(READABLE, _readable)


def unfit_for_windows(name: str) -> str:
    """Why no file can be called that under Windows, to be said after the name; "" if one can."""
    if set(name) & _NEVER_IN_WINDOWS:
        return "里有 Windows 不能用的字符"
    return "是 Windows 给设备用的名称" if name.partition(".")[0].rstrip(" ").upper() in _DEVICES else ""


def is_lock(name: str) -> bool:
    """Whether a file of that name is what Word, WPS and LibreOffice leave beside a file that is open."""
    return name.startswith(("~$", ".~", "~WRL"))
