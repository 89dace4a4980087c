"""Bytes of a text file come in, its words and the name of its encoding come out; binary content is refused."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from gwformat.errors import InputUnreadable
from gwformat.ooxml.archive import read_file
from gwformat.text.encoding import detect, plausibility

MAX_BYTES = 50 * 1024 * 1024
MAX_LINES = 100_000
_NAMES = {"utf-8": "UTF-8", "utf-16-le": "UTF-16 LE", "utf-16-be": "UTF-16 BE", "gb18030": "GB18030", "cp950": "Big5"}
_NOT_XML = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_BINARY_SHARE = 0.01

_PLAUSIBLE = 0.9
_BINARY = "这是二进制文件，不是文本"
_NO_TEXT = "请确认选对了文件；若是 Word 文档，后缀应为 .docx"
_RESAVE = "请用编辑器打开，另存为 UTF-8 编码后再试"


class Text(NamedTuple):
    """The lines of a text file without their ends, and what the user should know about it."""

    lines: tuple[str, ...]
    losses: tuple[str, ...]
    notices: tuple[str, ...]


def read_text(path: Path) -> Text:
    """The text in `path`; `InputUnreadable` if it is missing, too large, empty, binary or damaged."""
    data = read_file(path)
    if len(data) > MAX_BYTES:
        raise InputUnreadable(f"文本文件超过 {MAX_BYTES >> 20} MB", "请拆成几份文件")
    encoding, mark = detect(data)
    if not mark and b"\0" in data and (len(data) % 2 or plausibility(data, encoding) < _PLAUSIBLE):
        raise InputUnreadable(_BINARY, _NO_TEXT)
    try:
        text = data[mark:].decode(encoding)
    except UnicodeDecodeError as error:
        raise InputUnreadable(
            f"文件第 {mark + error.start + 1} 个字节起不是有效的 {_NAMES[encoding]} 文字", _RESAVE
        ) from error
    text = text.rstrip("\x1a\f")  # the end mark of DOS editors, and page breaks with nothing after them
    losses: tuple[str, ...] = ()
    if controls := len(_NOT_XML.findall(text)):
        if controls > 1 + len(text) * _BINARY_SHARE:
            raise InputUnreadable(_BINARY, _NO_TEXT)
        text = _NOT_XML.sub("", text)
        losses = (f"{controls} 个控制字符（不可见，Word 文档不能包含）",)
    if not text.strip():
        raise InputUnreadable("文件里没有文字", "可能没有保存或下载完整，请重新取得文件")
    return Text(_lines(text), losses, (f"文件编码：{_NAMES[encoding]}{'（带 BOM）' if mark else ''}",))


def _lines(text: str) -> tuple[str, ...]:
    if len(_LINE_END.findall(text)) > MAX_LINES:
        raise InputUnreadable(f"文本超过 {MAX_LINES} 行", "公文不会有这么多行，请确认选对了文件，或拆成几份")
    lines = _LINE_END.split(text)
    return tuple(lines[:-1] if not lines[-1] else lines)
