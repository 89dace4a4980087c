"""The parts of a package as the ledger sees them: name → bytes, with relationships resolved."""

from __future__ import annotations

import hashlib
import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from lxml import etree

from gwformat.ooxml.names import M, R, W
from gwformat.values import dataclass

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True)
_OTHER_ENCODING = re.compile(rb"""\s*<\?xml[^>]{0,99}encoding\s*=\s*["'](?!utf-?(?:8|16)["'])""", re.IGNORECASE)
_TAG = 8  # bytes at the beginning of a part, of the declaration or of its first tag
_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = (
    (_STRICT + b"wordprocessingml/main", W.encode()),
    (_STRICT + b"officeDocument/relationships", R.encode()),
    (_STRICT + b"officeDocument/math", M.encode()),
    (_STRICT + b"drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)


@dataclass(frozen=True, slots=True)
class Relationship:
    """One arrow out of a part: last word of its type, target part or address."""

    kind: str
    target: str
    external: bool


class _Zip(Mapping[str, bytes]):
    """The entries of a zip, unpacked when asked for: styles, fonts and themes never are."""

    def __init__(self, package: zipfile.ZipFile) -> None:
        self._package = package
        self._names = dict.fromkeys(package.namelist())

    def __getitem__(self, name: str) -> bytes:
        return self._package.read(name)

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


class Parts:
    """A package's parts. Reads its own zip and parses its own XML, so that a reader's mistake cannot hide here."""

    def __init__(self, content: Mapping[str, bytes]) -> None:
        self._content = content
        self._folded = {name.casefold(): name for name in content}
        self._arrows: dict[str, dict[str, Relationship]] = {}
        starts = self.relationships("").values()
        self.main = next((start.target for start in starts if start.kind == "officeDocument"), "word/document.xml")

    @classmethod
    def of_zip(cls, data: bytes) -> Parts:
        """The parts of a docx held in memory."""
        return cls(_Zip(zipfile.ZipFile(io.BytesIO(data))))

    def get(self, name: str) -> bytes | None:
        """The bytes of a part; names are compared as OPC does, without regard to case."""
        spelled = name if name in self._content else self._folded.get(name.casefold())
        return self._content[spelled] if spelled is not None else None

    def root(self, name: str) -> etree._Element | None:
        """The parsed part, Strict names turned into Transitional ones; None if it is missing or not XML."""
        data = self.get(name)
        if data is None:
            return None
        if _STRICT in data:
            for strict, transitional in _TRANSITIONAL:
                data = data.replace(strict, transitional)
        try:
            return etree.fromstring(data, _PARSER)
        except etree.XMLSyntaxError:
            return None

    def relationships(self, part: str) -> dict[str, Relationship]:
        """The relationships of `part` by id; "" stands for the package."""
        if part not in self._arrows:
            self._arrows[part] = self._read_relationships(part)
        return self._arrows[part]

    def _read_relationships(self, part: str) -> dict[str, Relationship]:
        folder, _, name = part.rpartition("/")
        root = self.root(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, Relationship] = {}
        for arrow in root if root is not None else ():
            external = arrow.get("TargetMode") == "External"
            target = arrow.get("Target", "")
            target = target if external else target.partition("#")[0]
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
            found[arrow.get("Id", "")] = Relationship(arrow.get("Type", "").rpartition("/")[2], target, external)
        return found

    def mentions(self, name: str, word: str) -> bool:
        """Whether a part has an ASCII word, in whatever encoding it is."""
        data = self.get(name) or b""
        if word.encode() in data or _OTHER_ENCODING.match(data) is not None:
            return True
        wide = b"\0" in data[:_TAG]  # in UTF-16 every second byte of a tag is zero
        return wide and word.encode("utf-16-le") in data

    def digest(self, name: str) -> str:
        """What a part says, as a hash: of the words if it is XML (its serialisation may differ), else of the bytes."""
        data = self.get(name)
        if data is None:
            return "missing"
        root = self.root(name) if name.endswith(".xml") else None
        if root is not None:
            words = (str(text) for text in root.itertext())
            data = "\x1f".join(text for text in words if text.strip()).encode()
        return hashlib.sha256(data).hexdigest()

    def macros(self) -> int:
        """How many macro projects the package holds."""
        return sum(name.casefold().endswith("vbaproject.bin") for name in self._content)
