"""A docx and the steps of a mutation come in; the fault is planted, and the place where it must be found goes out."""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from benchmarks.mutant_docx import Docx, Element, drop_outer_breaks, isolate, replace, set_text, style_id, text, w
from gwformat.model import Role
from tests.check.formatting import CHARACTERS, PAGE, PARAGRAPH, add_header, add_theme, number_pages, rule_imprint

ROLES = {role.value: role for role in Role}
_MARKED = re.compile("⟦(.*?)⟧", re.DOTALL)
_LONG = 30  # characters of a paragraph that a sentence is added to
_LEAVES = {"\n": "br", "\t": "tab"}
Planting = Callable[[Element, str], None]
_DEFAULTED = {"字体": "rFonts", "字号": "sz", "颜色": "color"}


class NotHere(Exception):
    """The document has no place for this fault."""


@dataclass(slots=True)
class Place:
    """Where the fault stands: paragraphs, and characters of the first; without paragraphs it is of the file."""

    paragraphs: list[Element] = field(default_factory=list)
    start: int | None = None
    end: int | None = None


def levels(steps: tuple[str, ...]) -> tuple[str, ...]:
    """The levels on which the fault can be planted: those said, else all that its property has."""
    for step in steps:
        verb, *words = step.split(" ")
        if verb == "格":
            return tuple(words[3]) if len(words) > 3 else ("段", "样") if words[1] in PARAGRAPH else ("段", "样", "字")
    return ("",)


def plant(docx: Docx, steps: tuple[str, ...], level: str, chance: random.Random) -> Place:
    """Do the steps; the place is that of the first one that has one."""
    places = [_VERBS[step[0]](docx, step[2:], level, chance) for step in steps]
    return next((place for place in places if place.paragraphs), places[0])


def _of(docx: Docx, name: str) -> list[Element]:
    found = [p for p in docx.roles.get(ROLES[name], []) if p.getparent() is not None]
    if not found:
        raise NotHere(name)
    return found


def _change(docx: Docx, said: str, level: str, chance: random.Random) -> Place:
    name, _, rule = said.partition(": ")
    pattern, _, new = rule.partition("=>")
    pattern, new = pattern.strip(" "), new.strip(" ")
    found = [
        (paragraph, match)
        for paragraph in _of(docx, name)
        for match in re.finditer(pattern, text(paragraph).replace("\n", "\v"))
    ]
    if not found:
        raise NotHere(said)
    paragraph, match = chance.choice(found)
    words = match.expand(_spelled(new))
    replace(paragraph, *match.span(), words)
    drop_outer_breaks(paragraph)
    return Place([paragraph], match.start(), match.start() + len(words))


def _say(docx: Docx, said: str, level: str, chance: random.Random) -> Place:
    fitting = [p for p in _of(docx, "正文") if len(text(p)) >= _LONG and text(p).endswith("。")]
    if not fitting:
        raise NotHere(said)
    paragraph = chance.choice(fitting)
    end = len(text(paragraph))
    said = _spelled(said)
    marked = _MARKED.search(said)
    replace(paragraph, end, end, _MARKED.sub(lambda found: found[1], said))
    _break(paragraph)
    if marked is None:
        return Place([paragraph], end, end + len(said))
    return Place([paragraph], end + marked.start(), end + marked.end() - 2)


def _spelled(said: str) -> str:
    """The words with what the table cannot hold: ␣ is a space, \\n, \\t and \\uXXXX are characters."""
    said = said.replace("␣", " ").replace("\\n", "\n").replace("\\t", "\t")
    return re.sub(r"\\u([0-9A-Fa-f]{4})", lambda found: chr(int(found[1], 16)), said)


def _break(paragraph: Element) -> None:
    """Tabs and line feeds in leaves become the leaves they are in WordprocessingML."""
    for at, char in enumerate(text(paragraph)):
        if char in _LEAVES:
            for run in isolate(paragraph, at, at + 1):
                for leaf in run.findall(w("t")):
                    leaf.tag = w(_LEAVES[char])
                    leaf.text = None
                    leaf.attrib.clear()


def _remove(docx: Docx, name: str, level: str, chance: random.Random) -> Place:
    for paragraph in _of(docx, name):
        parent = paragraph.getparent()
        if parent.tag == w("tc") and len(parent.findall(w("p"))) == 1:
            for node in [node for node in paragraph if node.tag != w("pPr")]:
                paragraph.remove(node)
        else:
            parent.remove(paragraph)
    return Place()


def _add(docx: Docx, said: str, level: str, chance: random.Random) -> Place:
    name, _, words = said.partition(": ")
    name, _, like = name.partition(" 如 ")
    model = _of(docx, name)[-1]
    twin = copy.deepcopy(_of(docx, like)[0] if like else model)
    set_text(twin, _spelled(words))
    model.addnext(twin)
    docx.roles[ROLES[like or name]].append(twin)
    return Place([twin])


def _move(docx: Docx, said: str, level: str, chance: random.Random) -> Place:
    what, _, behind = said.split(" ")
    moving, [*_, target] = _of(docx, what), _of(docx, behind)
    row, other = (next(p.iterancestors(w("tr")), None) for p in (moving[0], target))
    if row is not None and other is not None and row.getparent() is other.getparent():
        other.addnext(row)
        return Place(moving)
    for paragraph in reversed(moving):
        target.addnext(paragraph)
    return Place(moving)


def _empty(docx: Docx, name: str, level: str, chance: random.Random) -> Place:
    paragraph = chance.choice(_of(docx, name)[:-1] or _of(docx, name))
    blank = etree.Element(w("p"))
    properties = paragraph.find(w("pPr"))
    if properties is not None:
        blank.append(copy.deepcopy(properties))
    paragraph.addnext(blank)
    return Place([blank])


def _format(docx: Docx, said: str, level: str, chance: random.Random) -> Place:
    name, prop, value, *_ = said.split(" ")
    value = _spelled(value)
    paragraphs = _of(docx, name)
    holder = "pPr" if prop in PARAGRAPH else "rPr"
    how = PARAGRAPH.get(prop) or CHARACTERS[prop]
    if prop == "主题字体":
        add_theme(docx.parts, docx.trees)
    if level in ("样", "默"):
        if level == "样" and all(_says(p, holder, how, value) for p in paragraphs):
            raise NotHere(said)  # what the paragraphs say themselves goes before what their style says
        style = _style(docx, style_id(paragraphs[0]))
        properties = _first(style, holder, after=style.find(w("pPr")) if holder == "rPr" else None)
        if level == "默":
            for node in properties.findall(w(_DEFAULTED[prop])):
                properties.remove(node)
            properties = _defaults(docx)
        how(properties, value)
        return Place(paragraphs)
    paragraph = chance.choice(paragraphs)
    if holder == "pPr":
        how(_first(paragraph, holder), value)
        return Place([paragraph])
    words = text(paragraph)
    if not words:
        raise NotHere(said)
    start, end = 0, len(words)
    if level == "字":
        han = list(re.finditer("[一-鿿]{4,}", words))
        if not han:
            raise NotHere(said)
        span = chance.choice(han)
        start = chance.randrange(span.start(), span.end() - 2)
        end = min(span.end(), start + chance.randrange(2, 6))
    for run in isolate(paragraph, start, end):
        how(_first(run, holder), value)
    return Place([paragraph], start, end)


def _says(paragraph: Element, holder: str, how: Planting, value: str) -> bool:
    """Whether a paragraph, or each of its runs, says directly what this way of planting would say in its style."""
    asked = etree.Element(w(holder))
    how(asked, value)
    wanted = [(str(node.tag), set(map(str, node.attrib))) for node in asked if node.attrib]
    holders = [node.find(w(holder)) for node in ([paragraph] if holder == "pPr" else paragraph.findall(w("r")))]
    return bool(holders) and all(own is not None and _covers(own, wanted) for own in holders)


def _covers(own: Element, wanted: list[tuple[str, set[str]]]) -> bool:
    return any((said := own.find(tag)) is not None and keys <= set(map(str, said.attrib)) for tag, keys in wanted)


def _page(docx: Docx, said: str, level: str, chance: random.Random) -> Place:
    prop, _, value = _spelled(said).partition(" ")
    for section in docx.document.iter(w("sectPr")):
        PAGE[prop](docx.trees, section, value)
    return Place()


def _numbers(docx: Docx, said: str, level: str, chance: random.Random) -> Place:
    prop, _, value = _spelled(said).partition(" ")
    for root in docx.trees.values():
        if root.tag == w("ftr") and b" PAGE " in etree.tostring(root):  # the first page of a letter has no number
            number_pages(root, prop, value)
    return Place()


def _header(docx: Docx, said: str, level: str, chance: random.Random) -> Place:
    """Words in the headers there are (those of a letter push its text), or in a new one."""
    headers = [root for root in docx.trees.values() if root.tag == w("hdr")]
    for root in headers:
        run = etree.SubElement(next(root.iter(w("p"))), w("r"))
        etree.SubElement(run, w("t")).text = said
    if not headers:
        add_header(docx.parts, docx.trees, said)
    return Place()


def _lines(docx: Docx, said: str, level: str, chance: random.Random) -> Place:
    _, prop, value = said.split(" ")
    _of(docx, "印发机关")  # a letter has no lines but that at the foot
    rule_imprint(docx.document, prop, _spelled(value))
    return Place()


def _style(docx: Docx, identifier: str) -> Element:
    return next(s for s in docx.trees["word/styles.xml"].iter(w("style")) if s.get(w("styleId")) == identifier)


def _first(parent: Element, name: str, after: Element | None = None) -> Element:
    found = parent.find(w(name))
    if found is None:
        found = etree.Element(w(name))
        if after is not None:
            after.addnext(found)
        else:
            parent.insert(0, found)
    return found


def _defaults(docx: Docx) -> Element:
    root = docx.trees["word/styles.xml"]
    return _first(_first(_first(root, "docDefaults"), "rPrDefault"), "rPr")


_VERBS = {
    "改": _change, "说": _say, "删": _remove, "增": _add, "移": _move, "空": _empty, "格": _format, "页": _page,
    "码": _numbers, "眉": _header, "线": _lines,
}  # fmt: skip
