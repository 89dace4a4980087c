"""Parts of a package in, the parts without macros and digital signatures out, and what was left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lxml import etree

from gwformat.ooxml.names import RELATIONSHIP, TYPE_DEFAULT, TYPE_OVERRIDE
from gwformat.ooxml.recurring import worked_out
from gwformat.ooxml.relationships import Relationship, parse_relationships, relationships_in, rels_name
from gwformat.ooxml.safexml import parse
from gwformat.ooxml.trees import part_bytes

if TYPE_CHECKING:
    from gwformat.ooxml.package import Package

# The last segment of relationship types. Key maps, toolbars and ribbon parts exist to call macros.
_MACRO_RELATIONSHIPS = frozenset(
    ("vbaProject", "wordVbaData", "vbaProjectSignature", "vbaProjectSignatureAgile", "vbaProjectSignatureV3")
)
_CALLERS = frozenset(("keyMapCustomizations", "attachedToolbars", "extensibility"))
_SIGNATURES = frozenset(("origin",))  # .../package/2006/relationships/digital-signature/origin

_VBA_TYPE = "application/vnd.ms-office.vbaProject"
_OLE_TYPE = "application/vnd.openxmlformats-officedocument.oleObject"
DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES_PART = "[Content_Types].xml"


def without_active_content(parts: Mapping[str, bytes], main: str) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The parts of a plain docx and Chinese notices of what is no longer there."""
    kinds = _MACRO_RELATIONSHIPS | _CALLERS | _SIGNATURES
    result = dict(parts)
    found: set[str] = set()
    for source in ("", main):
        found |= _cut(result, source, kinds)
    result[_TYPES_PART] = _plain_types(result, main)
    notices = []
    if found & _MACRO_RELATIONSHIPS:
        notices.append("文档含有宏（VBA），宏不会带入输出文件")
    if found & _CALLERS:
        notices.append("文档另定了快捷键、工具栏或者功能区的命令（一般用来运行宏），不会带入输出文件")
    if found & _SIGNATURES:
        notices.append("文档带有数字签名，内容改动后签名失效，不会带入输出文件")
    return result, tuple(notices)


def without_related(package: Package, kinds: frozenset[str]) -> Package:
    """The package without the parts its main part has relationships of `kinds` to."""
    parts = dict(package.parts)
    if not _cut(parts, package.main_part, kinds):
        return package
    changed = {name: data for name, data in parts.items() if data is not package.parts.get(name)}
    changed[_TYPES_PART] = _plain_types(parts, package.main_part)
    return package.replaced({**changed, **dict.fromkeys(package.parts.keys() - parts.keys())})


def _cut(parts: dict[str, bytes], source: str, kinds: frozenset[str]) -> set[str]:
    """Remove relationships of `kinds` from `source`, and what they lead to; return the kinds found."""
    name = rels_name(source)
    data = parts.get(name)
    if data is None:
        return set()
    doomed = [one for one in relationships_in(data, name, source).values() if _is_one(one, kinds)]
    if doomed:
        root = parse(data, name)
        for relationship in doomed:
            _remove(parts, relationship.target)
        identifiers = {relationship.id for relationship in doomed}
        for element in [*root.iterchildren(RELATIONSHIP)]:
            if element.get("Id", "") in identifiers:
                root.remove(element)
        parts[name] = part_bytes(root)
    return {relationship.kind for relationship in doomed}


def _is_one(relationship: Relationship, kinds: frozenset[str]) -> bool:
    kind = relationship.kind
    return kind in kinds and (kind != "origin" or "digital-signature" in relationship.type)


def _remove(parts: dict[str, bytes], name: str) -> None:
    """Remove a part and everything only it leads to."""
    waiting = [name]
    while waiting:
        name = waiting.pop()
        if parts.pop(name, None) is None:
            continue
        data = parts.pop(rels_name(name), None)
        if data is not None:
            found = parse_relationships(parse(data, name), name).values()
            waiting += (relationship.target for relationship in found if not relationship.external)


def _plain_types(parts: Mapping[str, bytes], main: str) -> bytes:
    """The content types of a plain document: no macro or template type, no override for a part that is gone."""
    data = parts[_TYPES_PART]
    return worked_out(data, lambda: _without_active_types(data, parts, main), (_plain_types, tuple(parts), main))


def _without_active_types(data: bytes, parts: Mapping[str, bytes], main: str) -> bytes:
    root = parse(data, _TYPES_PART)
    present = {"/" + name.lower() for name in parts}
    changed = told = False
    for element in root.iterchildren("*"):
        content_type, part_name = element.get("ContentType", ""), element.get("PartName", "").lower()
        if element.tag == TYPE_OVERRIDE and part_name == "/" + main.lower():
            told = True
            if content_type != DOCUMENT_TYPE:
                element.set("ContentType", DOCUMENT_TYPE)
                changed = True
        elif element.tag == TYPE_OVERRIDE and part_name not in present:
            root.remove(element)
            changed = True
        elif element.tag == TYPE_DEFAULT and content_type == _VBA_TYPE:
            element.set("ContentType", _OLE_TYPE)
            changed = True
    if not told:
        etree.SubElement(root, TYPE_OVERRIDE, PartName="/" + main, ContentType=DOCUMENT_TYPE)
        changed = True
    return part_bytes(root) if changed else data
