"""A docx and what is to be changed in its formatting come in; the docx with exactly these changes goes out.

It spells WordprocessingML itself: what plants the fault must not be what looks for it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Sequence

from lxml import etree

from gwformat.model import Role

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ROLES = {role.value: role for role in Role}
Element = etree._Element


def reformat(data: bytes, wanted: Sequence[tuple[str, str, str]]) -> bytes:
    """The docx with each (subject, property, value) set."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    trees = {
        name: etree.fromstring(parts[name]) for name in parts if name.startswith("word/") and name.endswith(".xml")
    }
    for subject, prop, value in wanted:
        if subject == "页面":
            _PAGE[prop](trees, value)
            continue
        for paragraph in _paragraphs(trees["word/document.xml"], _ROLES[subject]):
            _PARAGRAPH[prop](paragraph, value)
    for name, root in trees.items():
        parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return result.getvalue()


def _paragraphs(root: Element, role: Role) -> Iterator[Element]:
    style = f"gw-{role.key.replace('_', '-')}"
    for paragraph in root.iter(_w("p")):
        found = paragraph.find(f"{_w('pPr')}/{_w('pStyle')}")
        if found is not None and found.get(_w("val")) == style:
            yield paragraph


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


def _fonts(paragraph: Element, **families: str) -> None:
    for run in paragraph.iter(_w("r")):
        rpr = run.find(_w("rPr"))
        if rpr is None:
            rpr = etree.Element(_w("rPr"))
            run.insert(0, rpr)
        fonts = rpr.find(_w("rFonts"))
        if fonts is None:
            fonts = etree.Element(_w("rFonts"))
            rpr.insert(1 if rpr.find(_w("rStyle")) is not None else 0, fonts)
        for slot, family in families.items():
            fonts.set(_w(slot), family)


_PARAGRAPH: dict[str, Callable[[Element, str], None]] = {
    "字体": lambda paragraph, value: _fonts(paragraph, eastAsia=value),
}
_PAGE: dict[str, Callable[[dict[str, Element], str], None]] = {}
