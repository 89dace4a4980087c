"""A package in, the words outside its main part out: headers, footers, notes, comments, charts, diagrams."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator

from lxml import etree

from gwformat.model import OBJECT, Carrier, Paragraph, Story
from gwformat.ooxml.inline import AtomKind, atoms, paragraphs
from gwformat.ooxml.names import A, local, w
from gwformat.ooxml.old_numbers import drop_numbers
from gwformat.ooxml.package import Package
from gwformat.ooxml.page_numbers import said_besides, says_something
from gwformat.readers.docx.objects import text_of, visible

# Relationship kinds whose parts are made of w:p, in the order in which they are listed.
TEXT_PARTS = ("header", "footer", "footnotes", "endnotes", "comments")
_ON_EVERY_PAGE = ("header", "footer")
# Parts of graphics; only the words are of interest, and a broken one does not harm the text.
_GRAPHIC_PARTS = {"chart": "chart", "chartEx": "chart", "diagramData": "diagram"}
Blocks = tuple[Paragraph | Carrier, ...]
_SEPARATORS = frozenset(("separator", "continuationSeparator", "continuationNotice"))


def text_parts(package: Package) -> Iterator[tuple[str, str]]:
    """Kind and name of each part that holds paragraphs besides the main one."""
    related = package.relationships(package.main_part).values()
    seen: set[str] = set()
    for kind in TEXT_PARTS:
        for relationship in related:
            name = relationship.target
            if relationship.kind == kind and name in package.parts and name not in seen:
                seen.add(name)
                yield kind, name


def stories(
    package: Package, blocks: Callable[[etree._Element, str], Blocks]
) -> tuple[tuple[Story, ...], tuple[str, ...]]:
    """All stories, and notices about parts of graphics that could not be read; `blocks` reads what a part shows."""
    found: list[Story] = []
    notices: list[str] = []
    sources = [package.main_part]
    for kind, name in text_parts(package):
        sources.append(name)
        root = package.tree(name)
        besides, plain = said_besides(root) if kind in _ON_EVERY_PAGE else ([], True)
        words = tuple(_text(p) for p in paragraphs(root) if not _separates(p))
        shown = blocks(_without_numbers(root, plain=plain), name) if besides or not plain else ()
        found.append(Story(kind, name, words, plain, shown))
    seen: set[str] = set()
    for source in sources:
        for relationship in package.relationships(source).values():
            name, graphic = relationship.target, _GRAPHIC_PARTS.get(relationship.kind)
            if graphic is None or name not in package.parts or name in seen:
                continue
            seen.add(name)
            graphic_root = package.optional_tree(name)
            if graphic_root is None:
                notices.append(f"图表部件 {name} 已损坏，原样保留，其中的文字没有检查")
            else:
                found.append(Story(graphic, name, tuple(_graphic_texts(graphic_root))))
    return tuple(found), tuple(notices)


def _without_numbers(root: etree._Element, *, plain: bool) -> etree._Element:
    """A copy of a header or footer as it will be shown: page numbers go, and empty paragraphs among mere words."""
    shown = copy.deepcopy(root)
    for paragraph in shown.findall(w("p")) if plain else ():
        if not says_something(paragraph):
            shown.remove(paragraph)
    drop_numbers(shown)
    return shown


def _text(paragraph: etree._Element) -> str:
    """The words of a paragraph; those of symbols and the like in place, nested paragraphs count for themselves."""
    return "".join(
        text_of(atom.node, visible(atom.node)) or OBJECT if atom.kind is AtomKind.OBJECT else atom.text
        for atom in atoms(paragraph)
    )


def _separates(paragraph: etree._Element) -> bool:
    """Whether a paragraph is the rule above notes rather than a note."""
    note = paragraph.getparent()
    return note is not None and note.get(w("type")) in _SEPARATORS


def _graphic_texts(root: etree._Element) -> Iterator[str]:
    """Paragraphs of DrawingML text, and the cached strings and numbers of a chart."""
    for element in root.iter(f"{{{A}}}p", "{*}v"):
        if local(element.tag) == "p":
            text = "".join(part.text or "" for part in element.iter(f"{{{A}}}t"))
        else:
            text = element.text or ""
        if text:
            yield text
