"""The words of a text draft come in; the same words in another encoding or with other line ends go out as bytes."""

from __future__ import annotations

import codecs
from collections.abc import Callable


def _encoded(name: str, mark: bytes = b"") -> Callable[[str], bytes | None]:
    def encode(text: str) -> bytes | None:
        try:
            return mark + text.encode(name)
        except UnicodeEncodeError:
            return None  # it lacks a character of the draft

    return encode


TEXTS: dict[str, Callable[[str], bytes | None]] = {
    "带标记": _encoded("utf-8", codecs.BOM_UTF8),
    "GBK": _encoded("gbk"),
    "GB18030": _encoded("gb18030"),
    "UTF-16LE": _encoded("utf-16-le", codecs.BOM_UTF16_LE),
    "UTF-16BE": _encoded("utf-16-be", codecs.BOM_UTF16_BE),
    "无标记的UTF-16": _encoded("utf-16-le"),
    "回车换行": lambda text: text.replace("\n", "\r\n").encode(),
    "回车": lambda text: text.replace("\n", "\r").encode(),
    "行分隔符": lambda text: text.replace("\n", "\u2028").encode(),
    "文末无换行": lambda text: text.rstrip("\n").encode(),
    "文末多换行": lambda text: f"{text}\n\n\x1a".encode(),
}
"""The ways of writing words down, by the name the report gives them; None where a draft cannot be written so."""


def words_of(data: bytes) -> str:
    """The words of a draft in UTF-8 or GB18030, its lines ended as on Unix."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030")
    return text.replace("\r\n", "\n")
