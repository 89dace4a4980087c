"""A formatted document and LibreOffice's PDF of it come in, the pages and body lines that differ go out.

Raised and lowered text counts as part of its line. Formulas and symbols are left out on both sides, because LibreOffice
draws them otherwise than as words on a line. Page numbers are not among the lines.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pypdf import PdfReader

from benchmarks.agreement_causes import UNKNOWN, cause, foretold, plain
from benchmarks.agreement_drafts import generated_class
from benchmarks.page_content import Glyph
from benchmarks.pdf_content import read_page
from benchmarks.text_lines import TextLine, text_lines
from gwformat.api import FormatResult
from gwformat.fonts.advances import Advances
from gwformat.fonts.system import FontSystem, Repertoire
from gwformat.layout.boxes import Page
from gwformat.model import HEADINGS, OBJECT, Block, CarrierKind, Draft, Role
from tests.standin.charsets import characters

_BODY = (Role.BODY, *HEADINGS, Role.ATTACHMENT_BODY)
_NUMBER = re.compile(r"—\d+—")
_RAISED = 0.7  # of its neighbours' size is raised or lowered text at most
_SHIFT = 0.4  # em: how far it is raised or lowered at most
_MM = 25.4 / 72
_FORMULA_FONT, _FORMULA_SIZE = "LiberationSerif", 13.0
_SHOWN = 3  # lines of a difference
CLASSES = {
    "tables": (CarrierKind.TABLE,),
    "pictures": (
        *(CarrierKind.IMAGE, CarrierKind.SHAPE, CarrierKind.TEXT_BOX, CarrierKind.CHART, CarrierKind.SMART_ART),
        CarrierKind.OLE_OBJECT,
    ),
    "notes": (CarrierKind.FOOTNOTE, CarrierKind.ENDNOTE),
    "sections": (CarrierKind.SECTION_BREAK,),
    "formulas": (CarrierKind.FORMULA,),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """Lines of LibreOffice and those of the pages in their place, a few of each, and why: a key of `CAUSES`."""

    theirs: tuple[str, ...]
    ours: tuple[str, ...]
    cause: str


@dataclass(frozen=True, slots=True)
class Compared:
    """One document laid out twice."""

    name: str
    pages: tuple[int, ...]  # ours, LibreOffice's
    estimated: bool
    lines: int  # body lines
    same: int
    foretold: int  # body lines that differ as a rule of LibreOffice's own foretells
    fontless: int  # body lines that depend on the fonts of the machine; not among `lines`
    differences: tuple[Difference, ...]
    classes: tuple[str, ...]

    @property
    def same_pages(self) -> bool:
        """Whether both have as many pages."""
        return len(set(self.pages)) == 1


@dataclass(frozen=True, slots=True)
class Left:
    """One document that cannot be compared, and why."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    is_body: bool
    is_known: bool  # the stand-in fonts have all of it


def compare(name: str, result: FormatResult, pdf: Path, advances: Advances) -> Compared:
    """Our pages beside those LibreOffice made; `advances` are those of the fonts it saw."""
    blocks, fonts = result.laid.document.blocks, result.laid.setting.fonts
    ours = [line for page in result.pages.pages for line in _lines_of(page, blocks, fonts) if line.text]
    reader = PdfReader(pdf)
    theirs = _lines_of_pdf(reader, any(map(_drawn, blocks)))
    matcher = difflib.SequenceMatcher(None, theirs, [line.text for line in ours], autojunk=False)
    same: set[int] = set()
    differences = []
    explained = 0
    rules = cache(lambda: foretold(result.output, advances))
    for kind, i, j, first, last in matcher.get_opcodes():
        if kind == "equal":
            same.update(range(first, last))
        elif differing := sum(line.is_body and line.is_known for line in ours[first:last]):
            texts = [line.text for line in ours[first:last]]
            why = cause(theirs[i:j], texts, rules())
            explained += differing if why != UNKNOWN else 0
            differences.append(Difference(tuple(theirs[i:j][:_SHOWN]), tuple(texts[:_SHOWN]), why))
    body = [number for number, line in enumerate(ours) if line.is_body and line.is_known]
    return Compared(
        name,
        (len(result.pages.pages), len(reader.pages)),
        result.pages.estimated_from is not None,
        len(body),
        sum(number in same for number in body),
        explained,
        sum(line.is_body and not line.is_known for line in ours),
        tuple(differences),
        _classes(name, result.laid.document.draft),
    )


def _lines_of(page: Page, blocks: Sequence[Block], fonts: FontSystem) -> list[_Line]:
    """The lines of one of our pages; what stands abreast is one line."""
    rows: dict[int, list[tuple[int, _Line]]] = {}
    for line in page.lines:
        if line.spans:
            known = all(_is_in_fonts(blocks[span.block].text, fonts) for span in line.spans)
            text = "".join(glyphs.drawn for glyphs in line.glyphs)
            words = _without(text, [word for span in line.spans for word in _drawn(blocks[span.block])])
            said = _Line(plain(words), line.role in _BODY, known)
            rows.setdefault(round(line.top.mm * 10), []).append((line.x, said))
    return [
        _Line(
            "".join(line.text for _, line in sorted(row, key=lambda one: (one[0], one[1].text))),
            row[0][1].is_body,
            all(line.is_known for _, line in row),
        )
        for _, row in sorted(rows.items())
    ]


def _lines_of_pdf(reader: PdfReader, has_drawn: bool) -> list[str]:
    return [
        text
        for number, page in enumerate(reader.pages, 1)
        for line in _whole_lines(
            number, [glyph for glyph in read_page(page)[0] if not (has_drawn and _is_drawn(glyph))]
        )
        if (text := plain(line.text)) and not _NUMBER.fullmatch(text)
    ]


def _drawn(block: Block) -> list[str]:
    """The words we show for what LibreOffice draws in a way of its own: formulas, symbols of fonts nobody has."""
    carriers = [carrier for run in block.runs if (carrier := run.carrier)] + ([block.carrier] if block.carrier else [])
    formulas = [carrier.formula.text for carrier in carriers if carrier.formula is not None]
    return formulas + [carrier.text for carrier in carriers if carrier.kind is CarrierKind.SYMBOL]


def _without(line: str, drawn: Sequence[str]) -> str:
    for words in drawn:
        line = line.replace(words, "", 1)
    return line


def _is_drawn(glyph: Glyph) -> bool:
    """Whether a glyph is one of LibreOffice's formulas, which it sets in 12 points, or of a font of symbols."""
    formula = glyph.font.endswith(_FORMULA_FONT) and glyph.size <= _FORMULA_SIZE
    return formula or any("\ue000" <= char <= "\uf8ff" for char in glyph.text)


@cache
def _of_chinese_fonts() -> frozenset[int]:
    return characters(Repertoire.GB18030)


@cache
def _of_western_fonts() -> frozenset[int]:
    return characters(Repertoire.LATIN)


def _is_in_fonts(text: str, fonts: FontSystem) -> bool:
    """Whether the stand-in fonts that the text is set in have every character that is drawn."""
    chinese = _of_chinese_fonts()
    western = _of_western_fonts() if fonts.latin_face.repertoire is Repertoire.LATIN else frozenset[int]()
    return all(ord(char) in chinese or ord(char) in western or char == OBJECT or char.isspace() for char in text)


def _whole_lines(number: int, glyphs: Sequence[Glyph]) -> list[TextLine]:
    """The lines of a page, raised and lowered text taken into the line it belongs to."""
    lines = text_lines(number, glyphs)
    hosts = []
    for line in lines:
        near = [other for other in lines if line.size <= _RAISED * other.size and _is_beside(line, other)]
        hosts.append(min(near, key=lambda other: abs(other.baseline - line.baseline), default=line))
    whole = []
    for line in lines:
        own = [glyph for other, host in zip(lines, hosts, strict=True) if host is line for glyph in other.glyphs]
        if own:
            whole.append(TextLine(number, tuple(sorted(own, key=lambda glyph: glyph.x))))
    return whole


def _is_beside(line: TextLine, other: TextLine) -> bool:
    return abs(line.baseline - other.baseline) <= _SHIFT * other.size * _MM


def _classes(name: str, draft: Draft) -> tuple[str, ...]:
    """What a draft has besides words; one without any of it is plain; a generated one has a class of its own."""
    if own := generated_class(name):
        return (own,)
    kinds = {kind for kind, _ in draft.carriers}
    return tuple(name for name, members in CLASSES.items() if kinds.intersection(members)) or ("plain",)
