"""A docx and a source of chance come in; the same with something wrong in its zip, its XML or its text goes out."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable, Mapping

from lxml import etree

Mutation = Callable[[bytes, random.Random], bytes]

_STRANGE = (
    "",
    "0",
    "-1",
    "99999999999",
    "\u202e\u200b",
    "𠮷〇㆐",
    "﷽" * 40,
    "a" * 5000,
    "〔２０２６〕",
    "\ufffe",
    "é́́",
    "true",
    "auto",
    "1e9",
    "../../etc",
)
_WORDS = (
    "附件：",
    "签发人：",
    "抄送：",
    "　　",
    "\t",
    "第１章",
    "……",
    "——",
    "机密★",
    "〔2026〕5号",
    "2026年13月40日",
    "（此页无正文）",
)


def cut(data: bytes, chance: random.Random) -> bytes:
    """The file ends somewhere."""
    return data[: chance.randrange(len(data))]


def flip(data: bytes, chance: random.Random) -> bytes:
    """Some bytes are others."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 3, 20, 200))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def splice(data: bytes, chance: random.Random) -> bytes:
    """A piece of the file stands in it once more, or is missing."""
    start, length = chance.randrange(len(data)), chance.randrange(1, 400)
    piece = data[start : start + length]
    place = chance.randrange(len(data))
    return data[:place] + piece + data[place:] if chance.random() < 0.5 else data[:start] + data[start + length :]


def without_part(data: bytes, chance: random.Random) -> bytes:
    """One part is missing, empty, or has the name or the content of another."""
    parts = _parts(data)
    one, other = (chance.choice(list(parts)) for _ in range(2))
    match chance.randrange(4):
        case 0:
            del parts[one]
        case 1:
            parts[one] = b""
        case 2:
            parts[one] = parts[other]
        case _:
            parts[f"word/{chance.randrange(99)}.xml"] = parts.pop(one)
    return _zipped(parts)


def other_element(data: bytes, chance: random.Random) -> bytes:
    """Elements of one part are gone, doubled, moved, renamed or empty."""
    return _in_xml(data, chance, _change_element)


def other_attribute(data: bytes, chance: random.Random) -> bytes:
    """Attributes of one part have strange values or are gone."""
    return _in_xml(data, chance, _change_attribute)


def other_text(data: bytes, chance: random.Random) -> bytes:
    """Texts of one part are strange, doubled, or have words of documents in them."""
    return _in_xml(data, chance, _change_text)


def broken_xml(data: bytes, chance: random.Random) -> bytes:
    """The XML of one part is damaged while the zip is whole."""
    parts = _parts(data)
    name = chance.choice(list(parts))
    if parts[name]:
        parts[name] = chance.choice((cut, flip, splice))(parts[name], chance)
    return _zipped(parts)


MUTATIONS: Mapping[str, Mutation] = {
    one.__name__: one
    for one in (cut, flip, splice, without_part, other_element, other_attribute, other_text, broken_xml)
}


def mutated(data: bytes, chance: random.Random) -> tuple[str, bytes]:
    """The name of a mutation and what it made; gentle ones are the more frequent, because they get further."""
    name = chance.choices(list(MUTATIONS), weights=(1, 1, 1, 2, 6, 6, 4, 2))[0]
    return name, MUTATIONS[name](data, chance)


def _in_xml(data: bytes, chance: random.Random, change: Callable[[etree._Element, random.Random], None]) -> bytes:
    parts = _parts(data)
    names = [name for name in parts if name.endswith((".xml", ".rels"))]
    # Mostly where the words are.
    name = "word/document.xml" if "word/document.xml" in names and chance.random() < 0.6 else chance.choice(names)
    root = etree.fromstring(parts[name])
    for _ in range(chance.choice((1, 1, 2, 5, 30))):
        change(chance.choice(list(root.iter(etree.Element))), chance)
    parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return _zipped(parts)


def _change_element(element: etree._Element, chance: random.Random) -> None:
    parent = element.getparent()
    if parent is None:
        return
    elements = list(element.getroottree().iter(etree.Element))
    other = chance.choice(elements)
    match chance.randrange(6):
        case 0:
            parent.remove(element)
        case 1:
            parent.insert(parent.index(element), _copy(element))
        case 2 if element not in (other, *other.iterancestors()):
            other.append(element)
        case 3:
            element.tag = other.tag
        case 4:
            del element[:]
        case _:
            inner = _copy(element)
            element.append(inner)


def _change_attribute(element: etree._Element, chance: random.Random) -> None:
    if not element.attrib:
        return
    name = chance.choice(list(element.attrib))
    if chance.random() < 0.2:
        del element.attrib[name]
    else:
        element.set(name, _legal(chance.choice(_STRANGE)))


def _change_text(element: etree._Element, chance: random.Random) -> None:
    text = element.text or ""
    place = chance.randrange(len(text) + 1)
    element.text = _legal(text[:place] + chance.choice((*_STRANGE, *_WORDS, text)) + text[place:])


def _legal(text: str) -> str:
    """Text that XML can hold at all."""
    return re.sub("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)


def _copy(element: etree._Element) -> etree._Element:
    return etree.fromstring(etree.tostring(element, with_tail=False))


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()
