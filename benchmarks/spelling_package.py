"""A docx as bytes comes in; the same parts packed, named, encoded or marked up otherwise go out."""

from __future__ import annotations

import io
import posixpath
import random
import re
import zipfile
from collections.abc import Callable, Mapping

from lxml import etree

from benchmarks.spelling_parts import TYPES, Parts, is_xml, read, write
from benchmarks.spelling_strict import strict

Element = etree._Element

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
_HAN = re.compile(r"[一-鿿]")


def stored(data: bytes, chance: random.Random) -> bytes:
    """Nothing is compressed."""
    return write(read(data), zipfile.ZIP_STORED)


class _Stream(io.RawIOBase):
    """A sink that cannot seek, so that sizes and checksums follow the members."""

    def __init__(self) -> None:
        self.chunks: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, chunk: object) -> int:
        self.chunks.append(bytes(chunk))  # type: ignore[call-overload]
        return len(self.chunks[-1])


def streamed(data: bytes, chance: random.Random) -> bytes:
    """As a program writes it that streams: data descriptors, folders of their own, the members in any order."""
    parts, sink = read(data), _Stream()
    names = list(parts)
    chance.shuffle(names)
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as package:
        for folder in sorted({f"{posixpath.dirname(name)}/" for name in names if "/" in name}):
            package.writestr(zipfile.ZipInfo(folder), b"")
        for name in names:
            with package.open(name, "w") as member:
                member.write(parts[name])
        package.comment = b"streamed"
    return b"".join(sink.chunks)


def encoded(data: bytes, chance: random.Random) -> bytes:
    """All XML in UTF-16."""
    return _each(data, lambda name, root: etree.tostring(root, xml_declaration=True, encoding="UTF-16"))


def prefixed(data: bytes, chance: random.Random) -> bytes:
    """WordprocessingML under another prefix."""

    def changed(name: str, root: Element) -> bytes:
        text = etree.tostring(root, encoding="unicode")
        if f'xmlns:w="{_W}"' not in text or "ns7" in text:
            return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        text = text.replace(f'xmlns:w="{_W}"', f'xmlns:ns7="{_W}"')
        text = re.sub(r"<[^<>]+>", lambda tag: re.sub(r"(?<=[<\s/])w:(?=\w+)", "ns7:", tag[0]), text)
        # What names prefixes in words names those of this file.
        text = re.sub(r'(Requires|Ignorable)="([^"]*)"', lambda found: re.sub(r"\bw\b", "ns7", found[0]), text)
        return ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text).encode()

    return _each(data, changed)


def unprefixed(data: bytes, chance: random.Random) -> bytes:
    """WordprocessingML as the default namespace; attributes keep the prefix, as they must."""

    def changed(name: str, root: Element) -> bytes:
        text = etree.tostring(root, encoding="unicode")
        if f'xmlns:w="{_W}"' in text and "xmlns=" not in text:
            text = text.replace(f'xmlns:w="{_W}"', f'xmlns:w="{_W}" xmlns="{_W}"')
            text = re.sub(r"<(/?)w:", r"<\1", text)
        return text.encode()

    return _each(data, changed)


def marked_up(data: bytes, chance: random.Random) -> bytes:
    """Characters as numbers and in CDATA, comments between elements, single quotes, line ends between tags."""

    def changed(name: str, root: Element) -> bytes:
        if not name.startswith("word/"):
            return etree.tostring(root)
        text = etree.tostring(root, encoding="unicode")
        text = re.sub(r"(<w:t(?: [^>]*)?>)([^<]*)(</w:t>)", lambda found: _spelled(found, chance), text)
        text = re.sub(r"(</w:p>|</w:tbl>|</w:style>)(?=<w:)", "\\1\n  <!-- 甲 -->\n", text)
        text = re.sub(r"(</w:r>|</w:rPr>)(?=<w:)", "\\1\n    ", text)
        text = re.sub(r"<w:[^<>]+>", lambda tag: _single_quoted(tag[0]), text)
        return text.encode()

    return _each(data, changed)


def _spelled(found: re.Match[str], chance: random.Random) -> str:
    start, said, end = found.groups()
    way = chance.randrange(3)
    if way == 0 and "&" not in said and said:
        said = f"<![CDATA[{said}]]>"
    elif way == 1:
        said = _HAN.sub(lambda char: f"&#x{ord(char[0]):x};", said)
    return f"{start}{said}{end}"


def _single_quoted(tag: str) -> str:
    return tag if "'" in tag else tag.replace('"', "'")


def _each(data: bytes, change: Callable[[str, Element], bytes]) -> bytes:
    parts = read(data)
    return write({name: change(name, etree.fromstring(said)) if is_xml(name) else said for name, said in parts.items()})


def renamed(data: bytes, chance: random.Random) -> bytes:
    """The parts under other names in other folders, their targets from the root of the package."""
    parts = read(data)
    names = {name: _other_name(name, number) for number, name in enumerate(parts)}
    types = _types_of(parts)
    result: Parts = {}
    for name, content in parts.items():
        if name.endswith(".rels"):
            folder, base = posixpath.split(name)
            source = posixpath.join(posixpath.dirname(folder), base.removesuffix(".rels"))
            new = names.get(source, source)
            head, tail = posixpath.split(new)
            result[f"{head}/_rels/{tail}.rels".lstrip("/")] = _targets(content, source, names)
        elif name != TYPES:
            result[names[name]] = content
    extensions = {"rels": "application/vnd.openxmlformats-package.relationships+xml"}
    said = {names[name]: said for name, said in types.items() if name in names}
    return write({TYPES: _types_part(extensions, said), **result})


def _other_name(name: str, number: int) -> str:
    if name == TYPES or name.endswith(".rels"):
        return name
    return f"teil/{number}/stueck{number}{posixpath.splitext(name)[1]}"


def _targets(content: bytes, source: str, names: Mapping[str, str]) -> bytes:
    root = etree.fromstring(content)
    for node in root:
        if not isinstance(node.tag, str) or node.get("TargetMode") == "External":
            continue
        target = node.get("Target", "")
        path = posixpath.normpath(posixpath.join("/" + posixpath.dirname(source), target)).lstrip("/")
        if path in names:
            node.set("Target", "/" + names[path])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _types_of(parts: Mapping[str, bytes]) -> dict[str, str]:
    """The content type of every part."""
    defaults: dict[str, str] = {}
    overrides: dict[str, str] = {}
    for node in etree.fromstring(parts[TYPES]):
        if node.get("PartName"):
            overrides[node.get("PartName", "").lstrip("/").lower()] = node.get("ContentType", "")
        elif node.get("Extension"):
            defaults[node.get("Extension", "").lower()] = node.get("ContentType", "")
    found = {}
    for name in parts:
        said = overrides.get(name.lower()) or defaults.get(name.rpartition(".")[2].lower())
        if said and name != TYPES:
            found[name] = said
    return found


def _types_part(extensions: Mapping[str, str], parts: Mapping[str, str]) -> bytes:
    root = etree.Element(f"{{{_TYPES_NS}}}Types", nsmap={None: _TYPES_NS})
    for extension, said in extensions.items():
        etree.SubElement(root, f"{{{_TYPES_NS}}}Default", Extension=extension, ContentType=said)
    for name, said in parts.items():
        etree.SubElement(root, f"{{{_TYPES_NS}}}Override", PartName=f"/{name}", ContentType=said)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def typed(data: bytes, chance: random.Random) -> bytes:
    """The content type of the main part is that of its extension, those of all others are said one by one."""
    parts = read(data)
    types = _types_of(parts)
    main = next((name for name, said in types.items() if said.endswith("main+xml")), None)
    if main is None:
        return data
    extensions = {main.rpartition(".")[2]: types.pop(main)}
    return write({**parts, TYPES: _types_part(extensions, types)})


def cased(data: bytes, chance: random.Random) -> bytes:
    """Targets and overrides in other capitals than the parts: names of parts ignore case (OPC 6.2.2.3)."""
    parts = read(data)
    names = {name: name.upper() for name in parts}
    for name, content in parts.items():
        if name.endswith(".rels"):
            folder, base = posixpath.split(name)
            source = posixpath.join(posixpath.dirname(folder), base.removesuffix(".rels"))
            parts[name] = _targets(content, source, names)
    types = {name.upper(): said for name, said in _types_of(parts).items() if not name.endswith(".rels")}
    extensions = {"RELS": "application/vnd.openxmlformats-package.relationships+xml"}
    return write({**parts, TYPES: _types_part(extensions, types)})


PACKAGES: dict[str, Callable[[bytes, random.Random], bytes | None]] = {
    "不压缩": stored,
    "流式压缩": streamed,
    "UTF-16": encoded,
    "前缀": prefixed,
    "缺省名空间": unprefixed,
    "字符引用": marked_up,
    "部件名": renamed,
    "部件大小写": cased,
    "内容类型": typed,
    "Strict": strict,
}
"""The ways of packing, by the name the report gives them."""
