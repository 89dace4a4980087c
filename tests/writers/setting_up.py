"""A few lines of WordprocessingML and the roles of their paragraphs in; what the writer makes of them out."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from lxml import etree

from gwformat import readers
from gwformat.fonts.system import FontSystem, load_system
from gwformat.model import Block, Carrier, Document, Draft, Kind, Role, Run, Seal
from gwformat.ooxml.names import w
from gwformat.profiles.loader import load_profile
from gwformat.profiles.schema import Profile
from gwformat.setting.setting import setting_of
from gwformat.writers.docx import Written, write
from tests.build import make_docx

Element = etree._Element


@cache
def general() -> Profile:
    return load_profile("general")


@cache
def government() -> FontSystem:
    return load_system("government")


def p(text: str, properties: str = "", run_properties: str = "") -> str:
    """A paragraph of one run."""
    rpr = f"<w:rPr>{run_properties}</w:rPr>" if run_properties else ""
    ppr = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f'<w:p>{ppr}<w:r>{rpr}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def draft(
    body: str, parts: Mapping[str, str | bytes] | None = None, rels: Sequence[tuple[str, str, str]] = ()
) -> Draft:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "草稿.docx"
        path.write_bytes(make_docx(body, parts or {}, rels))
        return readers.read(path)


def document(source: Draft, *roles: Role) -> Document:
    """Each block of the draft in the role at its place."""
    blocks = [
        Block(role, carrier=block, source=block.source)
        if isinstance(block, Carrier)
        else Block(role, block.runs, source=block.source, look=block.look)
        for role, block in zip(roles, source.blocks, strict=True)
    ]
    return Document(source, Kind.GENERAL, tuple(blocks))


def supplied(**texts: str) -> Document:
    """A document of new text only; keys are those of the roles, `_2` and so on makes them unique."""
    roles = {role.key: role for role in Role}
    empty = Draft(Path("空.txt"), "txt", ())
    blocks = []
    for key, text in texts.items():
        role = roles[key] if key in roles else roles[key.rpartition("_")[0]]
        blocks.append(Block(role, (Run(text),)))
    return Document(empty, Kind.GENERAL, tuple(blocks))


def written(doc: Document, seal: Seal = Seal.ROUND, grid: str | None = None) -> Written:
    return write(doc, setting_of(general(), government(), grid, seal))


def tree(result: Written, name: str = "word/document.xml") -> Element:
    return etree.fromstring(part(result, name))


def part(result: Written, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(result.data)) as package:
        return package.read(name)


def names(result: Written) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(result.data)) as package:
        return package.namelist()


def text(node: Element) -> str:
    return "".join(leaf.text or "" for leaf in node.iter(w("t")))


def paragraph(root: Element, words: str) -> Element:
    """The paragraph with exactly these words."""
    return next(node for node in root.iter(w("p")) if text(node) == words)


def style(node: Element) -> str | None:
    found = node.find(f"{w('pPr')}/{w('pStyle')}")
    return None if found is None else found.get(w("val"))


def attribute(node: Element, path: str, name: str) -> str | None:
    """An attribute of the element at `path` of local names."""
    found = node.find("/".join(map(w, path.split("/"))))
    return None if found is None else found.get(w(name))


def texts(root: Element) -> Sequence[str]:
    body = root.find(w("body"))
    assert body is not None
    return [text(node) for node in body.iter(w("p"))]
