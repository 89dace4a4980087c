"""The bytes of an ICC colour profile come in; the same without the words in it go out.

ICC.1 7.2 and 7.3: a header of 128 bytes, a table of tags, what they stand for. Only numbers are needed to show colours.
"""

from __future__ import annotations

import struct

_HEADER, _ENTRY = 128, 12
_UNNEEDED = (slice(4, 8), slice(48, 56), slice(80, 128))  # who made it, for which device, reserved
_NUMBERS = frozenset(
    (
        b"rXYZ", b"gXYZ", b"bXYZ", b"wtpt", b"bkpt", b"rTRC", b"gTRC", b"bTRC", b"kTRC", b"chad", b"chrm", b"lumi",
        b"meas", b"view", b"A2B0", b"A2B1", b"A2B2", b"B2A0", b"B2A1", b"B2A2", b"gamt", b"cicp", b"D2B0", b"B2D0",
    )
)  # fmt: skip
_MOST_TAGS = 256


def without_words(profile: bytes) -> bytes:
    """The profile with zeros wherever no tag of numbers stands; nothing but zeros if it is none."""
    if len(profile) < _HEADER + 4 or profile[36:40] != b"acsp":
        return bytes(len(profile))
    plain = bytearray(len(profile))
    (count,) = struct.unpack_from(">I", profile, _HEADER)
    end = _HEADER + 4 + _ENTRY * count
    if count > _MOST_TAGS or end > len(profile):
        return bytes(len(profile))
    plain[:end] = profile[:end]
    for unneeded in _UNNEEDED:
        plain[unneeded] = bytes(unneeded.stop - unneeded.start)
    for number in range(count):
        name, start, size = struct.unpack_from(">4sII", profile, _HEADER + 4 + _ENTRY * number)
        kept = size if name in _NUMBERS else 8  # of words, that they are words
        plain[start : start + kept] = profile[start : start + min(kept, max(0, len(profile) - start))]
    return bytes(plain)
