"""The encoding of text without a declaration: bytes come in, the name of a codec comes out."""

from __future__ import annotations

import codecs

from gwformat.expressions import expression

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SAMPLE = 64 * 1024  # bytes that decide between encodings; even, so that UTF-16 is not cut
_CONTROL = expression("[\x00-\x08\x0e-\x1f\x7f\ufffd-\uffff]")
# So many valid three-byte sequences in a row do not occur in GB18030 text by chance.
_SURELY_UTF8 = 8
# Common words stand in the first half of either set: 0xD7 ends level 1 of GB 2312, before which marks, other alphabets
# and the lines of drawn tables stand; 0xC6 ends level 1 of Big5. Chinese read with the wrong one of the two lies
# everywhere; traditional Chinese in GBK has bytes that are none of Big5.
_COMMON_GB = frozenset((*range(0xA1, 0xAA), *range(0xB0, 0xD8)))
_GB_2312 = 0xA1  # the least second byte
_COMMON_BIG5 = 0xC6
_MOSTLY, _NEARLY_ALL = 0.75, 0.95
_FEW = 8  # characters that prove nothing


def detect(data: bytes) -> tuple[str, int]:
    """The Python codec for `data` (UTF-8, UTF-16, GB18030 or Big5) and the length of its byte order mark.

    Damaged and binary data get the likeliest codec; decoding with it then says where the damage is.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return encoding, len(bom)
    if b"\0" in data[:_SAMPLE]:
        return max(("utf-16-le", "utf-16-be"), key=lambda encoding: plausibility(data, encoding)), 0
    end = _end_of_utf8(data)
    valid = data[:end].decode("utf-8")
    # Two-byte sequences prove nothing: 通知 in GB18030 is valid UTF-8 too.
    if (end == len(data) and valid.isascii()) or sum(char > "\u07ff" for char in valid) >= _SURELY_UTF8:
        return "utf-8", 0
    candidates = ["utf-8"] if end == len(data) else []
    candidates += ["gb18030", "utf-16-le", "utf-16-be"] if len(data) % 2 == 0 else ["gb18030"]
    likeliest = max(candidates, key=lambda encoding: plausibility(data, encoding))
    return "cp950" if likeliest != "utf-8" and _is_big5(data[:_SAMPLE]) else likeliest, 0


def plausibility(data: bytes, encoding: str) -> float:
    """The share of characters that a Chinese draft would use: ASCII and the GB2312 repertoire."""
    text = codecs.getincrementaldecoder(encoding)("replace").decode(data[:_SAMPLE])
    return len(_CONTROL.sub("", text).encode("gb2312", "ignore").decode("gb2312")) / max(1, len(text))


def _is_big5(data: bytes) -> bool:
    try:
        text = codecs.getincrementaldecoder("cp950")().decode(data)
    except UnicodeDecodeError:
        return False
    leads = [char.encode("cp950")[0] for char in text if not char.isascii()]
    if len(leads) < _FEW or sum(lead <= _COMMON_BIG5 for lead in leads) < _NEARLY_ALL * len(leads):
        return False
    other = [char.encode("gb18030") for char in data.decode("gb18030", "replace") if not char.isascii()]
    common = sum(char[0] in _COMMON_GB and char[1] >= _GB_2312 for char in other)
    return common < _MOSTLY * len(other)


def _end_of_utf8(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return len(data)
