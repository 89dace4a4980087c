"""Files with their names come in, one after the other; the package goes out, the same for the same files."""

from __future__ import annotations

import hashlib
import io
import zipfile

_DATE = (1980, 1, 1, 0, 0, 0)  # the first one a ZIP can say
_PACKED = (".png", ".jpg")  # packed already


class Package:
    """A package that grows; files of one name are one file."""

    def __init__(self) -> None:
        self._files: dict[str, bytes] = {}

    @property
    def identity(self) -> str:
        """32 hexadecimal digits that stand for what is in it so far."""
        digest = hashlib.sha256()
        for name, data in self._files.items():
            digest.update(name.encode() + b"\0" + data)
        return digest.hexdigest()[:32]

    def put(self, name: str, content: str | bytes) -> None:
        """Add a file."""
        self._files[name] = content.encode() if isinstance(content, str) else content

    def closed(self, first: str) -> bytes:
        """The whole; programs that look at the beginning of a file tell by its `first` one what it is."""
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            for name in (first, *(name for name in self._files if name != first)):
                archive.writestr(_entry(name), self._files[name])
        return target.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _DATE)
    info.create_system = 3  # the same on every system
    info.external_attr = 0o644 << 16
    info.compress_type = zipfile.ZIP_STORED if name.endswith(_PACKED) else zipfile.ZIP_DEFLATED
    return info
