"""A docx comes in; the same words cut into other runs or spelled with other leaves go out."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator

from lxml import etree

from benchmarks.mutant_docx import RANKS, Docx, Element, w

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_STORIES = ("document", "hdr", "ftr", "footnotes", "endnotes")
_RUN, _TEXT, _PROPERTIES, _P, _P_PR = w("r"), w("t"), w("rPr"), w("p"), w("pPr")


def roots(docx: Docx) -> list[Element]:
    """The parts that have words."""
    return [root for root in docx.trees.values() if etree.QName(root).localname in _STORIES]


def runs(docx: Docx) -> list[Element]:
    """All runs of words, those of field codes and of graphics not among them."""
    return [run for root in roots(docx) for run in root.iter(_RUN) if is_plain(run)]


def is_plain(run: Element) -> bool:
    """Whether a run has words and nothing else, and stands where runs do."""
    leaves = [leaf for leaf in run if leaf.tag != _PROPERTIES]
    plain = bool(leaves) and all(leaf.tag == _TEXT and leaf.text for leaf in leaves)
    parent = run.getparent()
    return plain and parent is not None and parent.tag == _P


def paragraphs(docx: Docx) -> Iterator[Element]:
    """All paragraphs of the parts that have words."""
    for root in roots(docx):
        yield from root.iter(_P)


def cut(docx: Docx, chance: random.Random) -> None:
    """Runs cut at any character, with the same properties."""
    for run in runs(docx):
        _cut(run, chance, 3)


def _cut(run: Element, chance: random.Random, most: int) -> None:
    for leaf in run.findall(_TEXT)[:1]:
        said = leaf.text or ""
        if len(said) < 2 or len(run.findall(_TEXT)) > 1:
            return
        places = sorted(chance.sample(range(1, len(said)), min(most, len(said) - 1)))
        pieces = [said[a:b] for a, b in zip([0, *places], [*places, len(said)], strict=True)]
        _say(leaf, pieces[0])
        for piece in reversed(pieces[1:]):
            twin = copy.deepcopy(run)
            twin.tail = None
            _say(twin.find(_TEXT), piece)
            run.addnext(twin)


def _say(leaf: Element | None, text: str) -> None:
    assert leaf is not None
    leaf.text = text
    leaf.set(SPACE, "preserve")


def characters(docx: Docx, chance: random.Random) -> None:
    """Each character in a run of its own."""
    for run in runs(docx):
        _cut(run, chance, 10_000)


def joined(docx: Docx, chance: random.Random) -> None:
    """Neighbours with equal properties in one run, their words in one leaf."""
    for paragraph in paragraphs(docx):
        before: Element | None = None
        for run in [*paragraph]:
            if run.tag != _RUN or not is_plain(run):
                before = None
                continue
            if before is not None and _properties(before) == _properties(run):
                _say(before.findall(_TEXT)[-1], (before.findall(_TEXT)[-1].text or "") + _words(run))
                paragraph.remove(run)
            else:
                before = run


def _properties(run: Element) -> bytes:
    found = run.find(_PROPERTIES)
    return b"" if found is None else etree.tostring(found, method="c14n", exclusive=True)


def _words(run: Element) -> str:
    return "".join(leaf.text or "" for leaf in run.findall(_TEXT))


def leaves(docx: Docx, chance: random.Random) -> None:
    """The words of a run in several leaves."""
    for run in runs(docx):
        (leaf, *more) = run.findall(_TEXT)
        said = leaf.text or ""
        if more or len(said) < 2:
            continue
        at = chance.randrange(1, len(said))
        twin = copy.deepcopy(leaf)
        leaf.addnext(twin)
        _say(leaf, said[:at])
        _say(twin, said[at:])


def edited(docx: Docx, chance: random.Random) -> None:
    """What an editor leaves behind: session numbers, marks of spelling, bookmarks, rendered page breaks."""
    for number, paragraph in enumerate(paragraphs(docx)):
        for name in ("rsidR", "rsidRDefault", "rsidP"):
            paragraph.set(w(name), f"00{chance.randrange(16**6):06X}")
        found = [run for run in paragraph if run.tag == _RUN]
        for run in found:
            run.set(w("rsidRPr"), f"00{chance.randrange(16**6):06X}")
        if not found:
            continue
        first, last = found[0], found[-1]
        first.addprevious(element("bookmarkStart", id=str(70_000 + number), name=f"_Hlk{number:08}"))
        first.addprevious(element("proofErr", type="gramStart"))
        last.addnext(element("bookmarkEnd", id=str(70_000 + number)))
        last.addnext(element("proofErr", type="gramEnd"))
        if is_plain(last):
            last.insert(0 if last.find(_PROPERTIES) is None else 1, element("lastRenderedPageBreak"))


def element(tag: str, **attributes: str) -> Element:
    """An element of WordprocessingML."""
    node = etree.Element(w(tag))
    for key, value in attributes.items():
        node.set(w(key), value)
    return node


def proofed(docx: Docx, chance: random.Random) -> None:
    """`w:noProof` and `w:lang` in the runs."""
    for run in runs(docx):
        properties = _ensured(run)
        if properties.find(w("noProof")) is None:
            _placed(properties, element("noProof"))
        if properties.find(w("lang")) is None:
            _placed(properties, element("lang", eastAsia="zh-CN"))


def _placed(properties: Element, node: Element) -> None:
    properties.append(node)
    properties[:] = sorted(properties, key=lambda child: RANKS["rPr"].get(child.tag, len(RANKS["rPr"])))


def _ensured(run: Element) -> Element:
    found = run.find(_PROPERTIES)
    if found is None:
        found = etree.Element(_PROPERTIES)
        run.insert(0, found)
    return found


def empty(docx: Docx, chance: random.Random) -> None:
    """Runs without words, in any look, before, between and after the others."""
    for run in runs(docx):
        for way in range(3):
            if not chance.randrange(3):
                run.addprevious(_empty(way))
                run.addnext(_empty(way))


def _empty(way: int) -> Element:
    run = etree.Element(_RUN)
    if way:
        properties = etree.SubElement(run, _PROPERTIES)
        properties.append(element("rFonts", eastAsia="黑体"))
        properties.append(element("b"))
        properties.append(element("color", val="FF0000"))
        properties.append(element("sz", val="72"))
    if way == 2:
        run.append(etree.Element(_TEXT))
    return run


def leaves_of(run: Element) -> list[Element]:
    """What a run holds besides its properties."""
    return [leaf for leaf in run if leaf.tag != _PROPERTIES]


def other_leaves(docx: Docx, chance: random.Random) -> None:
    """Line breaks as `w:cr` or with their type said; `xml:space` where it is not needed."""
    for root in roots(docx):
        for node in list(root.iter(w("br"))):
            if node.get(w("type"), "textWrapping") != "textWrapping" or node.get(w("clear")):
                continue
            if chance.randrange(2):
                node.set(w("type"), "textWrapping")
            else:
                node.tag = w("cr")
                node.attrib.clear()
        for leaf in root.iter(_TEXT):
            leaf.set(SPACE, "preserve")


def reordered(docx: Docx, chance: random.Random) -> None:
    """Properties of runs in another order, switches as `1`, `true` and `on`."""
    for root in docx.trees.values():
        for properties in root.iter(_PROPERTIES):
            nodes = list(properties)
            if not any(node.tag == w("rPrChange") for node in nodes):
                chance.shuffle(nodes)
                properties[:] = nodes
        for node in root.iter(*(w(name) for name in ("b", "i", "bCs", "titlePg", "pageBreakBefore", "strike"))):
            if node.get(w("val")) in (None, "1", "true", "on"):
                node.set(w("val"), chance.choice(("1", "true", "on")))
            else:
                node.set(w("val"), chance.choice(("0", "false", "off")))


RUNS: dict[str, Callable[[Docx, random.Random], None]] = {
    "重写": lambda docx, chance: None,
    "断开": cut,
    "逐字": characters,
    "并合": joined,
    "多叶": leaves,
    "编辑痕迹": edited,
    "校对语言": proofed,
    "空段落片": empty,
    "换行写法": other_leaves,
    "属性次序": reordered,
}
"""The ways of spelling words, by the name the report gives them."""
