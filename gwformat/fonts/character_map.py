"""The character map of a font file (OpenType `cmap`) comes in, glyph numbers of characters go out – and back again.

Only what is asked for is read: the map of a large Chinese face has tens of thousands of characters.
"""

from __future__ import annotations

import struct
import sys
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping

Lookup = Callable[[int], int]
"""From a code point to the number of its glyph, 0 if there is none."""

# Platform and encoding of maps from Unicode, the richest first.
_UNICODE = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))
_FORMAT4, _FORMAT12 = 4, 12
_LAST = 0xFFFF


def lookup(table: bytes) -> Lookup | None:
    """What finds glyphs; None if the table has no map from Unicode in one of the two usual formats."""
    (count,) = struct.unpack_from(">H", table, 2)
    places = {record[:2]: record[2] for record in struct.iter_unpack(">HHL", table[4 : 4 + 8 * count])}
    for wanted in _UNICODE:
        if wanted in places:
            at = places[wanted]
            (form,) = struct.unpack_from(">H", table, at)
            if form == _FORMAT12:
                return _lookup12(table, at)
            if form == _FORMAT4:
                return _lookup4(table, at)
    return None


def numbers(kind: str, data: bytes) -> array[int]:
    """The whole numbers of a table, which has the greatest digits first; `kind` is `H` or `I`."""
    found = array(kind, data[: len(data) // array(kind).itemsize * array(kind).itemsize])
    if sys.byteorder == "little":
        found.byteswap()
    return found


def _lookup12(table: bytes, at: int) -> Lookup:
    (count,) = struct.unpack_from(">L", table, at + 12)
    groups = numbers("I", table[at + 16 : at + 16 + 12 * count])
    starts, ends, glyphs = groups[0::3], groups[1::3], groups[2::3]

    def found(code: int) -> int:
        place = bisect_right(starts, code) - 1
        return glyphs[place] + code - starts[place] if place >= 0 and code <= ends[place] else 0

    return found


def _lookup4(table: bytes, at: int) -> Lookup:
    length, _, doubled = struct.unpack_from(">HHH", table, at + 2)
    words = numbers("H", table[at + 14 : at + max(length, 14) // 2 * 2])
    count = doubled // 2
    ends, starts = words[:count], words[count + 1 : 2 * count + 1]
    deltas, offsets = words[2 * count + 1 : 3 * count + 1], words[3 * count + 1 : 4 * count + 1]

    def found(code: int) -> int:
        place = bisect_left(ends, code)
        if code > _LAST or place >= count or code < starts[place]:
            return 0
        if not offsets[place]:
            return (code + deltas[place]) & _LAST
        index = 3 * count + 1 + place + offsets[place] // 2 + code - starts[place]
        glyph = words[index] if index < len(words) else 0
        return (glyph + deltas[place]) & _LAST if glyph else 0

    return found


def table_of(glyphs: Mapping[int, int]) -> bytes:
    """A character map with these code points: format 4 for those of the basic plane, 12 for all if there are others."""
    maps = [((3, 1), _format4({code: glyph for code, glyph in glyphs.items() if code < _LAST}))]
    if any(code > _LAST for code in glyphs):
        maps.append(((3, 10), _format12(glyphs)))
    at = 4 + 8 * len(maps)
    records, data = b"", b""
    for (platform, encoding), table in maps:
        records += struct.pack(">HHL", platform, encoding, at + len(data))
        data += table
    return struct.pack(">HH", 0, len(maps)) + records + data


def _runs(glyphs: Mapping[int, int]) -> Iterator[tuple[int, int, int]]:
    """First and last code and first glyph of each stretch in which both go up by one."""
    first = last = start = -1
    for code in sorted(glyphs):
        if first >= 0 and code == last + 1 and glyphs[code] == start + code - first:
            last = code
            continue
        if first >= 0:
            yield first, last, start
        first, last, start = code, code, glyphs[code]
    if first >= 0:
        yield first, last, start


def _format4(glyphs: Mapping[int, int]) -> bytes:
    runs = [*_runs(glyphs), (_LAST, _LAST, 0)]
    count = len(runs)
    power = count.bit_length() - 1
    search = 2 << power
    columns = (
        [last for _, last, _ in runs],
        [0],
        [first for first, _, _ in runs],
        [(glyph - first) & _LAST for first, _, glyph in runs[:-1]] + [1],
        [0] * count,
    )
    words = [word for column in columns for word in column]
    length = 14 + 2 * len(words)
    header = (_FORMAT4, length, 0, 2 * count, search, power, 2 * count - search)
    return struct.pack(f">{7 + len(words)}H", *header, *words)


def _format12(glyphs: Mapping[int, int]) -> bytes:
    runs = list(_runs(glyphs))
    header = struct.pack(">HHLLL", _FORMAT12, 0, 16 + 12 * len(runs), 0, len(runs))
    return header + b"".join(struct.pack(">LLL", *run) for run in runs)
