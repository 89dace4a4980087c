"""A docx comes in; the same with notes, choices and styles that no page shows anything of goes out."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable

from lxml import etree

from benchmarks.mutant_docx import RANKS, Docx, Element, w
from benchmarks.spelling_runs import roots

_STYLES, _VAL = "word/styles.xml", w("val")
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_STRANGE = "http://example.org/strange"
_ALTERNATE, _CHOICE, _FALLBACK = (f"{{{_MC}}}{name}" for name in ("AlternateContent", "Choice", "Fallback"))


def shown(docx: Docx, chance: random.Random) -> None:
    """Styles that hide everything, and words that say themselves that they are not hidden."""
    sheet = docx.trees.get(_STYLES)
    if sheet is None:
        return
    for root in roots(docx):
        for node in list(root.iter(w("r"), w("p"), f"{_M}r")):
            _say(_properties(node), "0")
    for style in sheet.iter(w("style")):
        if style.get(w("type")) in ("paragraph", "character"):
            _say(_part(style, "rPr"), "1")


def _properties(node: Element) -> Element:
    """The properties of a run, or of the mark of a paragraph."""
    return _part(_part(node, "pPr"), "rPr") if node.tag == w("p") else _part(node, "rPr")


def _part(node: Element, name: str) -> Element:
    found = node.find(w(name))
    if found is None:
        found = etree.Element(w(name))
        first = [child for child in node if child.tag == f"{_M}rPr"] if node.tag == f"{_M}r" else []
        inside = node.tag in (w("pPr"), w("style"))
        later = [child for child in node if child.tag in (w("sectPr"), w("pPrChange"), w("tblPr"), w("tblStylePr"))]
        node.insert((node.index(later[0]) if later else len(node)) if inside else len(first), found)
    return found


def _say(properties: Element, value: str) -> None:
    if properties.find(w("vanish")) is None:
        etree.SubElement(properties, w("vanish"), {_VAL: value})
        ranks = RANKS["rPr"]
        properties[:] = sorted(properties, key=lambda child: ranks.get(child.tag, len(ranks)))


def chosen(docx: Docx, chance: random.Random) -> None:
    """Drawings as what is shown where another program would show something else."""
    for root in roots(docx):
        for node in list(root.iter(w("drawing"), w("pict"))):
            if next(node.iterancestors(_CHOICE, _FALLBACK), None) is None:
                alternate = etree.Element(_ALTERNATE)
                node.addprevious(alternate)
                etree.SubElement(alternate, _FALLBACK).append(node)
        for alternate in list(root.iter(_ALTERNATE)):
            _choose(alternate)


def _choose(alternate: Element) -> None:
    """Put a choice in front for a program that nobody has."""
    choice = etree.Element(_CHOICE, {"Requires": "strange"}, nsmap={"strange": _STRANGE})
    etree.SubElement(etree.SubElement(choice, w("pict")), w("t")).text = "别的程序的话"
    alternate.insert(0, choice)


def noted(docx: Docx, chance: random.Random) -> None:
    """Notes of another program at the beginning of paragraphs and of runs."""
    alternate = etree.Element(_ALTERNATE)
    choice = etree.SubElement(alternate, _CHOICE, {"Requires": "strange"}, nsmap={"strange": _STRANGE})
    for number, node in enumerate(docx.document.iter(w("p"), w("r"))):
        if next(node.iterancestors(_CHOICE, _FALLBACK, w("r")), None) is None and not chance.randrange(3):
            choice[:] = [etree.Element(f"{{{_STRANGE}}}mark", {"name": f"甲{number}"})]
            first = node[0] if len(node) else None
            node.insert(1 if first is not None and first.tag in (w("pPr"), w("rPr")) else 0, copy.deepcopy(alternate))


UNSEEN: dict[str, Callable[[Docx, random.Random], None]] = {
    "样式说隐藏": shown,
    "别的程序的选择": chosen,
    "别的程序的记号": noted,
}
"""The ways of saying what is not seen, by the name the report gives them."""
