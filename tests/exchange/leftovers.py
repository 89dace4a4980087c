"""A docx comes in; where a secret is still in its bytes goes out: every part, archives inside, UTF-8 and UTF-16."""

from __future__ import annotations

import contextlib
import io
import zipfile
import zlib
from collections.abc import Iterator

_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")


def leftovers(data: bytes, secret: str, where: str = "") -> Iterator[str]:
    """The names of the parts (and archives in them) in which `secret` stands, in whatever encoding."""
    spelled = [secret.encode(encoding) for encoding in _ENCODINGS]
    spelled.append("".join(f"&#{ord(char)};" for char in secret).encode())
    if not zipfile.is_zipfile(io.BytesIO(data)):
        if any(spelling in data for spelling in spelled) or any(s in _inflated(data) for s in spelled):
            yield where
        return
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if any(spelling in package.comment for spelling in spelled):
            yield f"{where}（压缩包的注释）"
        for info in package.infolist():
            if any(spelling in info.filename.encode() + info.comment + info.extra for spelling in spelled):
                yield f"{where}/{info.filename}（名称）"
            yield from leftovers(package.read(info), secret, f"{where}/{info.filename}")


def _inflated(data: bytes) -> bytes:
    """What is compressed in the texts and colour profiles of a PNG."""
    found = b""
    for name in (b"zTXt", b"iCCP"):
        at = data.find(name)
        if at >= 0:
            with contextlib.suppress(ValueError, zlib.error):
                found += zlib.decompressobj().decompress(data[data.index(b"\0", at) + 2 :])
    return found
