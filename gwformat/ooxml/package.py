"""A docx file in, a frozen package of parts out; changed parts in, reproducible docx bytes out."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from lxml import etree

from gwformat.errors import InputUnreadable
from gwformat.ooxml import strict
from gwformat.ooxml.active import without_active_content
from gwformat.ooxml.archive import CONTENT_TYPES_PART, Packed, pack, read_file, unpack
from gwformat.ooxml.inline import Atom, atoms, paragraphs
from gwformat.ooxml.names import CONTENT_TYPES, W, local
from gwformat.ooxml.recurring import of_part, recurs, tree_of
from gwformat.ooxml.relationships import Relationship, relationships_in, rels_name, resolve
from gwformat.ooxml.safexml import parse
from gwformat.ooxml.sniff import foreign_package
from gwformat.ooxml.spelled import Spelled

__all__ = ["Package", "Relationship", "resolve"]

_RESAVE = "请用 Word 或 WPS 打开，另存为新的 .docx 文件后再试"
Answer = TypeVar("Answer")
_TEXT_KINDS = frozenset(("header", "footer", "footnotes", "endnotes", "comments"))
_DOCUMENT_ROOT = f"{{{W}}}document"


class Package:
    """The parts of a Word document by name (no leading slash, zip order).

    A value: nothing changes a package; `replaced` makes another. Trees are parsed once and shared, so
    callers copy a tree before they change it. What `open` left out or translated stands in `notices`.
    """

    __slots__ = (
        "_as_said", "_atoms", "_bytes", "_lowered", "_opened", "_packed", "_paragraphs", "_properties", "_related",
        "_relationships", "_trees", "_types", "main_part", "notices", "parts",
    )  # fmt: skip

    parts: Mapping[str, bytes]
    main_part: str
    notices: tuple[str, ...]

    def __init__(self, parts: Mapping[str, bytes], notices: tuple[str, ...] = (), packed: Packed | None = None) -> None:
        self.parts = MappingProxyType(dict(parts))
        self.notices = notices
        self._packed = packed or {}
        self._trees: dict[str, etree._Element] = {}
        self._bytes: dict[str, Spelled] = {}
        self._properties: dict[str, Mapping[etree._Element | None, bytes]] = {}
        self._relationships: dict[str, Mapping[str, Relationship]] = {}
        self._related: dict[str, dict[str, str]] = {}  # the first part of each kind that another leads to
        self._lowered: dict[str, str] = {}
        self._paragraphs: dict[str, list[etree._Element]] = {}
        self._atoms: dict[etree._Element, list[Atom]] = {}
        self._types: tuple[dict[str, str], dict[str, str]] | None = None
        self._opened: Package | None = None
        self._as_said: Package | None = None
        self.main_part = self._find_main_part()

    @classmethod
    def open(cls, path: Path) -> Package:
        """The package in a file; `InputUnreadable` if it is no Word document, damaged or an attack."""
        return cls.from_bytes(read_file(path))

    @classmethod
    def from_bytes(cls, data: bytes) -> Package:
        """The package in `data`: Strict translated, macros and signatures left out."""
        parts, packed = unpack(data)
        notices: tuple[str, ...] = ()
        _check_essentials(parts)
        if strict.is_strict(parts):
            parts = strict.transitional(parts)
            notices = ("文档为 Strict OOXML 格式，已转换为通用的 Transitional 格式",)
        original = cls(parts, notices, packed)
        original._check_main_part()
        plain, left_out = without_active_content(parts, original.main_part)
        if not left_out and all(plain.get(name) is data for name, data in parts.items()):
            return original
        return original._with(plain, notices + left_out)

    @property
    def opened(self) -> Package:
        """The package as it was opened, with macros and signatures, before anything was changed."""
        return self._opened or self

    @property
    def as_said(self) -> Package:
        """The package before `restated`: what it says is the same, as its author has put it."""
        return self._as_said or self

    def tree(self, name: str) -> etree._Element:
        """The root of an XML part, parsed once; `InputUnreadable` if it is missing or malformed."""
        root = self._trees.get(name)
        if root is None:
            if name not in self.parts:
                raise InputUnreadable(f"文档缺少部件 {name}", _RESAVE)
            root = self._trees[name] = (tree_of if recurs(name) else parse)(self.parts[name], name)
        return root

    def optional_tree(self, name: str) -> etree._Element | None:
        """The root of a part that may be missing or broken without harm to the text; None in both cases."""
        try:
            return self.tree(name)
        except InputUnreadable:
            return None

    def is_tree(self, name: str, root: etree._Element) -> bool:
        """Whether `root` is what `tree` gives for a part, not a copy of it."""
        return self._trees.get(name) is root

    def worked_out(self, kind: str, make: Callable[[], Answer], what: Hashable) -> Answer:
        """What `make` works out of the part of that kind and of `what`; once for all files that have both."""
        part = self.related(self.main_part, kind)
        return self.of_part(part, make, what) if part else make()

    def of_part(self, name: str, make: Callable[[], Answer], what: Hashable) -> Answer:
        """What `make` works out of a part and of `what`; once for all files that have both, if such a part recurs."""
        return of_part(name, self.parts[name], make, what)

    def spelled(self, name: str) -> Spelled:
        """The bytes of a part; none if it is missing."""
        found = self._bytes.get(name)
        if found is None:
            data = self.parts.get(name, b"")
            found = self._bytes[name] = of_part(name, data, lambda: Spelled(data), Spelled) if data else Spelled(data)
        return found

    def properties(self, name: str) -> Mapping[etree._Element | None, bytes]:
        """What the `w:rPr` and `w:pPr` in the tree of a part say, as `Spelled.properties` has it."""
        found = self._properties.get(name)
        if found is None:
            root, spelled = self.tree(name), self.spelled(name)
            found = self._properties[name] = self.of_part(name, lambda: spelled.properties(root), Spelled.properties)
        return found

    def paragraphs(self, name: str) -> list[etree._Element]:
        """The paragraphs in the tree of a part, as `inline.paragraphs` has them."""
        found = self._paragraphs.get(name)
        if found is None:
            found = self._paragraphs[name] = paragraphs(self.tree(name))
        return found

    def atoms(self, paragraph: etree._Element) -> list[Atom]:
        """The visible leaves of a paragraph in one of the trees, as `inline.atoms` has them."""
        found = self._atoms.get(paragraph)
        if found is None:
            found = self._atoms[paragraph] = atoms(paragraph)
        return found

    def content_type(self, name: str) -> str | None:
        """The content type of a part, from its override or its extension."""
        if self._types is None:
            self._types = _content_types(self.tree(CONTENT_TYPES_PART))
        overrides, defaults = self._types
        return overrides.get(name.lower()) or defaults.get(name.rpartition(".")[2].lower())

    def relationships(self, name: str) -> Mapping[str, Relationship]:
        """The relationships of a part by id, targets as the parts are really spelled; "" is the package itself."""
        found = self._relationships.get(name)
        if found is None:
            rels = rels_name(name)
            found = relationships_in(self.parts[rels], rels, name) if rels in self.parts else {}
            found = MappingProxyType({key: self._spelled(value) for key, value in found.items()})
            self._relationships[name] = found
        return found

    def related(self, name: str, kind: str) -> str | None:
        """The existing part that `name` has a relationship of `kind` to (last segment of the type), if any."""
        found = self._related.get(name)
        if found is None:
            found = self._related[name] = {}
            for relationship in self.relationships(name).values():
                if relationship.target in self.parts:
                    found.setdefault(relationship.kind, relationship.target)
        return found.get(kind)

    def text_parts(self) -> Iterator[str]:
        """The main part and those with paragraphs that it leads to: headers, footers, notes and comments."""
        related = self.relationships(self.main_part).values()
        names = (one.target for one in related if one.kind in _TEXT_KINDS and one.target in self.parts)
        yield from dict.fromkeys((self.main_part, *names))

    def custom_property(self, name: str) -> str:
        """The text of a custom document property, "" if there is none of that name."""
        part = self.related("", "custom-properties")
        root = self.optional_tree(part) if part else None
        named = [node for node in root if node.get("name") == name] if root is not None else []
        return "".join(leaf.text or "" for node in named for leaf in node)

    def replaced(self, changes: Mapping[str, bytes | None]) -> Package:
        """A package with parts exchanged, added (at the end) or, for None, removed."""
        parts = {**self.parts, **{name: data for name, data in changes.items() if data is not None}}
        for name, data in changes.items():
            if data is None:
                parts.pop(name, None)
        return self._with(parts, self.notices)

    def restated(self, changes: Mapping[str, bytes | None]) -> Package:
        """A package with parts exchanged for others that say the same more plainly; `as_said` leads back to this."""
        result = self.replaced(changes)
        result._as_said = self.as_said
        return result

    def to_bytes(self) -> bytes:
        """The docx file; the same parts of the same file always give the same bytes."""
        return pack(self.parts, self._packed)

    def _with(self, parts: Mapping[str, bytes], notices: tuple[str, ...]) -> Package:
        """A package of other parts that shares the trees of those that are the same."""
        result = Package.__new__(Package)
        result.parts = MappingProxyType(dict(parts))
        result.notices = notices
        result._packed = self._packed
        result._trees = {n: tree for n, tree in self._trees.items() if parts.get(n) is self.parts.get(n)}
        result._bytes = {n: spelled for n, spelled in self._bytes.items() if parts.get(n) is self.parts.get(n)}
        result._properties = {n: self._properties[n] for n in result._trees if n in self._properties}
        result._relationships = {}
        result._related = {}
        result._lowered = {}
        result._paragraphs = {}
        result._atoms = {}
        result._types = None
        result._opened = self.opened
        result._as_said = None
        result.main_part = result._find_main_part()
        return result

    def _spelled(self, relationship: Relationship) -> Relationship:
        """Part names ignore case (OPC 6.2.2.3); the parts here have one spelling, that of the zip."""
        target = relationship.target
        if relationship.external or target in self.parts:
            return relationship
        for name in () if self._lowered else self.parts:
            self._lowered.setdefault(name.lower(), name)
        spelled = self._lowered.get(target.lower(), target)
        return Relationship(relationship.id, relationship.type, spelled)

    def _find_main_part(self) -> str:
        for relationship in self.relationships("").values():
            if relationship.kind == "officeDocument" and relationship.target in self.parts:
                return relationship.target
        raise InputUnreadable("文档缺少正文部件", _RESAVE)

    def _check_main_part(self) -> None:
        if self.tree(self.main_part).tag != _DOCUMENT_ROOT:
            raise InputUnreadable("不是 Word 文档：正文部件不是文字文档", "请选择 .docx、.txt 或 .md 文件")


def _check_essentials(parts: Mapping[str, bytes]) -> None:
    foreign = foreign_package(frozenset(parts))
    if foreign is not None:
        raise foreign
    for name, what in ((CONTENT_TYPES_PART, "内容类型表"), (rels_name(""), "关系表")):
        if name not in parts:
            raise InputUnreadable(f"不是完整的 Word 文档：缺少{what} {name}", _RESAVE)


def _content_types(root: etree._Element) -> tuple[dict[str, str], dict[str, str]]:
    overrides: dict[str, str] = {}
    defaults: dict[str, str] = {}
    for element in root.iter(f"{{{CONTENT_TYPES}}}*"):
        content_type = element.get("ContentType", "")
        if local(element.tag) == "Override":
            overrides.setdefault(element.get("PartName", "").lstrip("/").lower(), content_type)
        elif local(element.tag) == "Default":
            defaults.setdefault(element.get("Extension", "").lower(), content_type)
    return overrides, defaults
