"""A docx with a fault comes in; the same document as another program or another hand would have left it goes out.

原样 leaves it, 碎段 splits its runs as an edited file has them, 改名 takes away everything by which gwformat knows its
own files, 直接 has no styles besides: all their formatting stands in the paragraphs and runs.
"""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Callable

from lxml import etree

from benchmarks.mutant_docx import RANKS, Docx, Element, isolate, text, w

_OWN_RELATION = re.compile(rb'<Relationship [^>]*Target="\.\./customXml/[^>]*/>')
_OWN_TYPE = re.compile(rb'<Override [^>]*PartName="/customXml/[^>]*/>')
_EVERY = 3  # one paragraph in so many is split
_LEAST = 4  # characters


def split(docx: Docx, chance: random.Random) -> None:
    """Runs as an edited file has them: cut at any character."""
    for number, paragraph in enumerate(docx.paragraphs()):
        length = len(text(paragraph))
        if number % _EVERY and length >= _LEAST:
            for _ in range(2):
                at = chance.randrange(1, length)
                isolate(paragraph, 0, at)


def rename(docx: Docx, chance: random.Random) -> None:
    """No marks, no bookmarks, and styles that say nothing of what they are for."""
    for name in [name for name in docx.parts if name.startswith("customXml/")]:
        del docx.parts[name]
    relations = "word/_rels/document.xml.rels"
    docx.parts[relations] = _OWN_RELATION.sub(b"", docx.parts[relations])
    docx.parts["[Content_Types].xml"] = _OWN_TYPE.sub(b"", docx.parts["[Content_Types].xml"])
    for node in list(docx.document.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        node.getparent().remove(node)
    names: dict[str, str] = {}
    for style in docx.trees["word/styles.xml"].iter(w("style")):
        identifier = style.get(w("styleId"), "")
        if identifier.startswith("gw-"):
            names[identifier] = f"a{len(names) + 1}"
            style.set(w("styleId"), names[identifier])
            style.find(w("name")).set(w("val"), f"样式{len(names)}")
    for root in docx.trees.values():
        for node in root.iter(w("pStyle"), w("rStyle"), w("tblStyle"), w("basedOn"), w("next"), w("link")):
            said = node.get(w("val"), "")
            node.set(w("val"), names.get(said, said))


def flatten(docx: Docx, chance: random.Random) -> None:
    """No styles: what they say is said by each paragraph and run."""
    sheet = {style.get(w("styleId")): style for style in docx.trees["word/styles.xml"].iter(w("style"))}
    for root in docx.trees.values():
        for paragraph in root.iter(w("p")):
            _flatten(paragraph, sheet)
    for identifier, style in sheet.items():
        if identifier and identifier.startswith("gw-"):
            style.getparent().remove(style)
    rename(docx, chance)


def _flatten(paragraph: Element, sheet: dict[str | None, Element]) -> None:
    style = _taken(paragraph, "pPr", "pStyle", sheet)
    for run in paragraph.iter(w("r")):
        for named in (_taken(run, "rPr", "rStyle", sheet), style):
            if named is not None:
                _say(run, named.find(w("rPr")))
    if style is not None:
        _say(paragraph, style.find(w("pPr")))


def _taken(node: Element, properties: str, name: str, sheet: dict[str | None, Element]) -> Element | None:
    """The style a paragraph or run has; the node no longer names it."""
    found = node.find(f"{w(properties)}/{w(name)}")
    if found is None or found.get(w("val")) not in sheet:
        return None
    found.getparent().remove(found)
    return sheet[found.get(w("val"))]


def _say(node: Element, said: Element | None) -> None:
    """Say directly what a style says, where nothing is said yet."""
    if said is None:
        return
    own = node.find(said.tag)
    if own is None:
        own = etree.Element(said.tag)
        node.insert(0, own)
    for child in said:
        mine = own.find(child.tag)
        if mine is None:
            own.append(copy.deepcopy(child))
        elif child.tag in (w("rFonts"), w("spacing"), w("ind"), w("pBdr")):
            _fill(mine, child)
    ranks = RANKS[etree.QName(said).localname]
    own[:] = sorted(own, key=lambda child: ranks.get(child.tag, 99))


def _fill(mine: Element, said: Element) -> None:
    for key, value in said.attrib.items():
        if not _contradicts(mine, str(key)):
            mine.set(key, mine.get(key, value))
    for child in said:
        if mine.find(child.tag) is None:
            mine.append(copy.deepcopy(child))


def _contradicts(mine: Element, key: str) -> bool:
    """Whether the node says otherwise what this attribute of the style would say."""
    others = {"firstLine": "hanging", "hanging": "firstLine", "ascii": "asciiTheme", "eastAsia": "eastAsiaTheme"}
    name = etree.QName(key).localname
    bare = name.removesuffix("Chars")
    other = others.get(bare)
    return other is not None and (mine.get(w(other)) is not None or mine.get(w(other + "Chars")) is not None)


DISGUISES: dict[str, Callable[[Docx, random.Random], None]] = {
    "原样": lambda docx, chance: None,
    "碎段": split,
    "改名": rename,
    "直接": flatten,
}
