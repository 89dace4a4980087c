"""An installed face comes in, a copy of it under a family name of its own goes out.

Typst asks for a face by family, weight, style and stretch. Two files may agree in all of them: “Noto Serif CJK SC
SemiBold” without a weight is to typst “Noto Serif CJK SC”, and a font may be installed twice in different versions.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import lru_cache
from pathlib import Path

from gwformat.fonts.installed import Installed

_FAMILY_NAMES = (1, 16, 21, 25)  # family, typographic, WWS family, PostScript prefix of variations
_WINDOWS, _UNICODE, _ENGLISH = 3, 1, 0x409


@lru_cache(maxsize=64)
def renamed(face: Installed) -> Path:
    """The copy, alone in its folder until the program ends: typst opens it when it needs it."""
    from fontTools.ttLib import TTFont

    copy = Path(tempfile.mkdtemp(dir=_folder())) / f"face{face.path.suffix}"
    with TTFont(face.path, fontNumber=face.index, lazy=True, recalcBBoxes=False, recalcTimestamp=False) as font:
        table = font["name"]
        table.names = [record for record in table.names if record.nameID not in _FAMILY_NAMES]
        table.setName(copy.parent.name, _FAMILY_NAMES[0], _WINDOWS, _UNICODE, _ENGLISH)
        font.save(copy)
    return copy


@lru_cache(maxsize=1)
def _folder() -> str:
    folder = tempfile.mkdtemp(prefix="gwformat-faces-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
