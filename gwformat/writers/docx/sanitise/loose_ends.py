"""Parts from which something was taken out come in; the package without what hung on it alone goes out."""

from __future__ import annotations

from collections.abc import Collection

from lxml import etree

from gwformat.ooxml.active import DOCUMENT_TYPE
from gwformat.ooxml.archive import CONTENT_TYPES_PART
from gwformat.ooxml.leaks import View
from gwformat.ooxml.names import A, R, local
from gwformat.ooxml.package import Package
from gwformat.ooxml.relationships import rels_name
from gwformat.ooxml.trees import detach, part_bytes
from gwformat.writers.docx.oxml import Element
from gwformat.writers.docx.parts import Parts
from gwformat.writers.docx.sanitise.removing import unwrap
from gwformat.writers.docx.sanitise.renaming import source_of

_PICTURES = frozenset(("blip", "imagedata", "fill", "stroke"))  # they lose the link and stay
_ALWAYS = frozenset(("rels", "xml"))
_EXTENSION = f"{{{A}}}ext"


def tidy(parts: Parts, reached: Collection[str]) -> Package:
    """The package: references to nothing are gone, and so are the parts in `reached` that nothing leads to now."""
    for source in ("", *sorted(reached)):
        if rels_name(source) in parts.package.parts and parts.has(rels_name(source)):
            _drop_references(parts, source)
    package = parts.result()
    after = View(package)
    lost = {name for name in reached if name in package.parts and name not in after.reached}
    kept = package.parts.keys() - lost
    lists = {name for name in package.parts if name.endswith(".rels") and name != rels_name("")}
    useless = {name for name in lists if source_of(name) not in kept or not len(package.tree(name))}
    return package.replaced(dict.fromkeys(lost | useless))


def _drop_references(parts: Parts, source: str) -> None:
    """Take out of a part whatever names a relationship that is gone."""
    was = {arrow.id for arrow in parts.package.relationships(source).values()}
    gone = was - {node.get("Id") for node in parts.tree(rels_name(source))}
    if not gone or not source.lower().endswith((".xml", ".vml")):
        return
    for node in list(parts.tree(source).iter("*")):
        for key in [
            str(key) for key, value in node.attrib.items() if value in gone and str(key).startswith(f"{{{R}}}")
        ]:
            _without(node, key)


def _without(node: Element, key: str) -> None:
    name = local(node.tag)
    extension = next(node.iterancestors(_EXTENSION), None)
    if name == "hyperlink":
        unwrap(node)
    elif name in _PICTURES:
        del node.attrib[key]
    else:
        detach(node if extension is None else extension)


def with_plain_types(package: Package) -> Package:
    """The package with the types of the parts it has and of no others, the text an ordinary document."""
    root = etree.fromstring(package.parts[CONTENT_TYPES_PART])
    names = {f"/{name.lower()}" for name in package.parts}
    extensions = {name.rpartition(".")[2] for name in names} | _ALWAYS
    for node in list(root):
        kind, part = local(node.tag), node.get("PartName", "").lower() if isinstance(node.tag, str) else ""
        if kind == "Override" and part == f"/{package.main_part.lower()}":
            node.set("ContentType", DOCUMENT_TYPE)
        elif kind == "Override":
            if part not in names:
                root.remove(node)
        elif kind != "Default" or node.get("Extension", "").lower() not in extensions:
            root.remove(node)
    data = part_bytes(root)
    return package if data == package.parts[CONTENT_TYPES_PART] else package.replaced({CONTENT_TYPES_PART: data})
