"""A docx as bytes comes in, its parts by name go out, and the other way."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

Parts = dict[str, bytes]
TYPES = "[Content_Types].xml"


def read(data: bytes) -> Parts:
    """The parts of a docx, directories left out."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist() if not name.endswith("/")}


def write(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A docx of parts, in their order."""
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", method) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return result.getvalue()


def is_xml(name: str) -> bool:
    """Whether a part of that name is XML."""
    return name.endswith((".xml", ".rels"))
