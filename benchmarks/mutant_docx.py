"""A docx as bytes comes in, its parts as trees that a fault can be planted in, and the docx with the fault, go out.

It knows WordprocessingML by itself: what plants faults shares nothing with what looks for them.
"""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from gwformat.model import Role

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_STYLES = {f"gw-{role.key.replace('_', '-')}": role for role in Role}
DOCUMENT = "word/document.xml"
Element = etree._Element


def w(name: str) -> str:
    """The name in the namespace of WordprocessingML."""
    return f"{{{W}}}{name}"


_ORDERS = {
    "pPr": """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
        suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
        snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
        textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange""",
    "rPr": """ins del rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof
        snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign
        rtl cs em lang eastAsianLayout specVanish oMath rPrChange""",
}
RANKS = {parent: {w(name): rank for rank, name in enumerate(order.split())} for parent, order in _ORDERS.items()}
"""The order the schema wants properties in."""


class Docx:
    """The parts of a docx that gwformat wrote; `roles` are its elements, by the styles they were written in."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.trees = {name: etree.fromstring(self.parts[name]) for name in self.parts if _is_tree(name)}
        self.roles: dict[Role, list[Element]] = {}
        for paragraph in self.paragraphs():
            if (role := _STYLES.get(style_id(paragraph))) is not None:
                self.roles.setdefault(role, []).append(paragraph)

    @property
    def document(self) -> Element:
        return self.trees[DOCUMENT]

    def paragraphs(self) -> list[Element]:
        """All paragraphs in the order of the file, those of cells and text boxes too."""
        return [node for node in self.document.iter(w("p")) if next(node.iterancestors(_FALLBACK), None) is None]

    def data(self) -> bytes:
        """The docx as it is now."""
        result = io.BytesIO()
        with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as package:
            for name, root in self.trees.items():
                self.parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            for name, content in self.parts.items():
                package.writestr(name, content)
        return result.getvalue()


def _is_tree(name: str) -> bool:
    return name.startswith("word/") and name.endswith(".xml")


def style_id(paragraph: Element) -> str:
    found = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if found is None else found.get(w("val"), "")


def leaves(paragraph: Element) -> Iterator[tuple[Element, str]]:
    """Each leaf with its visible characters; a break is a line feed."""
    for node in paragraph.iter(w("t"), w("br"), w("tab")):
        if node.tag == w("t"):
            yield node, node.text or ""
        elif node.getparent().tag == w("r"):
            yield node, "\n" if node.tag == w("br") else "\t"


def text(paragraph: Element) -> str:
    """The words of a paragraph."""
    return "".join(said for _, said in leaves(paragraph))


def replace(paragraph: Element, start: int, end: int, new: str) -> None:
    """Put `new` in the place of the characters from `start` to `end`, into the leaf in which they begin."""
    position, rest = 0, new
    found = list(leaves(paragraph))
    last = next(node for node, _ in reversed(found) if node.tag == w("t"))
    for node, said in found:
        begin, position = position, position + len(said)
        if position < start or begin > end or node.tag != w("t"):
            continue
        if position == start and rest and start != end and node is not last:
            continue  # what is replaced begins in the next leaf
        low, high = max(start - begin, 0), min(end - begin, len(said))
        node.text = said[:low] + rest + said[high:]
        node.set(_SPACE, "preserve")
        rest = ""


def drop_outer_breaks(paragraph: Element) -> None:
    """Take away the line breaks that stand at either end when the words beside them are gone."""
    found = [(node, said) for node, said in leaves(paragraph) if said]
    for row in (found, found[::-1]):
        for node, said in row:
            if said != "\n":
                break
            if node.getparent() is not None:
                node.getparent().remove(node)


def set_text(paragraph: Element, new: str) -> None:
    """Give a paragraph other words, in the look of its first run."""
    runs = [run for run in paragraph.iter(w("r")) if run.find(w("t")) is not None]
    for run in list(paragraph.iter(w("r"))):
        if run is not runs[0]:
            run.getparent().remove(run)
    for node in [node for node in runs[0] if node.tag not in (w("t"), w("rPr"))]:
        runs[0].remove(node)
    for node in runs[0].findall(w("t")):
        node.text = ""
    leaf = runs[0].find(w("t"))
    assert leaf is not None
    leaf.text = new


def isolate(paragraph: Element, start: int, end: int) -> list[Element]:
    """The runs that hold exactly the characters from `start` to `end`, cut out of those that held them."""
    for at in (start, end):
        position = 0
        for node, said in list(leaves(paragraph)):
            begin, position = position, position + len(said)
            if begin < at < position and node.tag == w("t"):
                _cut(node, at - begin)
    position, found = 0, []
    for node, said in leaves(paragraph):
        begin, position = position, position + len(said)
        if start <= begin and position <= end and said:
            found.append(node.getparent())
    return found


def _cut(leaf: Element, at: int) -> None:
    """Cut the run of a leaf in two at a character of the leaf."""
    run = leaf.getparent()
    assert run is not None and leaf.text is not None
    second = copy.deepcopy(run)
    place = run.index(leaf)
    for node in list(run[place + 1 :]):
        run.remove(node)
    for node in [node for node in second[:place] if node.tag != w("rPr")]:
        second.remove(node)
    twin = second.find(w("t"))
    assert twin is not None
    leaf.text, twin.text = leaf.text[:at], leaf.text[at:]
    for node in (leaf, twin):
        node.set(_SPACE, "preserve")
    run.addnext(second)
