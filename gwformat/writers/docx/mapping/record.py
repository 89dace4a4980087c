"""What a mapping changed comes in, the custom XML part that makes the way back exact goes out, and the reverse.

Of each distinct change the part says once what stood there before and what stands there now; of each part of the docx
it says, place by place, which change was made: `12= 3a 5=` is twelve places as they were, three times change `a`, and
so on. Where the file was edited since and the places no longer match, a change is undone by what stands there now.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from itertools import groupby, islice, repeat

from lxml import etree

from gwformat.ooxml.names import W, local
from gwformat.ooxml.package import Package
from gwformat.ooxml.trees import part_bytes
from gwformat.values import dataclass
from gwformat.writers.docx.custom_xml import Properties, describe
from gwformat.writers.docx.mapping import places
from gwformat.writers.docx.mapping.places import Said
from gwformat.writers.docx.oxml import Element
from gwformat.writers.docx.parts import Parts

NAMESPACE = "urn:gwformat:fonts:1"
PART = "customXml/gwformat-fonts.xml"
_PROPERTIES = Properties(
    "customXml/gwformat-fonts-props.xml", "2E7D1A64-5B0C-4F7E-8C39-51B6A9704F17", namespace=NAMESPACE
)
_NOT_DRAWN = (places.FONTS, places.SPACING, places.SYMBOL, places.CHECKED, places.UNCHECKED, places.TEXT_PATH)
_KINDS = {tag: local(tag) for tag in (*_NOT_DRAWN, *places.DRAWN)}
_KINDS[places.DRAWN_SYMBOL] = "drawnSym"  # not the `w:sym` of the text
_TAGS = {kind: tag for tag, kind in _KINDS.items()}
_RUN = re.compile(r"(\d{0,8})(=|[a-z]+)")
_SAME = "="
_MOST_PLACES = 10_000_000  # what a file could hold; forged counts must not fill the memory


@dataclass(frozen=True, slots=True)
class Changed:
    """One change: what a place said before (None: it was not there), what it says now, and of which runs it was split.

    `joins` names the neighbours ("before", "after") a run was one with.
    """

    tag: str
    before: Said | None
    after: Said
    joins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """What was done to a font table: names that were added, entries that were taken out."""

    added: tuple[str, ...]
    removed: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """Everything one mapping did; `places` has for each place of a part the change, None where there was none."""

    source: str  # the font system the file was in
    target: str
    places: Mapping[str, Sequence[Changed | None]] = field(default_factory=dict)
    tables: Mapping[str, Table] = field(default_factory=dict)


def attach(parts: Parts, record: Record) -> None:
    """Add the custom XML part with its properties and relationships."""
    main = parts.package.main_part
    parts.put(PART, _dump(record), "application/xml")
    parts.relate(main, "gwFonts", "customXml", PART)
    describe(parts, PART, _PROPERTIES)


def detach(parts: Parts, name: str) -> None:
    """Take the custom XML part out, with what leads to it and what it leads to."""
    main = parts.package.main_part
    leading = {arrow.id for arrow in parts.package.relationships(main).values() if arrow.target == name}
    parts.unrelate(main, leading)
    for arrow in parts.package.relationships(name).values():
        if not arrow.external and arrow.target in parts.package.parts:
            parts.remove(arrow.target)
    parts.remove(name)


def find(package: Package) -> tuple[str, Record] | None:
    """The record a file carries and the part it is in, under whatever name a word processor gave it."""
    for arrow in package.relationships(package.main_part).values():
        data = package.parts.get(arrow.target) if arrow.kind == "customXml" else None
        if data is None or NAMESPACE.encode() not in data:
            continue
        root = package.optional_tree(arrow.target)
        if root is not None and root.tag == f"{{{NAMESPACE}}}fonts":
            return arrow.target, _load(root)
    return None


def _dump(record: Record) -> bytes:
    root = etree.fromstring(f'<fonts xmlns="{NAMESPACE}"/>')
    root.set("source", record.source)
    root.set("target", record.target)
    names: dict[tuple[object, ...], str] = {}
    known: dict[int, str] = {}  # most places share a change: the very object
    for part, changes in record.places.items():
        for change in changes:
            if change is not None and id(change) not in known:
                known[id(change)] = _named(change, names, root)
        signs = [_SAME if change is None else known[id(change)] for change in changes]
        element = etree.SubElement(root, f"{{{NAMESPACE}}}part", name=part)
        element.text = " ".join(_spelled(signs))
    for part, table in record.tables.items():
        element = etree.SubElement(root, f"{{{NAMESPACE}}}table", name=part)
        for name in table.added:
            etree.SubElement(element, f"{{{NAMESPACE}}}added", name=name)
        element.extend(etree.fromstring(entry) for entry in table.removed)
    return part_bytes(root)


def _named(change: Changed, names: dict[tuple[object, ...], str], root: Element) -> str:
    """The letters of a change, which is written down when it is met for the first time."""
    before = None if change.before is None else tuple(change.before.items())
    key = (change.tag, before, frozenset(change.after.items()), change.joins)
    if key not in names:
        names[key] = _letters(len(names))
        element = etree.SubElement(root, f"{{{NAMESPACE}}}change", id=names[key], place=_KINDS[change.tag])
        if change.joins:
            element.set("joins", " ".join(change.joins))
        for name, what in (("before", change.before), ("after", change.after)):
            if what is not None:
                etree.SubElement(element, f"{{{NAMESPACE}}}{name}", dict(what))
    return names[key]


def _letters(number: int) -> str:
    """a, b … z, ba, bb …"""
    digits = ""
    while number or not digits:
        number, rest = divmod(number, 26)
        digits = chr(ord("a") + rest) + digits
    return digits


def _spelled(signs: Sequence[str]) -> Iterator[str]:
    for sign, group in groupby(signs):
        count = len(list(group))
        yield f"{count if count > 1 else ''}{sign}"


def _load(root: Element) -> Record:
    changes: dict[str, Changed] = {}
    found: dict[str, Sequence[Changed | None]] = {}
    tables: dict[str, Table] = {}
    for element in root:
        kind = local(element.tag)
        if kind == "change" and element.get("place") in _TAGS:
            said = {local(child.tag): {str(k): str(v) for k, v in child.attrib.items()} for child in element}
            joins = tuple(element.get("joins", "").split())
            tag = _TAGS[element.get("place", "")]
            changes[element.get("id", "")] = Changed(tag, said.get("before"), said.get("after", {}), joins)
        elif kind == "part":
            left = _MOST_PLACES - sum(map(len, found.values()))
            found[element.get("name", "")] = tuple(islice(_places(element.text or "", changes), left))
        elif kind == "table":
            added = tuple(child.get("name", "") for child in element.iter(f"{{{NAMESPACE}}}added"))
            removed = tuple(etree.tostring(child, with_tail=False) for child in element.iter(f"{{{W}}}font"))
            tables[element.get("name", "")] = Table(added, removed)
    return Record(root.get("source", ""), root.get("target", ""), found, tables)


def _places(text: str, changes: Mapping[str, Changed]) -> Iterator[Changed | None]:
    for found in _RUN.finditer(text):
        yield from repeat(changes.get(found[2]), int(found[1] or "1"))
