"""The tree of a main part in, its paragraphs, tables and other blocks in order out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from lxml import etree

from gwformat.model import Carrier, CarrierKind, Emphasis, Note, Paragraph, Run, RunsOn, Source, TextBody
from gwformat.ooxml.alternatives import ALTERNATE, chosen
from gwformat.ooxml.drawn_sizes import room_on_line, size_of
from gwformat.ooxml.inline import Atom, AtomKind, atoms, paragraphs
from gwformat.ooxml.names import M, w
from gwformat.ooxml.numbering import Numbering
from gwformat.ooxml.package import Package
from gwformat.ooxml.styles import Character, Style
from gwformat.ooxml.tables import WRAPPERS, cells, rows
from gwformat.ooxml.trees import child_of
from gwformat.ooxml.values import VAL, switch
from gwformat.readers.docx.cell_text import Written
from gwformat.readers.docx.formulas import formula_of
from gwformat.readers.docx.graphics import description_of, floating_of, image_of
from gwformat.readers.docx.looks import Looks
from gwformat.readers.docx.objects import kind_of, text_bodies, text_of, visible
from gwformat.readers.docx.table_grid import ReadRow
from gwformat.readers.docx.tables import Tables
from gwformat.readers.docx.text_boxes import grows, insets, lowered, outline, text_shape, turns_words

_P, _P_PR, _R_PR, _TBL, _ALT_CHUNK = w("p"), w("pPr"), w("rPr"), w("tbl"), w("altChunk")
_FORMULAS = frozenset((f"{{{M}}}oMath", f"{{{M}}}oMathPara"))
_MERGED_ON = f"{w('tcPr')}/{w('vMerge')}"
_MARK_HIDDEN = f"{w('rPr')}/{w('vanish')}"
_SEPARATOR = f"{w('rPr')}/{w('specVanish')}"
_FRAME, _DROP_CAP, _SECTION = w("framePr"), w("dropCap"), w("sectPr")
_MARK_DELETED = f"{w('pPr')}/{w('rPr')}/{w('del')}"


class Body:
    """Reads the blocks of one part; labels are counted while reading, so read it once and in order."""

    def __init__(
        self,
        package: Package,
        part: str,
        looks: Looks,
        numbering: Numbering,
        notes: Mapping[etree._Element, Note] = MappingProxyType({}),
        faces: bool = True,
        shown: etree._Element | None = None,
    ) -> None:
        """`shown` is the part as it is to be read, where that is not as the package has it."""
        root = package.tree(part) if shown is None else shown
        self._root = root
        self._part = part
        self._numbering = numbering
        self._targets = package.relationships(part)
        self._looks = looks
        # The list keeps the proxies alive, so that an element stays the same key.
        found = package.paragraphs(part) if shown is None else paragraphs(root)
        self._written = Written(found, package.atoms if shown is None else atoms, package.properties(part))
        self._numbers = {p: number for number, p in enumerate(found, 1)}
        self._tables = Tables(looks.styles, numbering, self._written, faces=faces)
        self._seen = 0  # the last paragraph read
        self._notes = notes

    def blocks(self) -> tuple[Paragraph | Carrier, ...]:
        """All blocks of `w:body`."""
        body = self._root.find(w("body"))
        return tuple(self._blocks(body)) if body is not None else ()

    def blocks_of(self, note: etree._Element) -> tuple[Paragraph | Carrier, ...]:
        """The blocks of one note of a part of notes."""
        return tuple(self._blocks(note))

    def _blocks(self, container: Iterable[etree._Element]) -> Iterator[Paragraph | Carrier]:
        for child in container:
            tag = child.tag
            if tag == _P:
                yield self._paragraph(child)
            elif tag == _TBL:
                yield self._table(child)
            elif tag in WRAPPERS:
                yield from self._blocks(child)
            elif tag == ALTERNATE:
                branch = chosen(child)
                yield from self._blocks(() if branch is None else branch)
            elif tag == _ALT_CHUNK:
                yield Carrier(CarrierKind.ALT_CHUNK, source=self._between())
            elif tag in _FORMULAS:
                text, formula = text_of(child, visible(child)), formula_of(child)
                yield Carrier(CarrierKind.FORMULA, text, self._between(), formula=formula)

    def _between(self) -> Source:
        """The place between two paragraphs: an empty range."""
        return Source(self._part, self._seen + 1, self._seen)

    def _table(self, table: etree._Element) -> Carrier:
        first = self._seen + 1
        found: list[ReadRow] = []
        texts: list[tuple[str, ...]] = []
        inside: list[Paragraph] = []
        for row in rows(table):
            read = [(cell, tuple(self._blocks(cell))) for cell in cells(row)]
            inside.extend(paragraph for _, blocks in read for paragraph in _paragraphs(blocks))
            said = [("\n".join(block.text for block in blocks).strip("\n"), cell) for cell, blocks in read]
            texts.append(tuple(text for text, cell in said if text or not _is_merged_on(cell)))
            found.append((row, read))
        source = Source(self._part, first, self._seen)
        text = "\n".join("\t".join(row) for row in texts)
        shape = self._tables.shape(table, found) if found else None
        return Carrier(CarrierKind.TABLE, text, source, paragraphs=tuple(inside), rows=tuple(texts), table=shape)

    def _paragraph(self, p: etree._Element) -> Paragraph:
        # In a damaged file one may stand where none can; the ledger finds out what became of it.
        number = self._seen = self._numbers.get(p, self._seen)
        properties = child_of(p, _P_PR)
        found = self._looks.paragraph(properties, self._written.spelling(properties))
        leaves = self._written.atoms(p)
        label = ""
        # A paragraph deleted by a tracked change has no label and is not counted.
        if found.num_id is not None and (leaves or p.find(_MARK_DELETED) is None):
            label = self._numbering.advance(found.num_id, found.level)
            if label and _is_unseen(properties, leaves):
                label = ""
        runs, character = self._runs(leaves, number, found.style)
        if character is None:
            mark = properties.find(_R_PR) if properties is not None else None
            character = self._looks.characters(found.style, mark, self._written.spelling(mark))[0]
        look, source = self._looks.look(found, character), Source(self._part, number, number)
        return Paragraph(runs, source, look, label, _runs_on(properties) if runs else None)

    def _runs(self, leaves: Sequence[Atom], number: int, style: Style) -> tuple[tuple[Run, ...], Character | None]:
        """One run per leaf, and the properties of most of the text."""
        runs: list[Run] = []
        weights: dict[Character, int] = {}
        current: etree._Element | None = None
        stress: frozenset[Emphasis] = frozenset()
        character: Character | None = None
        for index, atom in enumerate(leaves):
            if atom.run is None:
                stress, current = frozenset(), None
            elif atom.run is not current:
                current = atom.run
                properties = child_of(current, _R_PR)
                character, stress = self._looks.characters(style, properties, self._written.spelling(properties))
            if atom.kind is AtomKind.OBJECT:
                runs.append(Run(atom.text, stress, self._carrier(atom, number), number, index))
                continue
            runs.append(Run(atom.text, stress, None, number, index))
            if atom.kind is AtomKind.TEXT and character is not None:
                weights[character] = weights.get(character, 0) + len(atom.text.strip())
        dominant = max(weights, key=weights.__getitem__) if weights else None
        return tuple(runs), dominant

    def _carrier(self, atom: Atom, number: int) -> Carrier:
        node = atom.node
        pieces = tuple(visible(node))
        kind = kind_of(node, pieces)
        blocks = [block for body in text_bodies(pieces) for block in self._blocks(body)]
        inside = tuple(_paragraphs(blocks))
        text = "\n".join([*(p.text for p in inside), *filter(None, [text_of(node, pieces)])])
        if kind is CarrierKind.HIDDEN_TEXT:  # takes no room, whatever it is
            return Carrier(kind, text, Source(self._part, number, number), paragraphs=inside)
        return Carrier(
            kind,
            text,
            Source(self._part, number, number),
            room_on_line(pieces, size_of(node, pieces)),
            inside,
            image=image_of(pieces, self._targets),
            floating=floating_of(pieces),
            formula=formula_of(node) if node.tag in _FORMULAS else None,
            alt=description_of(pieces),
            note=self._notes.get(node),
            body=self._body(pieces, blocks) if kind is CarrierKind.TEXT_BOX else None,
        )

    def _body(self, pieces: Sequence[etree._Element], blocks: Sequence[Paragraph | Carrier]) -> TextBody | None:
        """How a text box that is no part of a group holds its words."""
        shape = text_shape(pieces)
        if shape is None:
            return None
        words = [block for block in blocks if isinstance(block, Paragraph)]
        objects = any(run.carrier is not None for paragraph in words for run in paragraph.runs)
        certain = len(words) == len(blocks) and not objects and not turns_words(pieces)
        return TextBody(
            self._tables.texts(words), insets(shape), certain, grows(shape), *outline(pieces), lowered(shape)
        )


def _is_unseen(properties: etree._Element | None, leaves: Sequence[Atom]) -> bool:
    """Whether a paragraph takes no line: its mark is hidden and so are all words; Word skips numbers by such ones."""
    mark = properties.find(_MARK_HIDDEN) if properties is not None else None
    return mark is not None and switch(mark) and all(leaf.node is leaf.run for leaf in leaves)


def _is_merged_on(cell: etree._Element) -> bool:
    """Whether a cell continues the one above it."""
    merge = cell.find(_MERGED_ON)
    return merge is not None and merge.get(VAL, "continue") == "continue"


def _paragraphs(blocks: Iterable[Paragraph | Carrier]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from block.paragraphs


def _runs_on(properties: etree._Element | None) -> RunsOn | None:
    """Whether the words of a paragraph are seen in the next one."""
    if properties is None or properties.find(_SECTION) is not None:
        return None
    frame, separator = properties.find(_FRAME), properties.find(_SEPARATOR)
    if frame is not None and frame.get(_DROP_CAP, "none") != "none":
        return RunsOn.DROP_CAP
    return RunsOn.SEPARATOR if separator is not None and switch(separator) else None
