"""Two docx files come in; whether they differ in more than fonts goes out, and what each place says of fonts.

Written without the mapping's own walk over places: it takes away what may differ and compares the rest.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_OURS = re.compile(r"customXml/gwformat-fonts|\[Content_Types\]|_rels/|fontTable\.xml$")
_FAMILY = re.compile(r"(font-family:|font:[^;]*\d\w\w )[^;]*")


def without_fonts(before: Path, after: Path) -> str:
    """The first part that differs in more than fonts and tracking; "" if none does."""
    old, new = _parts(before), _parts(after)
    kept = {name for name in old if not _OURS.search(name)}
    if missing := kept ^ {name for name in new if not _OURS.search(name)}:
        return f"parts {sorted(missing)}"
    return next(
        (name for name in sorted(kept) if old[name] != new[name] and _plain(old[name]) != _plain(new[name])), ""
    )


def fonts_of(path: Path) -> dict[str, list[tuple[str, dict[str, str]]]]:
    """What every run, style, level, drawing and theme of a file says of fonts and tracking, part by part."""
    found = {}
    for name, data in _parts(path).items():
        if name.endswith(".xml") and not name.startswith(("customXml/", "[")) and (root := _root(data)) is not None:
            said = root.iter(f"{{{W}}}rFonts", f"{{{W}}}spacing", f"{{{W}}}font", f"{{{W}}}sym", *_drawn())
            found[name] = [(str(element.tag), {str(k): str(v) for k, v in element.attrib.items()}) for element in said]
            if name.endswith("fontTable.xml"):
                found[name].sort(key=str)
    return found


def _parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist() if not name.endswith("/")}


def _root(data: bytes) -> etree._Element | None:
    try:
        return etree.fromstring(data, etree.XMLParser(huge_tree=True))
    except etree.XMLSyntaxError:
        return None


def _drawn() -> list[str]:
    return [f"{{{A}}}{name}" for name in ("latin", "ea", "cs", "font", "sym", "buFont")]


def _plain(data: bytes) -> bytes:
    """A part without anything that names a font or sets tracking, runs that are then alike made one."""
    root = _root(data)
    if root is None:
        return data
    for element in list(root.iter(f"{{{W}}}rFonts", *_drawn())):
        _remove(element)
    for element in list(root.iter(f"{{{W}}}rPr")):
        for spacing in element.findall(f"{{{W}}}spacing"):
            element.remove(spacing)
        if not len(element) and not element.attrib and element.getparent().tag == f"{{{W}}}r":
            _remove(element)
    for element in root.iter(f"{{{W}}}sym", f"{{{W14}}}checkedState", f"{{{W14}}}uncheckedState"):
        for space in (W, W14):
            element.attrib.pop(f"{{{space}}}font", None)
    for element in root.iter("{urn:schemas-microsoft-com:vml}textpath"):
        element.set("style", _FAMILY.sub(r"\1", element.get("style", "")))
    for run in list(root.iter(f"{{{W}}}r")):
        _join(run)
    for text in root.iter(f"{{{W}}}t"):
        text.attrib.pop(XML_SPACE, None)
    return etree.tostring(root, method="c14n")


def _join(run: etree._Element) -> None:
    """Make a run one with the run before it if both have the same properties."""
    before = run.getprevious()
    if before is None or before.tag != run.tag or _properties(before) != _properties(run):
        return
    content = [node for node in run if node.tag != f"{{{W}}}rPr"]
    if content and len(before) and before[-1].tag == content[0].tag == f"{{{W}}}t":
        before[-1].text = (before[-1].text or "") + (content.pop(0).text or "")
    before.extend(content)
    _remove(run)


def _properties(run: etree._Element) -> bytes:
    found = run.find(f"{{{W}}}rPr")
    return b"" if found is None else etree.tostring(found, method="c14n", with_tail=False)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)
