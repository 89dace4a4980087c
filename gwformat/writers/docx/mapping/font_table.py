"""The families a docx now uses come in; its font tables get entries for them and lose those of families that went."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from gwformat.ooxml.names import local, w
from gwformat.ooxml.package import Package
from gwformat.ooxml.trees import detach
from gwformat.ooxml.values import VAL
from gwformat.writers.docx.mapping.record import Table
from gwformat.writers.docx.mapping.work import Work
from gwformat.writers.docx.oxml import Element, el

_TABLE = "fontTable"
_CHARSETS = {True: "86", False: "00"}  # 17.18.85 as Word writes it: GB 2312, ANSI


def map_tables(work: Work, gone: frozenset[str], came: frozenset[str], latin: str) -> None:
    """Bring all font tables up to date; an entry with an embedded font stays, for it is that of a file."""
    for name in _tables(work.package):
        source = work.package.optional_tree(name)
        if source is None:
            continue
        present = {entry.get(w("name"), "") for entry in source.iter(w("font"))}
        added = tuple(sorted(came - present))
        removed = [entry for entry in source.iter(w("font")) if entry.get(w("name")) in gone and not _embeds(entry)]
        if not added and not removed:
            continue
        work.tables[name] = Table(added, tuple(etree.tostring(entry, with_tail=False) for entry in removed))
        going = {entry.get(w("name")) for entry in removed}
        root = work.tree(name)
        for entry in list(root.iter(w("font"))):
            if entry.get(w("name")) in going:
                detach(entry)
        root.extend(_entry(family, chinese=family != latin or not family.isascii()) for family in added)


def other_names(package: Package) -> dict[str, tuple[str, ...]]:
    """By which names a program may look for a family as well (17.8.3.1), families in lower case."""
    others: dict[str, tuple[str, ...]] = {}
    for table in _tables(package):
        root = package.optional_tree(table)
        for entry in () if root is None else root.iter(w("font")):
            said = entry.find(w("altName"))
            names = "" if said is None else said.get(VAL, "")
            if names:
                others[entry.get(w("name"), "").strip().casefold()] = tuple(map(str.strip, names.split(",")))
    return others


def _tables(package: Package) -> Iterator[str]:
    """The font tables of the text and of its building blocks."""
    main = package.main_part
    for source in (main, package.related(main, "glossaryDocument")):
        found = package.related(source, _TABLE) if source else None
        if found is not None:
            yield found


def _embeds(entry: Element) -> bool:
    return any(local(child.tag).startswith("embed") for child in entry)


def _entry(family: str, *, chinese: bool) -> Element:
    return el(
        "font",
        el("charset", val=_CHARSETS[chinese]),
        el("family", val="auto"),
        el("pitch", val="variable"),
        name=family,
    )
