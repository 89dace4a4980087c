"""A file of rich text or OpenDocument in, its words out, by another way than LibreOffice's."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from gwformat.readers.legacy.doc_text import Unreadable

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_PARAGRAPHS = (f"{_TEXT}p", f"{_TEXT}h")
_LARGEST = 64 << 20


def rtf_paragraphs(path: Path) -> Iterator[str]:
    """The paragraphs of rich text as striprtf reads them."""
    from striprtf.striprtf import rtf_to_text

    try:
        text = str(rtf_to_text(path.read_bytes().decode("latin-1"), errors="replace"))  # type: ignore[no-untyped-call]
        yield from text.replace("|", "\n").split("\n")  # cells are parted by strokes
    except (ValueError, LookupError, IndexError) as error:
        raise Unreadable("RTF 的结构不完整") from error


def odt_paragraphs(path: Path) -> Iterator[str]:
    """The paragraphs of the body of an OpenDocument text, notes and boxes included."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        with zipfile.ZipFile(path) as archive:
            if archive.getinfo("content.xml").file_size > _LARGEST:
                raise Unreadable("文件太大")
            root = etree.fromstring(archive.read("content.xml"), parser)
    except (KeyError, zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        raise Unreadable("OpenDocument 的结构不完整") from error
    for paragraph in root.iter(*_PARAGRAPHS):
        yield "".join(_own(paragraph))


def _own(element: etree._Element) -> Iterator[str]:
    """The words of a paragraph without those of paragraphs inside it."""
    yield element.text or ""
    for child in element:
        if child.tag not in _PARAGRAPHS and isinstance(child.tag, str):
            yield from _own(child)
        yield child.tail or ""
