"""The name a browser gives a file comes in; one that every system can hold, and nothing but a name, goes out."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePath

from gwformat.batch.names import fitting

_FOLDERS = re.compile(r"[/\\]")
_FORBIDDEN = frozenset('<>:"|?*')
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)  # of Windows, whatever the suffix
_NAMELESS = "草稿"


def plain(name: str) -> str:
    """The last part of `name` without what Windows or Linux do not take; 草稿 where nothing is left."""
    last = _FOLDERS.split(name)[-1]
    allowed = "".join("_" if _is_forbidden(char) else char for char in unicodedata.normalize("NFC", last))
    path = PurePath(allowed.strip(" ."))
    if not path.name:
        return _NAMELESS
    stem = f"_{path.stem}" if _DEVICE.fullmatch(path.name) else path.stem
    return fitting(stem, path.suffix)


def of_result(draft: PurePath, what: str, suffix: str) -> str:
    """What a result is called, so that it does not take the place of the draft where the user keeps both."""
    return fitting(f"{draft.stem}-{what}", suffix)


def _is_forbidden(char: str) -> bool:
    return char in _FORBIDDEN or unicodedata.category(char).startswith("C")
