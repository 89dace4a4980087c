"""A docx and which element is to stand behind which come in; the docx with the elements in that order goes out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence

from lxml import etree

from gwformat.model import Role

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ROLES = {role.value: role for role in Role}
_ATTACHED = (Role.ATTACHMENT_LABEL, Role.ATTACHMENT_TITLE, Role.ATTACHMENT_BODY)
_DOCUMENT = "word/document.xml"
Element = etree._Element


def move(data: bytes, wanted: Sequence[tuple[str, str]]) -> bytes:
    """The docx with each (what, behind what) moved; an attachment takes its text along."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as moved:
        for name in package.namelist():
            content = package.read(name)
            if name == _DOCUMENT:
                root = etree.fromstring(content)
                for what, behind in wanted:
                    _move(root, _ROLES[what], _ROLES[behind])
                content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            moved.writestr(name, content)
    return result.getvalue()


def _move(root: Element, what: Role, behind: Role) -> None:
    """Rows move within a table, whole blocks within the body."""
    roles = _ATTACHED if what in _ATTACHED else (what,)
    moving = [paragraph for role in roles for paragraph in _paragraphs(root, role)]
    [*_, target] = _paragraphs(root, behind)
    table = next(target.iterancestors(_w("tbl")), None)
    together = table is not None and all(table in paragraph.iterancestors() for paragraph in moving)
    unit = _row if together else _block
    units = sorted({unit(paragraph) for paragraph in moving}, key=lambda node: node.getparent().index(node))
    for node in reversed(units):
        unit(target).addnext(node)


def _paragraphs(root: Element, role: Role) -> Iterator[Element]:
    style = f"gw-{role.key.replace('_', '-')}"
    for paragraph in root.iter(_w("p")):
        found = paragraph.find(f"{_w('pPr')}/{_w('pStyle')}")
        if found is not None and found.get(_w("val")) == style:
            yield paragraph


def _row(paragraph: Element) -> Element:
    return next(paragraph.iterancestors(_w("tr")))


def _block(paragraph: Element) -> Element:
    block = paragraph
    while block.getparent().tag != _w("body"):
        block = block.getparent()
    return block


def _w(name: str) -> str:
    return f"{{{W}}}{name}"
