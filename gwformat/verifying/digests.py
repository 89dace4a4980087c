"""The name or identifier of a hash function and bytes come in; the digest goes out."""

from __future__ import annotations

import hashlib

SM3 = "sm3"
_NAMES = {
    "1.2.156.10197.1.401": SM3,
    "1.2.840.113549.2.5": "md5",
    "1.3.14.3.2.26": "sha1",
    "2.16.840.1.101.3.4.2.1": "sha256",
    "2.16.840.1.101.3.4.2.2": "sha384",
    "2.16.840.1.101.3.4.2.3": "sha512",
}


class UnknownDigest(ValueError):
    """A hash function that is not known, or that this computer does not have."""

    def __init__(self, method: str) -> None:
        super().__init__(method)
        self.method = method


def digest(method: str, data: bytes) -> bytes:
    """The digest of the data; `method` as files name it: SM3, MD5, SHA-256, 1.2.156.10197.1.401; `UnknownDigest`."""
    name = _NAMES.get(method.strip(), method.strip().lower().replace("-", ""))
    if name not in _NAMES.values():
        raise UnknownDigest(method)
    try:
        return hashlib.new(name, data, usedforsecurity=False).digest()  # to compare with what somebody else wrote
    except ValueError:  # hashlib has what OpenSSL has
        raise UnknownDigest(name.upper()) from None


def sm3(data: bytes) -> bytes:
    """The digest of GB/T 32905-2016, 32 bytes."""
    return digest(SM3, data)
