"""Zip bytes in, parts by name out (within limits, attacks refused), and parts to reproducible zip bytes."""

from __future__ import annotations

import io
import itertools
import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from gwformat.errors import InputUnreadable, is_folder, reason_of
from gwformat.ooxml.members import Member, compressed, content_of, stored_bytes, write_members
from gwformat.ooxml.recurring import recurs, unpacked
from gwformat.ooxml.sniff import refusal
from gwformat.text.names import file_meant, is_lock

MAX_FILE_BYTES = 128 * 1024 * 1024
MAX_TOTAL_BYTES = 160 * 1024 * 1024
MAX_ENTRIES = 4096
# Deflate reaches 1000:1 on empty content. Word's own XML stays under 60:1; small parts may exceed it harmlessly.
MAX_RATIO = 150
RATIO_MATTERS_FROM = 4 * 1024 * 1024

CONTENT_TYPES_PART = "[Content_Types].xml"
_MOST_KEPT = 1024 * 1024  # bytes of a part that is not packed or unpacked again for the next file
_TRASH = "[trash]/"  # space Word reserves while saving; never content
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_COMPRESSED_MEDIA = (".png", ".jpg", ".jpeg", ".gif", ".docx", ".xlsx", ".pptx", ".odttf", ".mp4")
Packed = Mapping[str, tuple[bytes, Member]]
"""Parts as a zip had them: what they said, and their compressed form."""
_RESAVE = "请用 Word 或 WPS 打开，另存为新的 .docx 文件后再试"
_SUSPECT = "可能是恶意文件，请核实文件来源"
_LOCK_BYTES = 1024  # Word writes 162, LibreOffice a line; a document that somebody called “~$通知.docx” has more
_NOT_A_LOCK = "请选择名称里没有“~$”的那一份"
_MOST_BESIDE = 2000  # names looked at for one that was meant


def read_file(path: Path, most: int | None = None) -> bytes:
    """The bytes of a file, or the first `most` of them.

    `InputUnreadable` if it is missing, a directory, not permitted, too large, or a pipe or device: these can be read
    once only, and some have no end.
    """
    try:
        said = path.stat()
        if not stat.S_ISREG(said.st_mode) and not stat.S_ISDIR(said.st_mode):
            raise InputUnreadable(f"“{path}”不是普通文件，是管道或者设备", "请先存成文件再处理")
        if said.st_size > MAX_FILE_BYTES:
            raise InputUnreadable(f"文件超过 {MAX_FILE_BYTES >> 20} MB", "请压缩文中图片或把文档拆成几份")
        if is_lock(path.name) and said.st_size <= _LOCK_BYTES:
            raise InputUnreadable(f"“{path}”不是文稿，是文稿打开着的时候 Word、WPS 留下的临时文件", _NOT_A_LOCK)
        with path.open("rb") as file:
            return file.read(-1 if most is None else most)
    except FileNotFoundError as error:
        raise InputUnreadable(f"找不到文件“{path}”", _where_instead(path)) from error
    except OSError as error:
        # For Windows, reading a folder is a question of permission.
        if isinstance(error, IsADirectoryError | PermissionError) and is_folder(path):
            advice = "请指定其中的文件，或用 batch 处理整个文件夹"
            raise InputUnreadable(f"“{path}”是文件夹，不是文件", advice) from error
        raise InputUnreadable(
            f"无法读取文件“{path}”（{reason_of(error)}）", "请检查权限，并关闭正在使用它的程序"
        ) from error


def _where_instead(path: Path) -> str:
    """What to do about a file that is not there."""
    if str(path) == "-":
        return "程序不从标准输入读，请写文件名"
    if any(sign in path.name for sign in "*?"):
        return "这里没有文件合于这个通配符，请检查路径和文件名"
    try:
        if path.is_symlink():
            return "这是一个链接，它所指的文件不在那里"
        if not path.parent.is_dir():
            return f"没有“{path.parent}”这个文件夹，请检查路径"
        # The shares of large offices hold many thousand files in a folder; looking at them all takes long.
        beside = [entry.name for entry in itertools.islice(path.parent.iterdir(), _MOST_BESIDE)]
    except OSError:
        return "请检查路径和文件名"
    return f"{file_meant(path.name, beside)}请检查路径和文件名"


def unpack(data: bytes, again: str = _RESAVE) -> tuple[dict[str, bytes], Packed]:
    """The parts in zip order and how they were packed; names have no leading slash, directories are left out.

    `again`: how the user comes by a whole file, said where one is damaged.
    """
    if data.count(b"PK\x01\x02") > MAX_ENTRIES:
        raise InputUnreadable(f"压缩包内的文件超过 {MAX_ENTRIES} 个", _SUSPECT)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = list(_parts(data, archive, again))
    except zipfile.BadZipFile as error:
        raise refusal(data) from error
    except (zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
        raise InputUnreadable("文件的压缩数据已损坏", again) from error
    packed = {name: (content, member) for name, content, member in found if member is not None}
    return {name: content for name, content, _ in found}, packed


def _parts(data: bytes, archive: zipfile.ZipFile, again: str) -> Iterator[tuple[str, bytes, Member | None]]:
    infos = [(name, info) for info in archive.infolist() if (name := _name(info)) and not name.startswith(_TRASH)]
    _check_sizes([info for _, info in infos])
    seen: set[str] = set()
    for name, info in infos:
        _check_entry(name, info, again)
        if name in seen:
            raise InputUnreadable(f"压缩包内有两个同名文件 {name}", _SUSPECT)
        seen.add(name)
        try:
            # Nothing is inflated beyond the declared size, which has been checked; a false one fails the checksum.
            yield name, *_content(name, stored_bytes(data, info), info)
        except zipfile.BadZipFile as error:
            raise InputUnreadable(f"文件已损坏：{name} 校验不符", again) from error


def _content(name: str, stored: bytes, info: zipfile.ZipInfo) -> tuple[bytes, Member | None]:
    """The content of a member and its deflated form; one of a template was inflated with the file before this one."""
    said = stored, info.compress_type, info.CRC, info.file_size
    if recurs(name) and info.file_size <= _MOST_KEPT:
        return unpacked(said, lambda: content_of(*said))
    return content_of(*said)


def _name(info: zipfile.ZipInfo) -> str:
    """The part name; names written without the UTF-8 flag are UTF-8 or GBK in practice. "" for a directory."""
    # ZipFile turns the separator of the running system into "/", and cuts at NUL; the original name shows attacks.
    name = info.orig_filename
    if not info.flag_bits & 0x800 and not name.isascii():
        raw = name.encode("cp437")
        try:
            name = raw.decode("utf-8")
        except UnicodeDecodeError:
            name = raw.decode("gb18030", "replace")
    return "" if name.endswith("/") and not info.file_size else name


def _check_sizes(infos: list[zipfile.ZipInfo]) -> None:
    if len(infos) > MAX_ENTRIES:
        raise InputUnreadable(f"压缩包内的文件超过 {MAX_ENTRIES} 个", _SUSPECT)
    if sum(info.file_size for info in infos) > MAX_TOTAL_BYTES:
        raise InputUnreadable(
            f"文件解压后超过 {MAX_TOTAL_BYTES >> 20} MB", "请压缩文中图片；若文件本身很小，" + _SUSPECT
        )
    for info in infos:
        if info.file_size > RATIO_MATTERS_FROM and info.file_size > MAX_RATIO * info.compress_size:
            raise InputUnreadable(f"文件的压缩比异常（{info.orig_filename} 超过 {MAX_RATIO}:1）", _SUSPECT)


def _check_entry(name: str, info: zipfile.ZipInfo, again: str) -> None:
    if info.flag_bits & 0x1:
        raise InputUnreadable("文件是加密的压缩包", "请先解密，取得不带密码的文件")
    if name.startswith("/") or "\\" in name or "\0" in name or ".." in name.split("/") or ":" in name.split("/")[0]:
        raise InputUnreadable(f"压缩包内有越界的路径 {name!r}", _SUSPECT)
    if info.compress_type not in _METHODS:
        raise InputUnreadable(f"压缩包内的 {name} 用了不支持的压缩方法", again)


def pack(parts: Mapping[str, bytes], packed: Packed) -> bytes:
    """The zip with fixed times and content types first; parts that are still as `packed` are not compressed again."""
    names = sorted(parts, key=lambda name: name != CONTENT_TYPES_PART)
    return write_members((name, _member(name, parts[name], packed)) for name in names)


def _member(name: str, content: bytes, packed: Packed) -> Member:
    known = packed.get(name)
    if known is not None and known[0] == content:
        return known[1]
    if name.lower().endswith(_COMPRESSED_MEDIA):
        return compressed(content, zipfile.ZIP_STORED)
    once = compressed_once if recurs(name) and len(content) <= _MOST_KEPT else compressed
    return once(content, zipfile.ZIP_DEFLATED)


# Styles, settings and footers come out the same from file to file.
compressed_once = lru_cache(maxsize=64)(compressed)
