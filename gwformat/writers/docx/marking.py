"""Design D4: the placed passages come in; bookmarks with the elements' Chinese names and their list go out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from gwformat.model import HEADINGS, PROSE_ROLES, TEXT_ROLES, Block, Document, Role
from gwformat.ooxml import marks
from gwformat.ooxml.names import w
from gwformat.ooxml.trees import detach
from gwformat.ooxml.values import whole
from gwformat.setting.setting import Setting
from gwformat.writers.docx.custom_xml import Properties, describe
from gwformat.writers.docx.manuscript import Placed
from gwformat.writers.docx.oxml import Element, el
from gwformat.writers.docx.parts import Parts

_PLAIN = (*PROSE_ROLES, Role.OTHER)
_SUFFIX = "_gw"  # where the source has a bookmark of that name
_OURS = re.compile("(?:" + "|".join(role.value for role in Role) + rf")\d*(?:{_SUFFIX})?")
_PROPERTIES = Properties(
    "customXml/gwformat-props.xml", "6B1F5C0E-97D4-4A38-9E21-0D7A97042012", namespace=marks.NAMESPACE
)


def remove_bookmarks(root: Element) -> None:
    """Take out the bookmarks of an earlier run; beside one of ours with a suffix, the plain name is the user's."""
    starts = list(root.iter(w("bookmarkStart")))
    names = {start.get(w("name"), "") for start in starts}
    gone = set()
    for start in starts:
        name = start.get(w("name"), "")
        if _OURS.fullmatch(name) and name + _SUFFIX not in names:
            gone.add(start.get(w("id")))
            detach(start)
    if gone:
        for end in list(root.iter(w("bookmarkEnd"))):
            if end.get(w("id")) in gone:
                detach(end)


def set_bookmarks(root: Element, placed: Sequence[Placed]) -> None:
    """A bookmark around every element but plain text, one around each attachment, one around the 正文."""
    taken = {start.get(w("name")) for start in root.iter(w("bookmarkStart"))}
    ids = [number for start in root.iter(w("bookmarkStart")) if (number := whole(start.get(w("id")))) is not None]
    identifier = max([0, *ids])
    for name, start, end in _spans(placed):
        while name in taken:
            name += _SUFFIX
        taken.add(name)
        identifier += 1
        start.addprevious(el("bookmarkStart", id=identifier, name=name))
        closing = el("bookmarkEnd", id=identifier)
        if end is None:
            start.getparent().append(closing)  # type: ignore[union-attr]  # a node of a paragraph
        elif end.tag == w("p"):
            end.append(closing)
        else:
            end.addprevious(closing)


def _spans(placed: Sequence[Placed]) -> Iterator[tuple[str, Element, Element | None]]:
    """Name, first node, and the paragraph at whose end (or the node before which) the bookmark ends."""
    named = [(item, number, block) for item in placed for number, block in enumerate(item.passage.blocks)]
    totals = Counter(block.role for _, _, block in named)
    seen: Counter[Role] = Counter()
    for item, number, block in named:
        if block.role in _PLAIN or number not in item.starts:
            continue
        seen[block.role] += 1
        name = block.role.value
        if totals[block.role] > 1 or block.role in HEADINGS:
            name += str(seen[block.role])
        yield name, item.starts[number], item.starts.get(number + 1, item.node)
    yield from _ranges(placed)


def _ranges(placed: Sequence[Placed]) -> Iterator[tuple[str, Element, Element]]:
    paragraphs = [item for item in placed if item.starts]
    main = [item for item in paragraphs if item.passage.attachment == 0 and item.passage.role in TEXT_ROLES]
    if main:
        yield Role.BODY.value, next(iter(main[0].starts.values())), main[-1].node
    attached: dict[int, list[Placed]] = {}
    for item in paragraphs:
        if item.passage.attachment and not item.passage.in_imprint:
            attached.setdefault(item.passage.attachment, []).append(item)
    for number, inside in sorted(attached.items()):
        name = Role.ATTACHMENT_BODY.value + (str(number) if len(attached) > 1 else "")
        yield name, next(iter(inside[0].starts.values())), inside[-1].node


def list_elements(document: Document, setting: Setting, parts: Parts, main: str) -> None:
    """Add the custom XML part that lists the elements, with its properties and relationships."""
    elements = [
        (
            marks.Mark(block.set_as.key, marks.fingerprint(_words(block)), block.run_in, block.attachment),
            block.role.value,
        )
        for block in document.blocks
        if block.carrier is not None or block.text.strip()
    ]
    usual = setting.profile
    seal = "" if setting.seal is usual.authentication else setting.seal.value
    diameter = 0 if setting.diameter == usual.seal.diameter else setting.diameter
    known = marks.found_in(parts.package)
    name = known[0] if known is not None else marks.PART
    parts.put(name, marks.dump(document.kind.value, elements, seal, diameter), "application/xml")
    parts.relate(main, "gwElements", "customXml", name)
    if name == marks.PART or parts.package.related(name, "customXmlProps") is None:
        describe(parts, name, _PROPERTIES)


def _words(block: Block) -> str:
    return block.text if block.carrier is None else block.carrier.text
