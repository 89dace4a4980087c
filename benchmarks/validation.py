"""Docx bytes in, what the ECMA-376 transitional schemas and the package conventions say against it out."""

from __future__ import annotations

import io
import posixpath
import zipfile
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
TYPES = "[Content_Types].xml"

_WML_ROOTS = frozenset(
    f"{{{W}}}{name}"
    for name in ("document", "styles", "settings", "numbering", "hdr", "ftr", "footnotes", "endnotes", "comments")
)
_EXTENSIONS = ("http://schemas.microsoft.com/office/", "http://schemas.microsoft.com/office/word/")


class Validator:
    """The schemas of one directory, loaded once."""

    def __init__(self, schemas: Path) -> None:
        self._wml = etree.XMLSchema(file=str(schemas / "wml.xsd"))
        self._types = etree.XMLSchema(file=str(schemas / "opc-contentTypes.xsd"))
        self._relationships = etree.XMLSchema(file=str(schemas / "opc-relationships.xsd"))

    def errors(self, data: bytes) -> list[str]:
        """Every complaint as "part: message"; the same complaint once."""
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {name: package.read(name) for name in package.namelist() if not name.endswith("/")}
        found = [*_package_errors(parts)]
        for name, content in parts.items():
            schema, root = self._schema(name, content)
            if schema is not None and root is not None and not schema.validate(root):
                found += (f"{name}: {error.message}" for error in schema.error_log)
        return list(dict.fromkeys(found))

    def _schema(self, name: str, content: bytes) -> tuple[etree.XMLSchema | None, etree._Element | None]:
        if name == TYPES:
            return self._types, etree.fromstring(content)
        if name.endswith(".rels"):
            return self._relationships, etree.fromstring(content)
        if not name.endswith(".xml"):
            return None, None
        try:
            root = etree.fromstring(content, etree.XMLParser(remove_comments=True, remove_pis=True, huge_tree=True))
        except etree.XMLSyntaxError:
            return None, None
        if root.tag not in _WML_ROOTS:
            return None, None
        return self._wml, understood(root)


def understood(root: etree._Element) -> etree._Element:
    """What a consumer that knows only the schemas sees: fallbacks chosen, ignorable and foreign content dropped."""
    _choose(root)
    ignorable = set()
    for element in root.iter(etree.Element):
        for prefix in element.attrib.pop(f"{{{MC}}}Ignorable", "").split():
            ignorable.add(element.nsmap.get(prefix))
    for element in list(root.iter(etree.Element)):
        for attribute in list(element.attrib):
            space = etree.QName(attribute).namespace
            if space == MC or (space is not None and _is_foreign(space, ignorable)):
                del element.attrib[attribute]
        parent = element.getparent()
        if parent is not None and _is_foreign(etree.QName(element).namespace, ignorable):
            parent.remove(element)
    # What a drawing shows is in a wildcard: only pictures are declared where wml.xsd looks.
    for data in root.iter(f"{{{A}}}graphicData"):
        if data.get("uri") != PIC:
            for child in list(data):
                data.remove(child)
    # Parsed anew: libxml2 validates a tree from which nodes were taken by their old namespaces.
    return etree.fromstring(etree.tostring(root), etree.XMLParser(huge_tree=True))


def _is_foreign(namespace: str | None, ignorable: set[str | None]) -> bool:
    return namespace is not None and (namespace in ignorable or namespace.startswith(_EXTENSIONS))


def _choose(root: etree._Element) -> None:
    for alternate in list(root.iter(f"{{{MC}}}AlternateContent")):
        parent = alternate.getparent()
        if parent is None:
            continue
        fallback = alternate.find(f"{{{MC}}}Fallback")
        for child in list(fallback) if fallback is not None else ():
            alternate.addprevious(child)
        parent.remove(alternate)


def _package_errors(parts: dict[str, bytes]) -> list[str]:
    """Parts without a content type, and relationships that lead nowhere."""
    types = etree.fromstring(parts[TYPES])
    defaults = {e.get("Extension", "").lower() for e in types.iterchildren("{*}Default")}
    overrides = {e.get("PartName", "").lower() for e in types.iterchildren("{*}Override")}
    lowered = {name.lower() for name in parts}
    found = [f"{TYPES}: override for missing part {name}" for name in overrides if name.lstrip("/") not in lowered]
    for name, content in parts.items():
        extension = name.rpartition(".")[2].lower()
        if name != TYPES and extension not in defaults and f"/{name.lower()}" not in overrides:
            found.append(f"{name}: no content type")
        if name.endswith(".rels"):
            found += _dangling(name, content, lowered)
    return found


def _dangling(name: str, content: bytes, lowered: set[str]) -> list[str]:
    folder = posixpath.dirname(posixpath.dirname(name))
    found = []
    for arrow in etree.fromstring(content).iterchildren("*"):
        target = unquote(arrow.get("Target", "").partition("#")[0])
        if arrow.get("TargetMode") == "External" or not target:
            continue
        path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        if path.lower() not in lowered:
            found.append(f"{name}: {arrow.get('Id')} leads to missing part {path}")
    return found
