"""An installed face comes in, what its file says of version, outlines and embedding goes out."""

from __future__ import annotations

from functools import lru_cache

from gwformat.fonts.embedding import Embedding, embedding_of
from gwformat.fonts.installed import Installed
from gwformat.fonts.opened import opened
from gwformat.values import dataclass

_VERSION = 5  # name ID


@dataclass(frozen=True, slots=True)
class Details:
    """What is read of a face when it is asked about."""

    version: str
    embedding: Embedding
    truetype: bool  # outlines in `glyf`; the others are those of PostScript


@lru_cache(maxsize=64)
def details(face: Installed) -> Details:
    """The details of a face whose file could be read when the folders were scanned."""
    with opened(face.path, face.index) as font:
        said = (font["name"].getDebugName(_VERSION) or "").strip()
        version = said.removeprefix("Version").removeprefix("version").strip().partition(";")[0]
        return Details(version, embedding_of(font["OS/2"].fsType), "glyf" in font)
