"""The words of a cell and its room come in; whether every program must part them anywhere goes out.

A path or an address wider than its cell is parted in any case: LibreOffice after its slashes, Word where the line is
full. Told that words may part anywhere, both part it where the line is full.
"""

from __future__ import annotations

from gwformat.expressions import expression
from gwformat.profiles.schema import Slot
from gwformat.setting.setting import Setting
from gwformat.units import Emu

_WORD = expression(r"[!-~]+")
_PIECE = expression(r"[^-]+-?|-")  # words may end a line after a hyphen, and shall where that is enough
_SLASHES = ("/", "\\")
_SPACE = expression(r"\s")
_PROSE = expression(r"\s[A-Za-z]{2}|\n")


def is_overlong(text: str, slot: Slot, size: Emu, room: int, setting: Setting) -> bool:
    """Whether `text` is a path or an address that no line of `room` holds, or has no words of letters but such.

    Words that breaking at their hyphens makes short enough are none, and prose is none: words after spaces.
    """
    words = _WORD.findall(text)
    if not words:
        return False
    is_path = text.startswith(words[0]) and any(sign in words[0] for sign in _SLASHES)
    if (_PROSE if is_path else _SPACE).search(text) is not None:
        return False
    return all(_is_wider(word, slot, room / size, setting) for word in (words[:1] if is_path else words))


def _is_wider(word: str, slot: Slot, ems: float, setting: Setting) -> bool:
    if len(word) <= ems:  # no sign is wider than a Chinese character
        return False
    width = setting.fonts.width
    if any(sign in word for sign in _SLASHES):
        return width(word, slot) > ems
    return any(width(piece, slot) > ems for piece in _PIECE.findall(word))
