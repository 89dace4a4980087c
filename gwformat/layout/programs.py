"""A text comes in; how LibreOffice chooses faces for it and breaks it, where Word does otherwise, goes out.

Word goes by `w:hint` and by 避头尾 alone. LibreOffice gives characters that belong to no script, such as quotation
marks and spaces, the face of what stands before them; it gives the last character of a stretch set alike no tracking;
and where the character that does not fit is Latin, it breaks by the rules for English (docs/analysis/lines.md).
"""

from __future__ import annotations

import re

from gwformat.text.width import is_wide

# Stand-ins that `layout.lines` breaks as LibreOffice breaks the real ones; each is one character for one.
_ENGLISH = (
    (re.compile(r"/(?=[A-Za-z])"), "-"),
    (re.compile(r"[）〕》】〉」』”’、，。；：！？](?=[0-9A-Za-z])"), ")"),
    (re.compile(r"(?<=[0-9A-Za-z])[（〔《【〈「『“‘]"), "("),
)
_NO_SCRIPT = re.compile("[ \u00a0\u2000-\u206f\u2100-\u27bf]")


def as_libreoffice_breaks(text: str) -> str:
    """A text of the same length that breaks by our rules where LibreOffice breaks `text`."""
    for pattern, stand_in in _ENGLISH:
        text = pattern.sub(stand_in, text)
    return text


def latin_in_libreoffice(text: str) -> list[bool]:
    """Of each character whether LibreOffice sets it in the Latin face: what stands first, too, if it has no script."""
    found: list[bool] = []
    own = [None if _NO_SCRIPT.match(char) else not is_wide(char) for char in text]
    current = True
    for one in own:
        current = current if one is None else one
        found.append(current)
    return found
