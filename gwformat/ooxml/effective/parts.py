"""A part with paragraphs (the text, a header, a footer) in; the look of each of its paragraphs and leaves out."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from lxml import etree

from gwformat.ooxml.effective.boxes import Box, box_around
from gwformat.ooxml.effective.cascade import Cascade, Layer
from gwformat.ooxml.effective.fields import leaves
from gwformat.ooxml.effective.looks import paragraph_look, run_look
from gwformat.ooxml.effective.said import OTHER
from gwformat.ooxml.effective.tables import TableStyles
from gwformat.ooxml.effective.values import ParagraphLook, RunLook
from gwformat.ooxml.inline import Atom, AtomKind, atoms
from gwformat.ooxml.names import w
from gwformat.ooxml.package import Package
from gwformat.ooxml.theme import Theme
from gwformat.ooxml.trees import child_of
from gwformat.ooxml.values import VAL, Said, said_within
from gwformat.units import Emu
from gwformat.values import dataclass

_PPR, _RPR = w("pPr"), w("rPr")
_NAMED = w("pStyle")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph in one look; `field` is the name of the field that makes its text, "" if none does."""

    text: str
    field: str
    look: RunLook


_MOST = 4096  # ways of saying that are kept for the next file with the same style sheet


class Looks:
    """Works out looks for all documents of one style sheet; the same properties are worked out once."""

    def __init__(self, cascade: Cascade, theme: Theme) -> None:
        self.cascade = cascade
        self.theme = theme
        self._paragraphs: dict[tuple[object, ...], ParagraphLook] = {}
        self._runs: dict[tuple[object, ...], RunLook] = {}
        self._styles: dict[bytes, str | None] = {}

    def make_room(self) -> None:
        """Forget what former files said if that is very much; asked before a file, not within one."""
        if len(self._paragraphs) + len(self._runs) + len(self._styles) > _MOST:
            self._paragraphs.clear()
            self._runs.clear()
            self._styles.clear()

    @cached_property
    def base(self) -> Emu:
        """The size of the default paragraph style, in which Word counts “字符” of left and right indents."""
        style = self.cascade.sheet.known(None, "paragraph")
        return self.run(None, b"", style, Layer()).size

    def paragraph(
        self,
        properties: etree._Element | None,
        spelled: bytes,
        around: tuple[Layer, bool, bool],
        em: Emu,
        line: Emu | None,
    ) -> ParagraphLook:
        """The look a `w:pPr` gives, which is `spelled` so if that is known."""
        layer, in_table, in_text_box = around
        key = (spelled or _said(properties), layer.key, in_table, in_text_box, em, line)
        found = self._paragraphs.get(key)
        if found is None:
            found = self._paragraphs[key] = paragraph_look(
                self.cascade.paragraph(properties, layer),
                self.cascade,
                em=em,
                base=self.base,
                line=line,
                in_table=in_table,
                in_text_box=in_text_box,
            )
        return found

    def run(self, properties: etree._Element | None, spelled: bytes, style_id: str | None, layer: Layer) -> RunLook:
        """The look a `w:rPr` gives in a paragraph of a style."""
        key = (spelled or _said(properties), style_id, layer.key)
        found = self._runs.get(key)
        if found is None:
            found = self._runs[key] = run_look(self.cascade.run(properties, style_id, layer), self.theme)
        return found

    def style(self, properties: etree._Element | None, spelled: bytes) -> str | None:
        """The paragraph style a `w:pPr` names, or the default one."""
        if properties is not None and not spelled:
            return self._named(properties)
        if spelled not in self._styles:
            self._styles[spelled] = self._named(properties)
        return self._styles[spelled]

    def _named(self, properties: etree._Element | None) -> str | None:
        named = child_of(properties, _NAMED) if properties is not None else None
        return self.cascade.sheet.known(named.get(VAL) if named is not None else None, "paragraph")


def _said(properties: etree._Element | None) -> Said:
    return () if properties is None else said_within(properties, OTHER)


class PartLooks:
    """The paragraphs of one part, numbered from 1 as in `model.Source`: text boxes and cells included.

    `line(n)` tells the grid pitch of the section paragraph n stands in, None if it has none; `leaves(p)` are the leaves
    of a paragraph, where somebody has taken them from it before.
    """

    def __init__(
        self,
        package: Package,
        name: str,
        looks: Looks,
        tables: TableStyles,
        line: Callable[[int], Emu | None],
        leaves: Callable[[etree._Element], list[Atom]] = atoms,
    ) -> None:
        self.name = name
        self._spelled = package.properties(name)
        self._looks = looks
        self._tables = tables
        self._line = line
        self._leaves = leaves
        self._elements = package.paragraphs(name)
        self._around: dict[int, tuple[Layer, bool, bool]] = {}
        self._found: dict[int, ParagraphLook] = {}
        self._found_runs: dict[int, tuple[RunLook, ...]] = {}
        self._marks: dict[int, RunLook] = {}
        self._sizes: dict[int, Emu] = {}
        self._own: dict[int, etree._Element | None] = {}
        self._atoms: dict[int, list[Atom]] = {}
        self._pieces: dict[int, tuple[Piece, ...]] = {}

    def __len__(self) -> int:
        return len(self._elements)

    def paragraph(self, number: int) -> ParagraphLook:
        """The look of a paragraph."""
        found = self._found.get(number)
        if found is None:
            properties = self._properties(number)
            spelled, size = self._spelled.get(properties, b""), self.first_size(number)
            found = self._looks.paragraph(properties, spelled, self._layer(number), size, self._line(number))
            self._found[number] = found
        return found

    def runs(self, number: int) -> tuple[RunLook, ...]:
        """One look per leaf, in the order of `gwformat.ooxml.inline.atoms`; `Run.atom` is the index."""
        found = self._found_runs.get(number)
        if found is None:
            looks: list[RunLook] = []
            current: etree._Element | None = None
            for index, atom in enumerate(self.atoms(number)):
                if index and atom.run is current:
                    looks.append(looks[-1])
                    continue
                current = atom.run
                looks.append(self._run(number, current))
            found = self._found_runs[number] = tuple(looks)
        return found

    def box(self, number: int) -> Box | None:
        """The text box a paragraph stands in."""
        return box_around(self._elements[number - 1])

    def mark(self, number: int) -> RunLook:
        """The look of the paragraph mark, which alone gives an empty paragraph its height."""
        found = self._marks.get(number)
        if found is None:
            properties = self._properties(number)
            said = child_of(properties, _RPR) if properties is not None else None
            found = self._marks[number] = self._look(number, said)
        return found

    def pieces(self, number: int) -> tuple[Piece, ...]:
        """The leaves of a paragraph with their words and fields; a field the file has no outcome of has no words."""
        found = self._pieces.get(number)
        if found is None:
            read = leaves(self._elements[number - 1])
            found = tuple(Piece(leaf.text, leaf.field, self._run(number, leaf.run)) for leaf in read)
            self._pieces[number] = found
        return found

    def text(self, number: int) -> str:
        """The words of a paragraph, each field as its name in braces: “— {PAGE} —”."""
        words: list[str] = []
        before = ""
        for piece in self.pieces(number):
            if not piece.field:
                words.append(piece.text)
            elif piece.field != before:
                words.append(f"{{{piece.field}}}")
            before = piece.field
        return "".join(words)

    def first_size(self, number: int) -> Emu:
        """The size of the first character; of the paragraph mark where there is none."""
        found = self._sizes.get(number)
        if found is None:
            kinds = [atom.kind for atom in self.atoms(number)]
            text = AtomKind.TEXT in kinds
            look = self.runs(number)[kinds.index(AtomKind.TEXT)] if text else self.mark(number)
            found = self._sizes[number] = look.size
        return found

    def _run(self, number: int, run: etree._Element | None) -> RunLook:
        return self._look(number, child_of(run, _RPR) if run is not None else None)

    def _look(self, number: int, properties: etree._Element | None) -> RunLook:
        spelled = self._spelled.get(properties, b"")
        return self._looks.run(properties, spelled, self._style(number), self._layer(number)[0])

    def atoms(self, number: int) -> list[Atom]:
        """The leaves of a paragraph."""
        found = self._atoms.get(number)
        if found is None:
            found = self._atoms[number] = self._leaves(self._elements[number - 1])
        return found

    def _properties(self, number: int) -> etree._Element | None:
        """The `w:pPr` of a paragraph."""
        if number not in self._own:
            self._own[number] = child_of(self._elements[number - 1], _PPR)
        return self._own[number]

    def _style(self, number: int) -> str | None:
        properties = self._properties(number)
        return self._looks.style(properties, self._spelled.get(properties, b""))

    def _layer(self, number: int) -> tuple[Layer, bool, bool]:
        found = self._around.get(number)
        if found is None:
            found = self._around[number] = self._tables.around(self._elements[number - 1])
        return found
