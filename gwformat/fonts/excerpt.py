"""An installed face and characters come in; a TrueType file with just these goes out, and how far their ink reaches.

It is made for who draws each character by its number in Unicode at a place of its own: files in pages, not in drafts.
Outlines of CFF become those of TrueType, as many readers of OFD know no others. fontTools' own subsetter does the same
for every table there is; it takes half a second for a large Chinese face, most of it for characters nobody wants.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from gwformat.fonts.character_map import Lookup, lookup, table_of
from gwformat.fonts.embedding import Embedding, embedding_of
from gwformat.fonts.installed import Installed
from gwformat.fonts.opened import opened
from gwformat.fonts.outlines import Converted, Outline, Outlines
from gwformat.values import dataclass

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

_NAMES = frozenset((0, 1, 2, 4, 6))  # copyright, family, style, full name, PostScript name
_HINTS = ("cvt ", "fpgm", "prep", "gasp")
_COPIED = frozenset(("OS/2", "name", *_HINTS))
_TRUETYPE, _LONG_PLACES = "\0\1\0\0", 1
_NO_GLYPH_NAMES = 0x00030000


@dataclass(frozen=True, slots=True)
class Reach:
    """How far the ink of characters reaches outwards, in em; 0 where it does not."""

    above: float  # the baseline
    below: float
    before: float  # the place of a character
    after: float  # its advance


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A font file with some characters."""

    data: bytes
    characters: frozenset[str]
    reach: Reach
    missing: float  # how wide the sign is that is drawn for a character it does not have, in em
    embedding: Embedding


@lru_cache(maxsize=16)  # the same document is often drawn again
def excerpt(face: Installed, characters: frozenset[str]) -> Excerpt:
    """The file of a face with those of the characters it has; the same ones always give the same bytes."""
    source = _source(face)
    old = {code: glyph for code in sorted(map(ord, characters)) if (glyph := source.find(code))}
    drawn = source.outlines.of((0, *old.values()))
    new = {glyph: number for number, glyph in enumerate(drawn)}
    advances = _advances(source, drawn)
    reach = _reach(drawn, advances)
    tables = {
        **{tag: data for tag, data in source.tables.items() if tag in _COPIED},
        **_glyphs(drawn, new, advances),
        "cmap": table_of({code: new[glyph] for code, glyph in old.items() if glyph in new}),
        "head": _head(source, drawn),
        "hhea": _hhea(source, advances, reach),
        "maxp": _maxp(source, drawn),
        "post": struct.pack(">L28x", _NO_GLYPH_NAMES),
    }
    (em,) = struct.unpack_from(">H", source.tables["head"], 18)
    far = Reach(*(max(length, 0) / em for length in reach))
    return Excerpt(_file(tables), frozenset(map(chr, old)), far, advances[0][0] / em, source.embedding)


@dataclass(frozen=True, slots=True)
class _Source:
    """What is kept of a face for the next document; of a large CFF that is 25 MB."""

    tables: Mapping[str, bytes]
    find: Lookup
    outlines: Outlines | Converted
    embedding: Embedding

    @property
    def converted(self) -> bool:
        """Whether its outlines are turned into those of TrueType."""
        return isinstance(self.outlines, Converted)


@lru_cache(maxsize=6)
def _source(face: Installed) -> _Source:
    with opened(face.path, face.index) as font:
        own = "glyf" in font.reader.tables
        wanted = ("head", "hhea", "hmtx", "maxp", "OS/2", *(_HINTS if own else ()))
        tables = {tag: font.reader[tag] for tag in wanted if tag in font.reader.tables}
        names = font["name"]
        names.names = [record for record in names.names if record.nameID in _NAMES]
        tables["name"] = names.compile(font)
        return _Source(
            tables,
            lookup(font.reader["cmap"]) or _slowly(font),
            Outlines(face.path, font) if own else Converted(font),
            embedding_of(font["OS/2"].fsType if "OS/2" in font else 0),
        )


def _slowly(font: TTFont) -> Lookup:
    """For maps of unusual formats."""
    known = {code: font.getGlyphID(name) for code, name in (font.getBestCmap() or {}).items()}
    return lambda code: known.get(code, 0)


def _advances(source: _Source, drawn: Mapping[int, Outline]) -> list[tuple[int, int]]:
    """Advance and left side bearing of each glyph; an outline that was turned into another begins at its own edge."""
    (count,) = struct.unpack_from(">H", source.tables["hhea"], 34)
    data = source.tables["hmtx"]
    found = []
    for glyph, outline in drawn.items():
        advance, bearing = struct.unpack_from(">Hh", data, 4 * min(glyph, count - 1))
        if source.converted:
            bearing = outline.box[0] if outline.box else 0
        elif glyph >= count:
            at = 4 * count + 2 * (glyph - count)
            bearing = struct.unpack_from(">h", data, at)[0] if at + 2 <= len(data) else 0
        found.append((advance, bearing))
    return found


def _reach(drawn: Mapping[int, Outline], advances: Collection[tuple[int, int]]) -> tuple[int, int, int, int]:
    """Font units of ink above and below the baseline, before the place of a glyph and after its advance."""
    boxes = [
        (box, advance, bearing)
        for outline, (advance, bearing) in zip(drawn.values(), advances, strict=True)
        if (box := outline.box)
    ]
    return (
        max((box[3] for box, _, _ in boxes), default=0),
        max((-box[1] for box, _, _ in boxes), default=0),
        max((-bearing for _, _, bearing in boxes), default=0),
        max((bearing + box[2] - box[0] - advance for box, advance, bearing in boxes), default=0),
    )


def _glyphs(
    drawn: Mapping[int, Outline], new: Mapping[int, int], advances: Collection[tuple[int, int]]
) -> dict[str, bytes]:
    places, glyf = [0], bytearray()
    for outline in drawn.values():
        glyf += outline.renumbered(new)
        glyf += bytes(-len(glyf) % 4)
        places.append(len(glyf))
    return {
        "glyf": bytes(glyf) or b"\0",
        "loca": struct.pack(f">{len(places)}L", *places),
        "hmtx": b"".join(struct.pack(">Hh", *one) for one in advances),
    }


def _head(source: _Source, drawn: Mapping[int, Outline]) -> bytes:
    data = bytearray(source.tables["head"])
    boxes = [box for outline in drawn.values() if (box := outline.box)] or [(0, 0, 0, 0)]
    edges = min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
    struct.pack_into(">4h", data, 36, *edges)
    struct.pack_into(">h", data, 50, _LONG_PLACES)
    return bytes(data)


def _hhea(source: _Source, advances: Collection[tuple[int, int]], reach: tuple[int, int, int, int]) -> bytes:
    data = bytearray(source.tables["hhea"])
    _, _, before, after = reach
    widest = max(advance for advance, _ in advances)
    struct.pack_into(">H3h", data, 10, widest, -before, -after, min(widest + max(after, 0), 0x7FFF))
    struct.pack_into(">H", data, 34, len(advances))
    return bytes(data)


def _maxp(source: _Source, drawn: Mapping[int, Outline]) -> bytes:
    if not source.converted:
        data = bytearray(source.tables["maxp"])
        struct.pack_into(">H", data, 4, len(drawn))
        return bytes(data)
    contours = [struct.unpack_from(">h", outline.data)[0] for outline in drawn.values() if outline.data]
    points = [
        struct.unpack_from(">H", outline.data, 8 + 2 * count)[0] + 1
        for outline, count in zip((one for one in drawn.values() if one.data), contours, strict=True)
    ]
    most = max(points, default=0), max(contours, default=0)
    return struct.pack(">L14H", 0x00010000, len(drawn), *most, 0, 0, 1, *(0,) * 8)


def _file(tables: Mapping[str, bytes]) -> bytes:
    from fontTools.ttLib.sfnt import SFNTWriter

    target = io.BytesIO()
    writer = SFNTWriter(target, len(tables), _TRUETYPE)
    for tag in sorted(tables):
        writer[tag] = tables[tag]
    writer.close()
    return target.getvalue()
