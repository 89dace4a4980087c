"""The bytes of an OFD come in; its parts by name, their trees, and what is referred to without being there go out."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from urllib.parse import unquote

from lxml import etree

from gwformat.errors import InputUnreadable
from gwformat.ofd.names import ENTRY, NAMESPACE
from gwformat.ofd.values import Lost
from gwformat.ooxml.archive import unpack
from gwformat.ooxml.safexml import Malformed, parse
from gwformat.ooxml.sniff import ZIP

_START = 4096  # bytes: the entry mostly comes first
EXPORT_AGAIN = "请用生成它的软件重新导出 OFD。"
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
_FURTHER_ENTRIES = ("Encryptions.xml", "OFDEntries.xml")  # GM/T 0099-2020


def is_ofd(data: bytes) -> bool:
    """Whether it is a package with the entry of an OFD, or what is left of one."""
    if not data.startswith(ZIP) or ENTRY.encode() not in data:  # names stand in a zip as they are
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return ENTRY in archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return ENTRY.encode() in data[:_START]


class Package:
    """The parts of an OFD. Names are case-sensitive; what only a lenient reader finds is noted."""

    def __init__(self, data: bytes) -> None:
        """`InputUnreadable` if it is no sound package or an attack."""
        self.parts: Mapping[str, bytes] = unpack(data, EXPORT_AGAIN)[0]
        self.used: set[str] = {ENTRY, *_FURTHER_ENTRIES}
        self.lost: dict[Lost, None] = {}
        self.outside: dict[str, None] = {}
        self.damaged: dict[str, None] = {}
        self.namespaces: dict[str, str] = {}  # other than that of the standard, with the first part that has it

    @cached_property
    def _by_folded(self) -> Mapping[str, str]:
        return {name.casefold(): name for name in self.parts}

    def find(self, said: str, base: str, what: str, folder: str = "") -> str | None:
        """The part that `said` in the part `base` means (ST_Loc), in `folder` of it if it has one; noted if lost."""
        said = said.strip()
        if _ELSEWHERE.match(said):
            self.outside[said] = None
            return None
        names = dict.fromkeys((*_names(said, base, folder), *_names(said, base, "")))
        for name in names:
            if name is not None and name in self.parts:
                self.used.add(name)
                return name
        folded = (name.casefold() for name in names if name is not None)
        near = next((self._by_folded[name] for name in folded if name in self._by_folded), None)
        if near is not None:
            self.used.add(near)
        self.lost[Lost(base, said, what, near or "")] = None
        return near

    def root(self, name: str, *, free: bool = False) -> etree._Element:
        """The root of a part; `Malformed` if it is no XML, `InputUnreadable` if it is an attack.

        `free`: the standard leaves open which elements it has.
        """
        found = parse(self.parts[name], name, EXPORT_AGAIN)
        namespace = etree.QName(found).namespace
        if namespace != NAMESPACE and not free:
            self.namespaces.setdefault(namespace or "", name)
        return found

    def needed(self, name: str | None, what: str) -> etree._Element:
        """The root of a part without which nothing can be read; `InputUnreadable` if it is not there."""
        if name is None or name not in self.parts:
            raise InputUnreadable(f"OFD 不完整，缺少{what}", EXPORT_AGAIN)
        return self.root(name)

    def part(self, said: str | None, base: str, what: str, *, free: bool = False) -> tuple[str, etree._Element] | None:
        """Name and root of the part that is said; None if nothing is said, or if it is lost or damaged."""
        name = self.find(said, base, what) if said and said.strip() else None
        if name is None:
            return None
        try:
            return name, self.root(name, free=free)
        except Malformed as error:
            self.damaged[error.message] = None
            return None

    def listed(self, said: str | None, base: str, what: str, name: str) -> Iterator[tuple[str, etree._Element]]:
        """What a part that is a list lists under that name, each with the name of the part."""
        found = self.part(said, base, what)
        if found is not None:
            for element in below(found[1], (name,)):
                yield found[0], element

    @property
    def stray(self) -> tuple[str, ...]:
        """Parts that nothing refers to."""
        return tuple(name for name in self.parts if name not in self.used)


def _names(said: str, base: str, folder: str) -> Iterator[str | None]:
    """The names a place may mean: as it is written, and with what is escaped in addresses."""
    for written in dict.fromkeys((said, unquote(said))):
        if written.startswith("/"):
            yield _inside(written.lstrip("/"))
        else:
            at = folder.lstrip("/") if folder.startswith("/") else posixpath.join(posixpath.dirname(base), folder)
            yield _inside(posixpath.join(at, written))


def _inside(path: str) -> str | None:
    name = posixpath.normpath(path)
    return None if name.startswith("..") else name


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; "" for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def inside(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The children of that name."""
    for child in element:
        if local(child) == name:
            yield child


def first(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first child of that name, of that one the first of the next name, and so on."""
    for name in path:
        element = next(inside(element, name), None) if element is not None else None
    return element


def text_of(element: etree._Element | None, *path: str) -> str:
    """The words in the element at that path, "" if there is none."""
    found = first(element, *path)
    return (found.text or "").strip() if found is not None else ""


def attribute(element: etree._Element, name: str) -> str:
    """An attribute without blanks around it, "" if it is not said."""
    return str(element.get(name, "")).strip()


def below(element: etree._Element | None, names: Iterable[str]) -> Iterator[etree._Element]:
    """Everything of these names below an element, at any depth."""
    wanted = frozenset(names)
    for child in element.iter() if element is not None else ():
        if local(child) in wanted:
            yield child
