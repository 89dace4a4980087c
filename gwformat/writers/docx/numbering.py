"""Lists that run through text and tables: once the text's labels are words, those in the tables become words too."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.model import Carrier, Change, Document, Fate, Paragraph
from gwformat.ooxml.names import w
from gwformat.writers.docx import oxml
from gwformat.writers.docx.content import anchors
from gwformat.writers.docx.manuscript import Manuscript
from gwformat.writers.docx.oxml import PPR, Element, el, properties, put
from gwformat.writers.docx.parts import Parts
from gwformat.writers.docx.tally import Tally

_NUM_ID = f"{w('numPr')}/{w('numId')}"


def spell_shared_lists(document: Document, manuscript: Manuscript, parts: Parts, tally: Tally) -> None:
    """Write out the labels of paragraphs inside carriers whose list also numbers converted paragraphs."""
    nested = [p for p in _nested(document) if p.label]
    if not nested:
        return
    lists = _Lists(parts)
    converted = {
        lists.of(manuscript.numbered[number - 1])
        for block in document.blocks
        for number in {run.paragraph for run in block.runs if run.paragraph is not None}
    }
    for paragraph in nested:
        node = manuscript.numbered[paragraph.source.first - 1]
        if lists.of(node) is None or lists.of(node) not in converted:
            continue
        ppr = properties(node)
        put(ppr, el("numPr", el("ilvl", val=0), el("numId", val=0)))
        first = next(iter(anchors(node)), None)
        label = oxml.run(paragraph.label)
        if first is None:
            node.append(label)
        else:
            first.addprevious(label)
        tally.add(
            Change("自动编号转文字", Fate.CHANGED, "", paragraph.label, "与正文共用一个自动编号", paragraph.source)
        )


class _Lists:
    """Which list a paragraph is numbered by, directly or through its style."""

    def __init__(self, parts: Parts) -> None:
        main = parts.package.main_part
        self._abstract = _abstract_numbers(parts, parts.package.related(main, "numbering"))
        self._styles = _style_numbers(parts, parts.package.related(main, "styles"))

    def of(self, node: Element) -> str | None:
        """The abstract list of a paragraph; None if it has none."""
        ppr = node.find(PPR)
        if ppr is None:
            return None
        direct = ppr.find(_NUM_ID)
        if direct is not None:
            return self._abstract.get(direct.get(w("val"), ""))
        style = ppr.find(w("pStyle"))
        return None if style is None else self._abstract.get(self._styles.get(style.get(w("val"), ""), ""))


def _abstract_numbers(parts: Parts, name: str | None) -> dict[str, str]:
    root = None if name is None else parts.package.optional_tree(name)
    if root is None:
        return {}
    found: dict[str, str] = {}
    for num in root.iter(w("num")):
        abstract = num.find(w("abstractNumId"))
        if abstract is not None:
            found[num.get(w("numId"), "")] = abstract.get(w("val"), "")
    return found


def _style_numbers(parts: Parts, name: str | None) -> dict[str, str]:
    """The list of each style, inherited ones included."""
    root = None if name is None else parts.package.optional_tree(name)
    if root is None:
        return {}
    own: dict[str, str] = {}
    base: dict[str, str] = {}
    for style in root.iter(w("style")):
        identifier = style.get(w("styleId"), "")
        number = style.find(f"{PPR}/{_NUM_ID}")
        parent = style.find(w("basedOn"))
        if number is not None:
            own[identifier] = number.get(w("val"), "")
        if parent is not None:
            base[identifier] = parent.get(w("val"), "")
    for identifier in list(base):
        seen, current = {identifier}, identifier
        while current not in own and base.get(current, identifier) not in seen:
            current = base[current]
            seen.add(current)
        if current in own:
            own[identifier] = own[current]
    return own


def _nested(document: Document) -> Iterator[Paragraph]:
    for block in document.blocks:
        for carrier in (block.carrier, *(run.carrier for run in block.runs)):
            if carrier is not None:
                yield from _inside(carrier)


def _inside(carrier: Carrier) -> Iterator[Paragraph]:
    for paragraph in carrier.paragraphs:
        yield paragraph
        for run in paragraph.runs:
            if run.carrier is not None:
                yield from _inside(run.carrier)
