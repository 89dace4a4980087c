"""A docx package in; what its reader sees of paragraphs, characters, pages and lines out, each when it is asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from lxml import etree

from gwformat.ooxml.effective.cascade import Cascade
from gwformat.ooxml.effective.parts import Looks, PartLooks
from gwformat.ooxml.effective.sections import SectionLook, sections_of
from gwformat.ooxml.effective.settings import SettingsLook, settings_of
from gwformat.ooxml.effective.strokes import DrawnLine, border_lines, drawn_lines
from gwformat.ooxml.effective.table_rules import TableLook, tables_of
from gwformat.ooxml.effective.tables import TableStyles
from gwformat.ooxml.effective.values import ParagraphLook, RunLook
from gwformat.ooxml.names import w
from gwformat.ooxml.numbering import Numbering
from gwformat.ooxml.package import Package
from gwformat.ooxml.style_sheet import StyleSheet
from gwformat.ooxml.styles import Styles
from gwformat.ooxml.theme import Theme, theme_of
from gwformat.units import Emu

_BACKGROUND, _COLOR = w("background"), w("color")


def formatting_of(package: Package) -> Formatting:
    """The effective formatting of a docx; nothing is read before it is asked for."""
    return Formatting(package)


class Formatting:
    """What a reader of the docx sees.

    Paragraph numbers are those of `model.Source`: the k-th `w:p` of the part, those in cells and text boxes counted
    where they stand, VML fallbacks left out. Methods that take a number speak of the main part; `part(name)` gives the
    same for headers and footers.
    """

    def __init__(self, package: Package) -> None:
        self._package = package
        self._parts: dict[str, PartLooks] = {}

    def paragraph(self, number: int) -> ParagraphLook:
        """The look of a paragraph of the main part."""
        return self.main.paragraph(number)

    def runs(self, number: int) -> tuple[RunLook, ...]:
        """One look per leaf of a paragraph of the main part; `model.Run.atom` is the index."""
        return self.main.runs(number)

    def mark(self, number: int) -> RunLook:
        """The look of the mark of a paragraph of the main part: of an empty paragraph, all there is."""
        return self.main.mark(number)

    @cached_property
    def main(self) -> PartLooks:
        """The paragraphs of the text."""
        package, sections, starts = self._package, self.sections, self._section_starts

        def pitch(number: int) -> Emu | None:  # no method: what refers to itself lives until it is looked for
            return _section_at(number, sections, starts).grid.lines

        return PartLooks(package, package.main_part, self._looks, self._table_styles, pitch, package.atoms)

    def part(self, name: str) -> PartLooks | None:
        """The paragraphs of a header, footer or another part; None if it is missing or broken."""
        if name == self._package.main_part:
            return self.main
        if name not in self._parts:
            root = self._package.optional_tree(name) if name in self._package.parts else None
            if root is None:
                return None
            self._parts[name] = self._story(name, self.sections[0].grid.lines)
        return self._parts[name]

    def _story(self, name: str, pitch: Emu | None) -> PartLooks:
        """The paragraphs of a part apart from the text; once for all files of a template."""
        looks = self._looks

        def made() -> PartLooks:
            return PartLooks(self._package, name, looks, TableStyles(looks.cascade), lambda _: pitch)

        return self._package.of_part(name, made, (PartLooks, name, looks, pitch))

    @cached_property
    def headers(self) -> Mapping[str, PartLooks]:
        """The headers that a section refers to, by part name."""
        return self._stories("headers")

    @cached_property
    def footers(self) -> Mapping[str, PartLooks]:
        """The footers that a section refers to, by part name."""
        return self._stories("footers")

    @cached_property
    def sections(self) -> tuple[SectionLook, ...]:
        """The sections in order; there is at least one."""
        return sections_of(self._root, self._elements, self._package.relationships(self._package.main_part))

    def section_of(self, number: int) -> SectionLook:
        """The section a paragraph of the main part stands in."""
        return _section_at(number, self.sections, self._section_starts)

    @cached_property
    def settings(self) -> SettingsLook:
        """The document's settings."""
        return settings_of(self._tree("settings"))

    @property
    def background(self) -> str | None:
        """The colour of the pages as it is shown on screen and sometimes printed; None if there is none."""
        found = self._root.find(_BACKGROUND) if self.settings.shows_background else None
        return found.get(_COLOR) if found is not None else None

    @cached_property
    def strokes(self) -> tuple[DrawnLine, ...]:
        """Every line a reader sees in the text: borders of paragraphs, drawn lines, rules of tables, in order."""
        found = [*drawn_lines(self._root, self._theme), *(rule for table in self.tables for rule in table.rules)]
        for number in range(1, len(self.main) + 1):
            found.extend(border_lines(number, self.main.paragraph(number).borders))
        return tuple(sorted(found, key=lambda line: line.paragraph))

    @cached_property
    def tables(self) -> tuple[TableLook, ...]:
        """The tables of the text."""
        return tuple(tables_of(self._root, self._elements, self._table_styles))

    @property
    def default_size(self) -> Emu:
        """The size of the default paragraph style: the base of the character grid and of left and right indents."""
        return self._looks.base

    @cached_property
    def _root(self) -> etree._Element:
        return self._package.tree(self._package.main_part)

    @cached_property
    def _elements(self) -> list[etree._Element]:
        return self._package.paragraphs(self._package.main_part)

    @cached_property
    def _looks(self) -> Looks:
        styles, lists, theme = self._tree("styles"), self._tree("numbering"), self._tree("theme")
        language = self.settings.east_asian_language

        def made() -> Looks:
            numbering = Numbering(lists, lambda: Styles(styles, lambda: None).numbers())
            return Looks(Cascade(StyleSheet(styles), numbering), theme_of(theme, language))

        found = self._package.worked_out("styles", made, (Looks, lists, theme, language))
        found.make_room()
        return found

    @cached_property
    def _table_styles(self) -> TableStyles:
        return TableStyles(self._looks.cascade)

    @property
    def _theme(self) -> Theme:
        return self._looks.theme

    @cached_property
    def _section_starts(self) -> list[int]:
        return [section.first for section in self.sections]

    def _tree(self, kind: str) -> etree._Element | None:
        name = self._package.related(self._package.main_part, kind)
        return self._package.optional_tree(name) if name else None

    def _stories(self, kind: str) -> Mapping[str, PartLooks]:
        return {name: part for name in self._names(kind) if (part := self.part(name)) is not None}

    def _names(self, kind: str) -> Iterator[str]:
        for section in self.sections:
            yield from (getattr(section, kind)).values()


def _section_at(number: int, sections: Sequence[SectionLook], starts: Sequence[int]) -> SectionLook:
    return sections[0] if len(sections) == 1 else sections[max(0, bisect_right(starts, number) - 1)]
