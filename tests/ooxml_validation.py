"""The bytes of a docx come in, what its parts do against the ECMA-376 schemas goes out; the schemas are not ours.

GWFORMAT_XSD names the directory with `wml.xsd` and its companions; tests that need it are skipped without it.
"""

from __future__ import annotations

import copy
import io
import os
import zipfile
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from gwformat.ooxml.names import CONTENT_TYPES, MC, RELATIONSHIPS, W

_IGNORABLE = f"{{{MC}}}Ignorable"
_ALTERNATE, _CHOICE, _FALLBACK = (f"{{{MC}}}{name}" for name in ("AlternateContent", "Choice", "Fallback"))
_WML_ROOTS = {f"{{{W}}}{name}" for name in ("document", "styles", "settings", "numbering", "hdr", "ftr", "footnotes")}
_SCHEMAS = {
    f"{{{CONTENT_TYPES}}}Types": "opc-contentTypes.xsd",
    f"{{{RELATIONSHIPS}}}Relationships": "opc-relationships.xsd",
    **dict.fromkeys(_WML_ROOTS, "wml.xsd"),
}

needs_schemas = pytest.mark.skipif(
    not os.environ.get("GWFORMAT_XSD"), reason="GWFORMAT_XSD names no directory with the ECMA-376 schemas"
)


def problems(data: bytes, only: frozenset[str] | None = None) -> list[str]:
    """What the schemas object to, part by part; `only` limits it to some parts."""
    found: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if only is not None and name not in only:
                continue
            if name.endswith((".xml", ".rels")):
                found += [f"{name}: {problem}" for problem in _part(package.read(name))]
    return found


def _part(data: bytes) -> list[str]:
    root = etree.fromstring(data)
    name = _SCHEMAS.get(str(root.tag))
    if name is None:
        return []
    schema = _schema(name)
    plain = without_extensions(root)
    if schema.validate(plain):
        return []
    return [f"line {error.line}: {error.message}" for error in schema.error_log][:20]  # type: ignore[attr-defined]


@cache
def _schema(name: str) -> etree.XMLSchema:
    return etree.XMLSchema(file=str(Path(os.environ["GWFORMAT_XSD"]) / name))


def without_extensions(root: etree._Element) -> etree._Element:
    """A copy as a program sees it that knows ECMA-376 only (part 3, clause 10)."""
    root = copy.deepcopy(root)
    for alternate in list(root.iter(_ALTERNATE)):
        parent = alternate.getparent()
        if parent is None:
            continue
        fallback = alternate.find(_FALLBACK)
        for child in list(fallback) if fallback is not None else []:
            alternate.addprevious(child)
        parent.remove(alternate)
    ignorable = {
        element.nsmap.get(prefix)
        for element in root.iter()
        if isinstance(element.tag, str)
        for prefix in element.get(_IGNORABLE, "").split()
    }
    for element in list(root.iter()):
        if not isinstance(element.tag, str):
            continue
        for attribute in list(element.attrib):
            namespace = etree.QName(attribute).namespace
            if namespace == MC or namespace in ignorable:
                del element.attrib[attribute]
        parent = element.getparent()
        if parent is not None and etree.QName(element).namespace in ignorable:
            parent.remove(element)
    return root
