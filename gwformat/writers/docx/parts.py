"""The parts of a package during one write: changed trees, relationships and content types in, a new package out."""

from __future__ import annotations

import posixpath
from functools import lru_cache

from lxml import etree

from gwformat.ooxml.names import RELATIONSHIP, RELATIONSHIPS, TYPE_DEFAULT, TYPE_OVERRIDE, R
from gwformat.ooxml.package import Package
from gwformat.ooxml.relationships import rels_name
from gwformat.ooxml.trees import detach, part_bytes
from gwformat.writers.docx.oxml import Element, clone

_TYPES = "[Content_Types].xml"
_RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"


@lru_cache(maxsize=256)
def _relative(target: str, folder: str) -> str:
    return posixpath.relpath(f"/{target}", f"/{folder}")


def beside(part: str, name: str) -> str:
    """The name of a part that lies in the same folder as another."""
    return posixpath.join(posixpath.dirname(part), name)


class Parts:
    """Collects changes; parts nobody touches stay the bytes they were."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._trees: dict[str, Element] = {}
        self._data: dict[str, bytes | None] = {}
        self._xml: dict[str, bytes] = {}
        self._overrides: dict[str, Element] | None = None
        self._related: dict[tuple[str, str, str], str] = {}

    def tree(self, name: str) -> Element:
        """A copy of a part's tree that may be changed."""
        if name not in self._trees:
            self._trees[name] = clone(self.package.tree(name))
        return self._trees[name]

    def seen(self, name: str) -> Element:
        """A part's tree as it is now, only to be looked at."""
        return self._trees[name] if name in self._trees else self.package.tree(name)

    def untouched(self, name: str) -> bytes | None:
        """The bytes of a part that is as it was; None if it may have been changed."""
        return None if name in self._trees or name in self._data else self.package.parts.get(name)

    def has(self, name: str) -> bool:
        """Whether the package will have that part."""
        if name in self._data:
            return self._data[name] is not None
        return name in self._trees or name in self.package.parts

    def put(self, name: str, content: Element | bytes, content_type: str) -> None:
        """Add or exchange a part."""
        if isinstance(content, bytes):
            self._data[name] = content
        else:
            self._data.pop(name, None)
            self._trees[name] = content
        self.declare(name, content_type)

    def exchange(self, name: str, root: Element) -> None:
        """Say a part anew; its type stays."""
        self._trees[name] = root

    def declare(self, name: str, content_type: str) -> None:
        """Say of what type a part is, if that is not said yet."""
        override = self._known_overrides().get(name.lower())
        if override is not None:
            override.set("ContentType", content_type)
        elif name not in self.package.parts or self.package.content_type(name) != content_type:
            override = etree.SubElement(self.tree(_TYPES), TYPE_OVERRIDE)
            override.set("PartName", "/" + name)
            override.set("ContentType", content_type)
            self._known_overrides()[name.lower()] = override

    def serialise(self, name: str, data: bytes) -> None:
        """Say what a part is as XML, where that is known without going through a tree of it."""
        self._xml[name] = data

    def add_data(self, name: str, data: bytes) -> None:
        """Add a part whose extension says its type."""
        self._data[name] = data

    def remove(self, name: str) -> None:
        """Leave a part out, with its relationships."""
        self._trees.pop(name, None)
        self._data[name] = None
        if rels_name(name) in self.package.parts:
            self._data[rels_name(name)] = None
        override = self._known_overrides().pop(name.lower(), None)
        if override is not None:
            detach(override)

    def relate(self, source: str, identifier: str, kind: str, target: str) -> str:
        """The id of the relationship of `kind` from `source` to the part `target`, made if there is none."""
        if (source, kind, target) in self._related:
            return self._related[source, kind, target]
        for relationship in self.package.relationships(source).values():
            if relationship.kind == kind and relationship.target == target:
                return relationship.id
        root = self._relationships(source)
        taken = {element.get("Id") for element in root}
        while identifier in taken:
            identifier += "x"
        element = etree.SubElement(root, RELATIONSHIP)
        element.set("Id", identifier)
        element.set("Type", f"{R}/{kind}")
        self._related[source, kind, target] = identifier
        element.set("Target", _relative(target, posixpath.dirname(source)))
        return identifier

    def unrelate(self, source: str, identifiers: set[str]) -> None:
        """Remove relationships of a part."""
        root = self._relationships(source)
        for element in list(root):
            if element.get("Id") in identifiers:
                root.remove(element)

    def copy_relationships(self, source: str, target: str) -> None:
        """Give a copied part the relationships of the original (both lie in the same folder)."""
        if rels_name(source) in self.package.parts:
            self._data[rels_name(target)] = self.package.parts[rels_name(source)]

    def result(self) -> Package:
        """The package with all changes."""
        changes = dict(self._data)
        for name, root in self._trees.items():
            changes[name] = self._xml.get(name) or part_bytes(root)
        changes.update(self._xml)
        return self.package.replaced(changes)

    def _relationships(self, source: str) -> Element:
        name = rels_name(source)
        if name not in self.package.parts and name not in self._trees:
            self._trees[name] = etree.fromstring(f'<Relationships xmlns="{RELATIONSHIPS}"/>')
            self.default_type("rels", _RELATIONSHIPS_TYPE)
        return self.tree(name)

    def _known_overrides(self) -> dict[str, Element]:
        """The types said of single parts, by the name of the part in small letters."""
        if self._overrides is None:
            found = reversed(list(self.tree(_TYPES).iter(TYPE_OVERRIDE)))
            self._overrides = {node.get("PartName", "").lower().removeprefix("/"): node for node in found}
        return self._overrides

    def default_type(self, extension: str, content_type: str) -> None:
        """Declare an extension (pictures have no override)."""
        root = self.tree(_TYPES)
        for element in root.iter(TYPE_DEFAULT):
            if element.get("Extension", "").lower() == extension:
                return
        element = etree.Element(TYPE_DEFAULT)
        element.set("Extension", extension)
        element.set("ContentType", content_type)
        root.insert(0, element)
