"""A font file comes in, the obfuscated form a docx holds goes out with its key (ECMA-376-1 17.8.1)."""

from __future__ import annotations

import hashlib
import uuid

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
EXTENSION = "odttf"
_HIDDEN = 32  # bytes at the beginning


def key_of(data: bytes) -> str:
    """A key made of the font itself, so that the same file always gives the same docx."""
    return f"{{{uuid.UUID(bytes=hashlib.sha256(data).digest()[:16], version=5)}}}".upper()


def obfuscate(data: bytes, key: str) -> bytes:
    """Hide or reveal the first bytes: the key backwards, twice over."""
    mask = bytes.fromhex(key.strip("{}").replace("-", ""))[::-1] * 2
    return bytes(a ^ b for a, b in zip(data[:_HIDDEN], mask, strict=False)) + data[_HIDDEN:]
