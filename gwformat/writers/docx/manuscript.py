"""A copy of the source's main part and the passages to show come in; each passage gets its node, the rest goes away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import field

from gwformat.ooxml.inline import paragraphs
from gwformat.ooxml.names import M, w
from gwformat.ooxml.trees import detach
from gwformat.setting.passages import Passage
from gwformat.values import dataclass
from gwformat.writers.docx.content import Piece, anchors, fill, has_latent_words, join_runs
from gwformat.writers.docx.control_places import take_along
from gwformat.writers.docx.copies import Copy, Original, speaking
from gwformat.writers.docx.oxml import PPR, SDT, SECTPR, TBL, Element, P, el, properties, thin_paragraph
from gwformat.writers.docx.tally import Tally

_CONTAINERS = frozenset(map(w, ("sdtContent", "customXml", "ins", "moveTo", "del", "moveFrom", "smartTag")))
_SDT_CONTENT = w("sdtContent")
_STANDALONE = frozenset((w("altChunk"), f"{{{M}}}oMath", f"{{{M}}}oMathPara"))


@dataclass(slots=True)
class Placed:
    """A passage with the node that shows it and the first node of each of its blocks."""

    passage: Passage
    node: Element
    starts: dict[int, Element] = field(default_factory=dict)


class Manuscript:
    """The working copy of one main part during one write."""

    def __init__(self, root: Element, tally: Tally) -> None:
        self.root = root
        self.tally = tally
        body = root.find(w("body"))
        assert body is not None
        self.body = body
        self.numbered = paragraphs(root)
        self.top = list(_top_level(body))
        self._at_top = frozenset(self.top)
        self._between = iter([node for node in self.top if node.tag in _STANDALONE])
        self.latent: list[Element] = []  # paragraphs without visible words that stay all the same
        self._homes: set[int] = set()
        self._copies: dict[int, Original] = {}
        self._kept: set[tuple[int, int]] = set()  # fields and controls some passage has, by paragraph and place
        self._section_holders: list[Element] = []  # empty paragraphs that only end a section

    def place(self, passages: Sequence[tuple[Passage, list[Piece]]]) -> list[Placed]:
        """Give every passage its node: source paragraphs stay, unless they moved; head and imprint are taken out."""
        self._bring_controls([passage for passage, _ in passages])
        # A paragraph that shows up in several passages is copied before the first of them empties it.
        users = Counter(number for passage, _ in passages for number in self._sources(passage))
        self._copies = {number: Original(self.numbered[number - 1]) for number, count in users.items() if count > 1}
        placed: list[Placed] = []
        kept: set[Element] = set()
        cursor: Element | None = None
        taken: list[tuple[Placed, Element | None]] = []
        order = {node: number for number, node in enumerate(self.top)}
        reached = -1  # the last of them so far: what stands before it has moved below it
        for passage, pieces in passages:
            node = self._carrier(passage) if passage.is_carrier else None
            result = Placed(passage, node) if node is not None else self._paragraph(passage, pieces)
            placed.append(result)
            if passage.in_head or passage.in_imprint:
                continue
            place = order.get(result.node, -1) if result.node not in kept else -1
            if place < reached or place < 0:
                taken.append((result, cursor))
            reached = max(reached, place)
            kept.add(result.node)
            cursor = result.node
        self._insert(taken)
        for item in placed:
            if item.node not in self._at_top and item.node not in kept:
                detach(item.node)
        loose = self._clear({item.node for item in placed}, kept)
        self._merge_section_holders(kept)
        if loose:
            last = next((item.node for item in reversed(placed) if item.node in kept and item.node.tag == P), None)
            self._append(loose, last)
        return placed

    def _append(self, loose: list[Element], last: Element | None) -> None:
        """Anchors whose paragraphs are all gone stand at the end of the `last` one that stays, or in a new one."""
        if last is None:
            last = el("p")
            self.body.insert(0, last)
        last.extend(loose)

    def _bring_controls(self, passages: Sequence[Passage]) -> None:
        """Content controls around paragraphs that are taken out, or moved below others, go with them."""
        staying: set[Element] = set()
        leaving: list[Element] = []
        opened: set[Element] = set()  # tables
        reached = 0
        for passage in passages:
            numbers = self._sources(passage)
            apart = passage.in_head or passage.in_imprint
            nodes = [self.numbered[number - 1] for number in numbers]
            if not passage.is_carrier and any(node not in self._at_top for node in nodes):
                opened.update(top for node in nodes if (top := self._top_of(node)) is not None and top.tag == TBL)
                leaving += nodes
            elif apart or (not passage.is_carrier and numbers and numbers[0] < reached):
                leaving += (node for node in nodes if node in self._at_top)
            else:
                staying.update(nodes)
                reached = max(reached, *numbers, 0)
        take_along(leaving, staying, opened)

    def _sources(self, passage: Passage) -> list[int]:
        """The source paragraphs of a passage; a draft that is no docx has none, its numbers are those of text lines."""
        return passage.sources() if self.numbered else []

    def _carrier(self, passage: Passage) -> Element | None:
        """The top-level node of a block carrier: its table, or what stands between paragraphs."""
        carrier = passage.blocks[0].carrier
        source = carrier.source if carrier is not None else None
        if source is not None and source.is_between:
            return next(self._between, None)
        if source is None or not self.numbered:
            return None
        return self._top_of(self.numbered[source.first - 1])

    def _top_of(self, node: Element) -> Element | None:
        """The node of the body that `node` is in; None where it is in none, as a paragraph among properties."""
        return next((above for above in (node, *node.iterancestors()) if above in self._at_top), None)

    def _paragraph(self, passage: Passage, pieces: list[Piece]) -> Placed:
        """The paragraph of a passage, its first source paragraph if that is free, with all its words."""
        numbers = self._sources(passage)
        if not numbers:
            node = el("p")
            return Placed(passage, node, fill(node, pieces, 0, self.tally))
        parts = _by_source(pieces, numbers)
        first, starts = self._take(numbers[0], parts[numbers[0]])
        for number in numbers[1:]:
            other, more = self._take(number, parts[number])
            for child in anchors(other):
                first.append(child)
            for block, start in more.items():
                starts.setdefault(block, start)
        if len(numbers) > 1:
            join_runs(first, frozenset(starts.values()))
        return Placed(passage, first, starts)

    def _take(self, number: int, pieces: list[Piece]) -> tuple[Element, dict[int, Element]]:
        original = self._copies.get(number)
        if original is not None and number in self._homes:
            copy = original.copy_for(piece.run.atom for piece in pieces if piece.run.paragraph == number)
        else:
            self._homes.add(number)
            node = self.numbered[number - 1]
            copy = Copy(node, None, () if original is None else list(enumerate(speaking(node))))
        starts = fill(copy.node, pieces, number, self.tally, copy.shown)
        for index, wrapper in copy.speaking:
            if not any(above is copy.node for above in wrapper.iterancestors()):
                continue  # it held none of these words
            if (number, index) in self._kept:
                _unwrap(wrapper)
            self._kept.add((number, index))
        return copy.node, starts

    def _clear(self, shown: set[Element], kept: set[Element]) -> list[Element]:
        """Remove what no passage shows; anchors move to the next paragraph that stays, those after the last go out."""
        loose: list[Element] = []
        last: Element | None = None
        for node in self.top:
            if node.tag == P and node in kept:
                _prepend(node, loose)
                loose = []
                last = node
            elif node in kept or node.tag not in (P, TBL):
                last = None
            elif node.tag == P and node not in shown and has_latent_words(node):
                fill(node, [], 0, self.tally)
                self.latent.append(node)
                last = node
            else:
                self._remove(node, shown, loose, last)
        _remove_empty_controls(self.body)
        return loose

    def _remove(self, node: Element, shown: set[Element], loose: list[Element], last: Element | None) -> None:
        section = node.find(f"{PPR}/{SECTPR}") if node.tag == P else None
        if node not in shown:
            for paragraph in [node] if node.tag == P else list(node.iter(P)):
                if paragraph not in shown:
                    fill(paragraph, [], 0, self.tally)
                    loose.extend(anchors(paragraph))
        if section is not None:
            self._keep_section(section, node, last)
        detach(node)

    def _keep_section(self, section: Element, node: Element, last: Element | None) -> None:
        """A section ends with the last paragraph that stays, or with an empty one in the place of `node`."""
        if last is not None and last.find(f"{PPR}/{SECTPR}") is None:
            properties(last).append(section)
            return
        holder = thin_paragraph(section)
        self._section_holders.append(holder)
        node.addprevious(holder)

    def _merge_section_holders(self, kept: set[Element]) -> None:
        """A new paragraph in front of an empty one that ends a section ends the section itself."""
        for holder in self._section_holders:
            before = holder.getprevious()
            if before is not None and before in kept and before.tag == P:
                ppr = properties(before)
                if ppr.find(SECTPR) is None:
                    ppr.extend(holder.iterfind(f"{PPR}/{SECTPR}"))
                    detach(holder)

    def _insert(self, taken: Sequence[tuple[Placed, Element | None]]) -> None:
        for item, cursor in taken:
            detach(item.node)
            if cursor is not None and cursor.getparent() is not None:
                cursor.addnext(item.node)
                _end_section_after(cursor, item.node)
            else:
                self.body.insert(0, item.node)


def _end_section_after(before: Element, node: Element) -> None:
    """What is inserted after the end of a section belongs to it."""
    section = before.find(f"{PPR}/{SECTPR}")
    if section is not None and before.tag == node.tag == P:
        properties(node).append(section)


def _by_source(pieces: list[Piece], numbers: list[int]) -> dict[int, list[Piece]]:
    """The pieces of each source paragraph; new text goes with the words before it, or else after it."""
    parts: dict[int, list[Piece]] = {number: [] for number in numbers}
    current = numbers[0]
    for piece in pieces:
        if piece.run.atom is not None and piece.run.paragraph is not None:
            current = piece.run.paragraph
        parts[current].append(piece)
    return parts


def _top_level(container: Element) -> Iterator[Element]:
    """The block-level nodes of a body, those in content controls and other wrappers included."""
    for child in container:
        if child.tag == SDT:
            content = child.find(_SDT_CONTENT)
            if content is not None:
                yield from _top_level(content)
        elif child.tag in _CONTAINERS:
            yield from _top_level(child)
        else:
            yield child


def _unwrap(wrapper: Element) -> None:
    """Leave the words of a field or a content control without it."""
    content = wrapper.find(_SDT_CONTENT) if wrapper.tag == SDT else wrapper
    for child in list(content if content is not None else ()):
        wrapper.addprevious(child)
    detach(wrapper)


def _prepend(paragraph: Element, nodes: list[Element]) -> None:
    at = 1 if paragraph.find(PPR) is not None else 0
    paragraph[at:at] = nodes


def _remove_empty_controls(body: Element) -> None:
    for control in list(body.iterchildren(SDT)):
        content = control.find(_SDT_CONTENT)
        if content is not None and len(content) == 0:
            body.remove(control)
