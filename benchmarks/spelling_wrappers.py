"""A docx comes in; the same words in content controls, links, tracked insertions or other forms of fields go out."""

from __future__ import annotations

import random
from collections.abc import Callable

from lxml import etree

from benchmarks.mutant_docx import Docx, Element, w
from benchmarks.spelling_runs import SPACE, element, leaves_of, paragraphs, roots, runs

_RUN, _P, _P_PR = w("r"), w("p"), w("pPr")


def wrapped(docx: Docx, chance: random.Random) -> None:
    """Runs in content controls, smart tags and custom XML; paragraphs in content controls."""
    for run in runs(docx):
        way = chance.randrange(4)
        if way == 0:
            _around(run, etree.Element(w("smartTag"), {w("element"): "chsdate", w("uri"): "urn:某某"}))
        elif way == 1:
            _around(run, etree.Element(w("customXml"), {w("element"): "词"}))
        elif way == 2:
            _controlled(run)
    body = docx.document.find(w("body"))
    assert body is not None
    for paragraph in body.findall(_P):
        if paragraph.find(f"{_P_PR}/{w('sectPr')}") is None and not chance.randrange(4):
            _controlled(paragraph)


def _controlled(node: Element) -> None:
    control = etree.Element(w("sdt"))
    etree.SubElement(etree.SubElement(control, w("sdtPr")), w("id"), {w("val"): "7"})
    content = etree.SubElement(control, w("sdtContent"))
    node.addprevious(control)
    content.append(node)


def _around(node: Element, wrapper: Element) -> None:
    node.addprevious(wrapper)
    wrapper.append(node)


def linked(docx: Docx, chance: random.Random) -> None:
    """Hyperlinks to a place in the document around words."""
    for run in runs(docx):
        if not chance.randrange(3):
            _around(run, etree.Element(w("hyperlink"), {w("anchor"): "甲"}))


_TRACKED = {w("author"): "某某", w("date"): "2024-01-01T00:00:00Z"}


def inserted(docx: Docx, chance: random.Random) -> None:
    """Everything typed with changes tracked, and deletions of nothing."""
    for number, run in enumerate(runs(docx)):
        _around(run, etree.Element(w("ins"), {w("id"): str(80_000 + number), **_TRACKED}))
    for number, paragraph in enumerate(docx.document.iter(_P)):
        gone = etree.SubElement(paragraph, w("del"), {w("id"): str(90_000 + number), **_TRACKED})
        etree.SubElement(etree.SubElement(gone, _RUN), w("delText")).text = ""


def fields(docx: Docx, chance: random.Random) -> None:
    """Simple fields as complex ones."""
    for root in roots(docx):
        for field in list(root.iter(w("fldSimple"))):
            _complex(field)


def _complex(field: Element) -> None:
    code = etree.Element(_RUN)
    instruction = etree.SubElement(code, w("instrText"), {SPACE: "preserve"})
    instruction.text = field.get(w("instr"))
    field.addprevious(_mark("begin"))
    field.addprevious(code)
    field.addprevious(_mark("separate"))
    for child in list(field):
        field.addprevious(child)
    field.addprevious(_mark("end"))
    field.getparent().remove(field)  # type: ignore[union-attr]


def _mark(kind: str) -> Element:
    run = etree.Element(_RUN)
    run.append(element("fldChar", fldCharType=kind))
    return run


def simple_fields(docx: Docx, chance: random.Random) -> None:
    """Complex fields that stand in one paragraph as simple ones."""
    for paragraph in list(paragraphs(docx)):
        _simplify(paragraph)


def _simplify(paragraph: Element) -> None:
    kinds = [
        (node, node.find(w("fldChar")).get(w("fldCharType")))  # type: ignore[union-attr]
        for node in paragraph
        if node.tag == _RUN and node.find(w("fldChar")) is not None
    ]
    if [kind for _, kind in kinds] != ["begin", "separate", "end"]:
        return
    begin, middle, end = (paragraph.index(node) for node, _ in kinds)
    inside = list(paragraph)[begin : end + 1]
    if any(node.tag != _RUN for node in inside) or any(len(leaves_of(node)) > 1 for node, _ in kinds):
        return
    code = "".join(part.text or "" for node in inside for part in node.iter(w("instrText")))
    field = etree.Element(w("fldSimple"), {w("instr"): code})
    kinds[0][0].addprevious(field)
    for place, node in enumerate(inside, begin):
        if middle < place < end:
            field.append(node)
        else:
            paragraph.remove(node)


WRAPPERS: dict[str, Callable[[Docx, random.Random], None]] = {
    "控件标签": wrapped,
    "超链接": linked,
    "修订插入": inserted,
    "复杂域": fields,
    "简单域": simple_fields,
}
"""The ways of wrapping, by the name the report gives them."""
