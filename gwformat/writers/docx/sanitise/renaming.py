"""A package and parts with telling names come in; the package with names that say nothing goes out."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping

from gwformat.ooxml.archive import CONTENT_TYPES_PART
from gwformat.ooxml.leaks import View
from gwformat.ooxml.names import RELATIONSHIP, TYPE_OVERRIDE
from gwformat.ooxml.package import Package
from gwformat.ooxml.part_kinds import EXTENSIONS, KINDS, ONCE
from gwformat.ooxml.relationships import rels_name
from gwformat.ooxml.trees import part_bytes
from gwformat.writers.docx.oxml import clone

_RELS = ".rels"
_STARTS = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpeg", b"GIF8": "gif", b"BM": "bmp", b"<svg": "svg"}


def with_plain_names(package: Package, parts: Iterable[str]) -> Package:
    """Each of `parts` under the name of its kind and a number, `word/media/image3.png`."""
    kinds = {arrow.target: arrow.kind for _, arrow in View(package).arrows.all if not arrow.external}
    renamed: dict[str, str] = {}
    for part in parts:
        if part in package.parts and kinds.get(part) in KINDS:
            renamed[part] = _free(package, part, kinds[part], {*package.parts, *renamed.values()})
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


def _free(package: Package, part: str, kind: str, taken: Iterable[str]) -> str:
    said = KINDS[kind]
    known = {other.casefold() for other in taken}
    extension = _extension(package, part, kind)
    numbers = ("" if kind in ONCE and number == 0 else str(number) for number in range(kind not in ONCE, 10**9))
    names = (f"{said.folder}/{said.stem}{number}.{extension}" for number in numbers)
    return next(new for new in names if new.casefold() not in known)


def _extension(package: Package, part: str, kind: str) -> str:
    """The extension of a part, or the one that stands for what it holds."""
    said = posixpath.splitext(part)[1].lower().lstrip(".")
    if said in EXTENSIONS:
        return said
    if KINDS[kind].content_type:
        return "xml"
    data, of = package.parts[part], package.content_type(part)
    known = (key for key, value in EXTENSIONS.items() if value == of)
    return next((key for start, key in _STARTS.items() if data.startswith(start)), next(known, "bin"))


def _types(package: Package, renamed: Mapping[str, str]) -> bytes:
    root = clone(package.tree(CONTENT_TYPES_PART))
    new = {f"/{old}".casefold(): f"/{name}" for old, name in renamed.items()}
    for node in root.iter(TYPE_OVERRIDE):
        said = node.get("PartName", "")
        node.set("PartName", new.get(said.casefold(), said))
    return part_bytes(root)


def _relations(package: Package, name: str, renamed: Mapping[str, str]) -> bytes:
    """A list of relationships with the new names; as it was if neither its part nor what it leads to has one."""
    source = source_of(name)
    root = clone(package.tree(name))
    changed = False
    for node in root.iter(RELATIONSHIP):
        arrow = package.relationships(source).get(node.get("Id", ""))
        if arrow is None or arrow.external:
            continue
        if arrow.target in renamed or source in renamed:
            target, holder = renamed.get(arrow.target, arrow.target), renamed.get(source, source)
            node.set("Target", posixpath.relpath(f"/{target}", f"/{posixpath.dirname(holder)}"))
            changed = True
    return part_bytes(root) if changed else package.parts[name]


def source_of(rels: str) -> str:
    """The part whose relationships a part holds."""
    folder, _, name = rels.rpartition("/")
    return f"{folder.removesuffix('_rels')}{name.removesuffix(_RELS)}"
