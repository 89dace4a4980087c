"""A package comes in; the same with lists of relationships and content types that say what they list goes out."""

from __future__ import annotations

from collections.abc import Collection

from lxml import etree

from gwformat.ooxml.active import DOCUMENT_TYPE
from gwformat.ooxml.archive import CONTENT_TYPES_PART
from gwformat.ooxml.leaks import View
from gwformat.ooxml.names import TYPE_DEFAULT, local
from gwformat.ooxml.package import Package
from gwformat.ooxml.part_kinds import EXTENSIONS, KINDS, TYPES
from gwformat.ooxml.trees import part_bytes
from gwformat.writers.docx.oxml import Element, clone

_ALWAYS = frozenset(("rels", "xml"))
_ARROW_SAYS = ("Id", "Type", "Target", "TargetMode")
_TYPE_SAYS = ("Extension", "PartName", "ContentType")


def with_plain_lists(package: Package) -> Package:
    """The package with the types of the parts it has and of no others, the text an ordinary document."""
    lists = {name: _arrows(package, name) for name in package.parts if name.endswith(".rels")}
    lists[CONTENT_TYPES_PART] = _types(package)
    changes = {name: data for name, data in lists.items() if data != package.parts[name]}
    return package.replaced(changes) if changes else package


def _arrows(package: Package, name: str) -> bytes:
    root = clone(package.tree(name))
    before = part_bytes(root)
    _keep(root, ())
    for node in list(root):
        if local(node.tag) != "Relationship":
            root.remove(node)
            continue
        _keep(node, _ARROW_SAYS)
        kind = KINDS.get(node.get("Type", "").rpartition("/")[2])
        if kind is not None:
            node.set("Type", kind.relationship)
        if node.get("TargetMode") != "External":
            _keep(node, ("Id", "Type", "Target"))
            node.set("Target", node.get("Target", "").partition("#")[0].partition("?")[0])
    after = part_bytes(root)
    return package.parts[name] if after == before else after


def _types(package: Package) -> bytes:
    root = clone(package.tree(CONTENT_TYPES_PART))
    _keep(root, ())
    names = {f"/{name.lower()}" for name in package.parts}
    extensions = {name.rpartition(".")[2] for name in names} | _ALWAYS
    kinds = {f"/{arrow.target.lower()}": KINDS.get(arrow.kind) for _, arrow in View(package).arrows.all}
    for node in list(root):
        if not _is_used(node, names, extensions):
            root.remove(node)
            continue
        _keep(node, _TYPE_SAYS)
        part, extension = node.get("PartName", "").lower(), node.get("Extension", "").lower()
        kind = kinds.get(part)
        usual = EXTENSIONS.get("rels" if part.endswith(".rels") else extension)
        if part == f"/{package.main_part.lower()}":
            node.set("ContentType", DOCUMENT_TYPE)
        elif kind is not None and kind.content_type:
            node.set("ContentType", kind.content_type)
        elif usual is not None and node.get("ContentType") not in TYPES:
            node.set("ContentType", usual)
    _declare(package, root)
    return part_bytes(root)


def _is_used(node: Element, names: Collection[str], extensions: Collection[str]) -> bool:
    """Whether a type is said of a part there is, or of an extension that parts have."""
    said = local(node.tag)
    if said == "Override":
        return node.get("PartName", "").lower() in names
    return said == "Default" and node.get("Extension", "").lower() in extensions


def _declare(package: Package, types: Element) -> None:
    """Say the type of extensions of which none is said."""
    said = {node.get("Extension", node.get("PartName", "")).lower() for node in types}
    for name in package.parts:
        extension = name.rpartition(".")[2].lower()
        if name != CONTENT_TYPES_PART and not said & {extension, f"/{name.lower()}"} and extension in EXTENSIONS:
            said.add(extension)
            node = etree.Element(TYPE_DEFAULT)
            node.set("Extension", extension)
            node.set("ContentType", EXTENSIONS[extension])
            types.insert(0, node)


def _keep(node: Element, keys: Collection[str]) -> None:
    """Leave an element those attributes and no text."""
    for key in [str(key) for key in node.attrib if key not in keys]:
        del node.attrib[key]
    node.text = node.tail = None
