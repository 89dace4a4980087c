"""A docx as bytes comes in; the same in the Strict conformance class of ISO/IEC 29500-1 goes out."""

from __future__ import annotations

import random
import re

from lxml import etree

from benchmarks.mutant_docx import Element, W
from benchmarks.spelling_parts import TYPES, Parts, is_xml, read, write

_STRICT_FOLDERS = ("wordprocessingml", "officeDocument", "drawingml", "schemaLibrary")
_TRANSITIONAL = re.compile(
    rb"""(["'])http://schemas\.openxmlformats\.org/(%s)/2006/([\w/-]+)(["'])"""
    % b"|".join(name.encode() for name in _STRICT_FOLDERS)
)
_NAMES = {b"extended-properties": b"extendedProperties", b"custom-properties": b"customProperties"}
_LOGICAL = {"left": "start", "right": "end"}
_SIDED = ("tblBorders", "tcBorders", "tblCellMar", "tcMar")


def strict(data: bytes, chance: random.Random) -> bytes | None:
    """The Strict conformance class (ISO/IEC 29500-1): its namespaces, logical sides, measures with units."""
    parts = read(data)
    if any(b"urn:schemas-microsoft-com:vml" in said and b"<v:" in said for said in parts.values()):
        return None  # Strict has no VML
    result: Parts = {}
    for name, content in parts.items():
        if not is_xml(name) or name == TYPES:
            result[name] = content
            continue
        root = etree.fromstring(content)
        for node in root.iter(f"{{{W}}}*"):
            _to_strict(node)
        content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        result[name] = _TRANSITIONAL.sub(_strict_name, content)
    return write(result)


def _strict_name(found: re.Match[bytes]) -> bytes:
    start, folder, rest, end = found.groups()
    head, slash, last = rest.rpartition(b"/")
    return start + b"http://purl.oclc.org/ooxml/" + folder + b"/" + head + slash + _NAMES.get(last, last) + end


def _to_strict(node: Element) -> None:
    name, value = etree.QName(node).localname, f"{{{W}}}val"
    if name == "document":
        node.set(f"{{{W}}}conformance", "strict")
    if name in ("jc", "lvlJc", "tab") and node.get(value) in _LOGICAL:
        node.set(value, _LOGICAL[node.get(value, "")])
    if name == "ind":
        for side, logical in _LOGICAL.items():
            for ending in ("", "Chars"):
                said = node.attrib.pop(f"{{{W}}}{side}{ending}", None)
                if said is not None:
                    node.set(f"{{{W}}}{logical}{ending}", said)
    if name in _SIDED:
        for child in node:
            side = _LOGICAL.get(etree.QName(child).localname)
            if side:
                child.tag = f"{{{W}}}{side}"
