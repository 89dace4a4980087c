"""A binary Word document (.doc, .wps, .dot, .wpt) in, its words out: main text, notes, headers, boxes, comments.

The text stands in the stream WordDocument in pieces; a table of pieces in the table stream says in which order, and
whether a piece has one byte a character or two. Nothing else of the format is read, so that this is a second way to
the words beside LibreOffice's.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import olefile

_TEXTS = ("WordDocument", "CONTENTS", "MN0")  # of Word and WPS Writer; of Works
_FLAGS = struct.Struct("<HH6xH")  # magic number, version, flags
_MAGIC = 0xA5EC
_FIRST_WITH_PIECES = 0xC1  # Word 97
_ENCRYPTED, _WHICH_TABLE = 0x0100, 0x0200
_LENGTHS_AT = 0x4C  # characters of the main text, and then of the other stories
_CLX_AT = 0x01A2
_PIECES, _FORMATTING = 2, 1
_ONE_BYTE = 1 << 30
_FIELD, _RESULT, _FIELD_END = "\x13", "\x14", "\x15"
_MARKS = re.compile(f"([{_FIELD}{_RESULT}{_FIELD_END}])")
_ENDS = re.compile("[\r\x07\x0c\x0e]")


class Unreadable(Exception):
    """This reader does not know the file; `args[0]` says why, in Chinese."""


def doc_paragraphs(path: Path) -> Iterator[str]:
    """The paragraphs of all stories; raises `Unreadable` for what is older than Word 97, encrypted or damaged."""
    try:
        text = _text(path)
    except (OSError, struct.error, ValueError, IndexError) as error:
        raise Unreadable("文件的结构不完整") from error
    yield from _ENDS.split(_seen(text))


def _seen(text: str) -> str:
    """The text without what fields are made of: of each, which may stand in another, only its result is seen."""
    found: list[str] = []
    opened: list[tuple[int, bool]] = []  # where a field starts, and whether its result has begun
    for piece in _MARKS.split(text):
        start, is_shown = opened[-1] if opened else (0, False)
        if piece == _FIELD:
            opened.append((len(found), False))
        elif piece == _RESULT and opened and not is_shown:
            opened[-1] = start, True
            found[start:] = ["".join(found[start:])]
        elif piece == _FIELD_END and opened:
            opened.pop()
            if is_shown:
                found[start] = found[start + 1] = ""
            else:
                del found[start:]
            continue
        found.append(piece)
    return "".join(found)


def is_encrypted(path: Path) -> bool:
    """Whether the document has a password; False for what is older than this reader knows.

    Raises `Unreadable` if the file holds no text at all, so that nobody takes its bytes for words.
    """
    try:
        with olefile.OleFileIO(str(path)) as file:
            if not any(file.exists(name) for name in _TEXTS):
                raise Unreadable("其中没有文字文档")
            main = file.openstream(_TEXTS[0]).read(_FLAGS.size) if file.exists(_TEXTS[0]) else b""
    except (OSError, struct.error, ValueError, IndexError) as error:
        raise Unreadable("文件不完整") from error
    if len(main) < _FLAGS.size:
        return False
    magic, _, flags = _FLAGS.unpack(main)
    return magic == _MAGIC and bool(flags & _ENCRYPTED)


def _text(path: Path) -> str:
    with olefile.OleFileIO(str(path)) as file:
        if not file.exists(_TEXTS[0]):
            raise Unreadable("不是 Word 97 以后的二进制文档")
        main = file.openstream(_TEXTS[0]).read()
        magic, version, flags = _FLAGS.unpack_from(main)
        if magic != _MAGIC or version < _FIRST_WITH_PIECES:
            raise Unreadable("是 Word 97 以前的文档")
        if flags & _ENCRYPTED:
            raise Unreadable("文件已加密")
        table = file.openstream("1Table" if flags & _WHICH_TABLE else "0Table").read()
    start, size = struct.unpack_from("<II", main, _CLX_AT)
    length = sum(struct.unpack_from("<8I", main, _LENGTHS_AT))
    return "".join(_pieces(main, table[start : start + size]))[:length]


def _pieces(main: bytes, clx: bytes) -> Iterator[str]:
    at = 0
    while clx[at] == _FORMATTING:
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if clx[at] != _PIECES:
        raise ValueError
    size = struct.unpack_from("<I", clx, at + 1)[0]
    count = (size - 4) // 12
    ends = struct.unpack_from(f"<{count + 1}I", clx, at + 5)
    descriptions = at + 5 + 4 * (count + 1)
    if sum(max(0, end - start) for start, end in pairwise(ends)) > len(main):
        raise ValueError  # pieces that say the same bytes over and over
    for number in range(count):
        place = struct.unpack_from("<I", clx, descriptions + 8 * number + 2)[0]
        length = ends[number + 1] - ends[number]
        if place & _ONE_BYTE:
            place = (place & ~_ONE_BYTE) // 2
            yield main[place : place + length].decode("cp1252", "replace")
        else:
            yield main[place : place + 2 * length].decode("utf-16-le", "replace")
