"""An installed face comes in, which characters it has, how wide they are and where its em box sits go out."""

from __future__ import annotations

import hashlib
import struct
from array import array
from bisect import bisect_right
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from gwformat.fonts.folders import cache_folder
from gwformat.fonts.installed import Installed, store
from gwformat.fonts.opened import opened
from gwformat.fonts.system import EM_ASCENT
from gwformat.values import dataclass

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

_TOLERANCE = 0.02

_VERSION = 2  # count up when the cache file changes
_HEADER = struct.Struct("=IdI")  # units per em, ascent of the em box, number of stretches


@dataclass(frozen=True, slots=True)
class Coverage:
    """Characters as stretches of code points that follow each other and have one advance."""

    units: int
    ascent: float  # of the em box above the baseline, in em
    starts: array[int]
    ends: array[int]
    advances: array[int]

    def advance(self, char: str) -> float | None:
        """Width of `char` in em; None if the face has no such character."""
        code = ord(char)
        at = bisect_right(self.starts, code) - 1
        return self.advances[at] / self.units if at >= 0 and code <= self.ends[at] else None

    def has(self, char: str) -> bool:
        """Whether the face has `char`."""
        return self.advance(char) is not None

    def characters(self) -> frozenset[str]:
        """All characters the face has."""
        return frozenset(chr(code) for pair in zip(self.starts, self.ends, strict=True) for code in _stretch(*pair))


def _stretch(first: int, last: int) -> range:
    return range(first, last + 1)


@lru_cache(maxsize=64)
def coverage(face: Installed) -> Coverage:
    """The coverage of an installed face, from the user's cache if the file has not changed since."""
    cached = _cache_path(face)
    try:
        return _unpacked(cached.read_bytes())
    except (OSError, ValueError, struct.error):
        pass
    found = _read(face)
    store(cached, _packed(found))
    return found


def _cache_path(face: Installed) -> Path:
    state = face.path.stat()
    said = f"{face.path}\0{face.index}\0{state.st_mtime_ns}\0{state.st_size}"
    return cache_folder() / f"coverage-{_VERSION}" / f"{hashlib.sha256(said.encode()).hexdigest()[:32]}.bin"


def _read(face: Installed) -> Coverage:
    try:
        with opened(face.path, face.index) as font:
            metrics = font["hmtx"].metrics
            missing = font.getGlyphName(0)  # what some faces map characters to that they do not have
            glyphs = sorted((font.getBestCmap() or {}).items())
            widths = [(code, metrics[glyph][0]) for code, glyph in glyphs if glyph != missing]
            units, ascent = font["head"].unitsPerEm, _em_ascent(font)
    except Exception:  # a damaged font may make the parser raise anything; it has no characters then
        widths, units, ascent = [], 1000, EM_ASCENT
    result = Coverage(units, ascent, array("I"), array("I"), array("I"))
    for code, width in widths:
        if result.starts and code == result.ends[-1] + 1 and width == result.advances[-1]:
            result.ends[-1] = code
        else:
            result.starts.append(code)
            result.ends.append(code)
            result.advances.append(width)
    return result


def _em_ascent(font: TTFont) -> float:
    """Where the em box begins: pairs of ascent and descent that make one em say it, others are line heights."""
    units = font["head"].unitsPerEm
    typographic = (font["OS/2"].sTypoAscender, -font["OS/2"].sTypoDescender)
    for ascent, descent in (typographic, (font["hhea"].ascent, -font["hhea"].descent)):
        if abs((ascent + descent) / units - 1) <= _TOLERANCE:
            return float(ascent / units)
    return EM_ASCENT


def _packed(found: Coverage) -> bytes:
    header = _HEADER.pack(found.units, found.ascent, len(found.starts))
    return header + b"".join(numbers.tobytes() for numbers in (found.starts, found.ends, found.advances))


def _unpacked(data: bytes) -> Coverage:
    units, ascent, count = _HEADER.unpack_from(data)
    size = count * array("I").itemsize
    if len(data) != _HEADER.size + 3 * size or not units:
        raise ValueError("a cache file of another size")
    columns = [array("I", data[_HEADER.size + k * size : _HEADER.size + (k + 1) * size]) for k in range(3)]
    return Coverage(units, ascent, *columns)
