"""A package and parts with telling names come in; the package with names that say nothing goes out."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping

from lxml import etree

from gwformat.ooxml.archive import CONTENT_TYPES_PART
from gwformat.ooxml.leaks import View
from gwformat.ooxml.names import CONTENT_TYPES, RELATIONSHIPS
from gwformat.ooxml.package import Package
from gwformat.ooxml.relationships import rels_name, resolve
from gwformat.ooxml.trees import part_bytes
from gwformat.writers.docx.oxml import clone

_RELS = ".rels"


def with_plain_names(package: Package, parts: Iterable[str]) -> Package:
    """Each of `parts` under the name of its kind and a number, `word/media/image3.png`."""
    kinds = {arrow.target: arrow.kind for _, arrow in View(package).arrows.all if not arrow.external}
    renamed: dict[str, str] = {}
    for part in parts:
        if part in package.parts and part in kinds:
            renamed[part] = _free(part, kinds[part], {*package.parts, *renamed.values()})
    if not renamed:
        return package
    changes: dict[str, bytes | None] = {CONTENT_TYPES_PART: _types(package, renamed)}
    for name in package.parts:
        if name.endswith(_RELS):
            changes[name] = _relations(package, name, renamed)
    for old, new in renamed.items():
        changes[new], changes[old] = package.parts[old], None
        if rels_name(old) in changes:
            changes[rels_name(new)], changes[rels_name(old)] = changes[rels_name(old)], None
    return package.replaced(changes)


def _free(part: str, kind: str, taken: Iterable[str]) -> str:
    folder, name = posixpath.split(part)
    known = {other.casefold() for other in taken}
    names = (
        posixpath.join(folder, f"{kind}{number}{posixpath.splitext(name)[1].lower()}") for number in range(1, 10**9)
    )
    return next(new for new in names if new.casefold() not in known)


def _types(package: Package, renamed: Mapping[str, str]) -> bytes:
    root = clone(package.tree(CONTENT_TYPES_PART))
    new = {f"/{old}".casefold(): f"/{name}" for old, name in renamed.items()}
    for node in root.iter(f"{{{CONTENT_TYPES}}}Override"):
        said = node.get("PartName", "")
        node.set("PartName", new.get(said.casefold(), said))
    return part_bytes(root)


def _relations(package: Package, name: str, renamed: Mapping[str, str]) -> bytes:
    """A list of relationships with the new names; as it was if it leads to none of them."""
    source = source_of(name)
    root = clone(package.tree(name))
    changed = False
    for node in root.iter(f"{{{RELATIONSHIPS}}}Relationship"):
        new = _new_target(package, node, source, renamed)
        if new is not None:
            node.set("Target", posixpath.relpath(f"/{new}", f"/{posixpath.dirname(source)}"))
            changed = True
    return part_bytes(root) if changed else package.parts[name]


def _new_target(package: Package, node: etree._Element, source: str, renamed: Mapping[str, str]) -> str | None:
    if node.get("TargetMode") == "External":
        return None
    target = resolve(source, node.get("Target", ""))
    spelled = target if target in package.parts else {part.lower(): part for part in renamed}.get(target.lower(), "")
    return renamed.get(spelled)


def source_of(rels: str) -> str:
    """The part whose relationships a part holds."""
    folder, _, name = rels.rpartition("/")
    return f"{folder.removesuffix('_rels')}{name.removesuffix(_RELS)}"
