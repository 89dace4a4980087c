"""Drafts come in; where LibreOffice breaks lines and pages of the formatted docx otherwise than `layout` goes out.

    python benchmarks/agreement.py [DIR …] [--generated 40] [--pictures 12] [--every N] [--only PATTERN] [--pages-only]

LibreOffice sees the stand-in fonts only. A body line agrees if LibreOffice has the same line; pages are counted. Lines
of paragraphs with a character in none of these fonts (Hangul, Arabic, emoji) break where the fonts of the machine have
it: they are counted in a column of their own and not in the share. Raised and lowered text counts as part of its line.
Formulas and symbols are left out on both sides, because LibreOffice draws them otherwise than as words on a line.
Generated drafts, far denser in traps than documents are, have rows of their own. Where `layout` itself says that places
are estimated, this is shown. What `format` refuses or LibreOffice cannot open is said in a line and not compared.
Progress goes to stderr. `PATTERN` is a regular expression found in the path.
"""

from __future__ import annotations

import argparse
import difflib
import json
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pypdf import PdfReader

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import picture_drafts
from benchmarks.pdf_content import Glyph, read_page
from benchmarks.stress_drafts import draft
from benchmarks.text_lines import TextLine, text_lines
from gwformat.api import FormatOptions, FormatResult, format_file
from gwformat.errors import GwError
from gwformat.fonts.system import FontSystem, Repertoire
from gwformat.model import HEADINGS, OBJECT, Block, CarrierKind, Draft, Role
from tests.standin import office
from tests.standin.charsets import characters

SUFFIXES = (".docx", ".docm", ".txt", ".md")
BODY = (Role.BODY, *HEADINGS, Role.ATTACHMENT_BODY)
_NUMBER = re.compile(r"—\d+—")
_BATCH = 20
_RAISED = 0.7  # of its neighbours' size is raised or lowered text at most
_SHIFT = 0.4  # em: how far it is raised or lowered at most
_MM = 25.4 / 72
_CHINESE, _WESTERN = characters(Repertoire.GB18030), characters(Repertoire.LATIN)
_GENERATED = ("stress", "objects")
_FORMULA_FONT, _FORMULA_SIZE = "LiberationSerif", 13.0
_CLASSES = {
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
class Compared:
    """One document laid out twice."""

    path: Path
    pages: tuple[int, int]  # ours, LibreOffice's
    estimated: bool
    lines: int  # body lines
    same: int
    fontless: int  # body lines that depend on the fonts of the machine; not among `lines`
    differences: tuple[str, ...]
    classes: frozenset[str]

    @property
    def same_pages(self) -> bool:
        """Whether both have as many pages."""
        return self.pages[0] == self.pages[1]


@dataclass(frozen=True, slots=True)
class Left:
    """One document that cannot be compared, and why."""

    path: Path
    why: str


def drafts(folders: Sequence[Path], generated: int, pictures: int, every: int, scratch: Path) -> Iterator[Path]:
    """The drafts of the folders, then generated ones."""
    for folder in folders:
        yield from sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)
        for records in sorted(folder.rglob("*.jsonl")):
            yield from _from_records(records, every, scratch)
    for seed in range(generated):
        path = scratch / f"stress-{seed}.txt"
        path.write_text(draft(seed), encoding="utf-8")
        yield path
    for seed in range(pictures):
        path = scratch / f"pictures-{seed}.docx"
        path.write_bytes(picture_drafts.draft(seed))
        yield path


def _from_records(records: Path, every: int, scratch: Path) -> Iterator[Path]:
    """Text drafts of published documents: one JSON object a line, whose `paragraphs` are the words."""
    for number, line in enumerate(records.read_text(encoding="utf-8").splitlines()[::every]):
        path = scratch / f"{records.stem}-{number * every}.txt"
        path.write_text("\n".join(json.loads(line)["paragraphs"]), encoding="utf-8")
        yield path


def compare(path: Path, result: FormatResult, pdf: Path) -> Compared:
    """Our pages beside those LibreOffice made."""
    pages = result.pages
    blocks, fonts = result.laid.document.blocks, result.laid.setting.fonts
    ours: list[tuple[str, bool, bool]] = []  # the words, whether of the body, whether the fonts have them
    for page in pages.pages:
        rows: dict[int, list[tuple[int, str, bool, bool]]] = {}
        for line in page.lines:
            if line.spans:
                known = all(_is_in_fonts(blocks[span.block].text, fonts) for span in line.spans)
                words = _without(line.text, [word for span in line.spans for word in _drawn(blocks[span.block])])
                said = (line.x, _plain(words), line.role in BODY, known)
                rows.setdefault(round(line.top.mm * 10), []).append(said)
        for _, row in sorted(rows.items()):
            ours.append(("".join(text for _, text, _, _ in sorted(row)), row[0][2], all(known for *_, known in row)))
    ours = [line for line in ours if line[0]]
    reader = PdfReader(pdf)
    drawn = any(map(_drawn, blocks))
    theirs = [
        text
        for number, page in enumerate(reader.pages, 1)
        for line in _whole_lines(number, [glyph for glyph in read_page(page)[0] if not (drawn and _is_drawn(glyph))])
        if (text := _plain(line.text)) and not _NUMBER.fullmatch(text)
    ]
    matcher = difflib.SequenceMatcher(None, theirs, [text for text, *_ in ours], autojunk=False)
    same: set[int] = set()
    differences = []
    for kind, i, j, first, last in matcher.get_opcodes():
        if kind == "equal":
            same.update(range(first, last))
        elif any(is_body and known for _, is_body, known in ours[first:last]):
            differences.append(_difference(theirs[i:j], [text for text, *_ in ours[first:last]]))
    body = [number for number, (_, is_body, known) in enumerate(ours) if is_body and known]
    fontless = sum(is_body and not known for _, is_body, known in ours)
    counted = (len(pages.pages), len(reader.pages))
    agreed = sum(number in same for number in body)
    estimated = pages.estimated_from is not None
    classes = _generated(path) or _classes(result.laid.document.draft)
    return Compared(path, counted, estimated, len(body), agreed, fontless, tuple(differences), classes)


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


def _is_in_fonts(text: str, fonts: FontSystem) -> bool:
    """Whether the stand-in fonts that the text is set in have every character that is drawn."""
    latin = next((face.repertoire for face in fonts.faces.values() if fonts.latin in face.names), Repertoire.LATIN)
    western = _WESTERN if latin is Repertoire.LATIN else frozenset[int]()
    return all(ord(char) in _CHINESE or ord(char) in western or char == OBJECT or char.isspace() for char in text)


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


def _generated(path: Path) -> frozenset[str]:
    """The class of a generated draft, which is no other's; empty for documents."""
    kind = {"stress": "stress", "pictures": "objects"}.get(path.stem.split("-")[0], "")
    return frozenset((kind,)) if kind and path.stem.split("-")[-1].isdigit() else frozenset()


def _classes(draft: Draft) -> frozenset[str]:
    """What a draft has besides words; one without any of it is plain."""
    kinds = {kind for kind, _ in draft.carriers}
    return frozenset(name for name, members in _CLASSES.items() if kinds.intersection(members)) or frozenset(("plain",))


def _difference(theirs: Sequence[str], ours: Sequence[str]) -> str:
    return f"LibreOffice {' | '.join(theirs[:3])}\n      layout      {' | '.join(ours[:3])}"


def _plain(text: str) -> str:
    return "".join(text.replace(OBJECT, "").split())


def run(paths: Sequence[Path], scratch: Path) -> Iterator[Compared | Left]:
    """Format, convert and compare, some documents at a time."""
    environment = office.install(scratch / "office")
    for begin in range(0, len(paths), _BATCH):
        made: list[tuple[Path, FormatResult]] = []
        for number, path in enumerate(paths[begin : begin + _BATCH], begin):
            try:
                made.append((path, format_file(path, scratch / f"{number}.docx", FormatOptions(force=True))))
            except GwError as error:
                yield Left(path, f"format: {error.message}")
        pdfs = office.convert_all([result.output for _, result in made], scratch, environment)
        for (path, result), pdf in zip(made, pdfs, strict=True):
            yield Left(path, _unopened(path, scratch, environment)) if pdf is None else compare(path, result, pdf)
        print(f"{min(begin + _BATCH, len(paths))} of {len(paths)}", file=sys.stderr)


def _unopened(source: Path, scratch: Path, environment: Mapping[str, str]) -> str:
    """Whether LibreOffice fails on the draft too, or on our file only."""
    copy = scratch / f"source{source.suffix.lower()}"
    shutil.copyfile(source, copy)
    also = office.convert_all([copy], scratch, environment) == [None]
    return (
        "LibreOffice opens neither the draft nor the result" if also else "LibreOffice opens the draft, NOT THE RESULT"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--generated", type=int, default=40)
    parser.add_argument("--pictures", type=int, default=12, help="generated drafts with pictures and other objects")
    parser.add_argument("--every", type=int, default=1, help="of records in JSON lines, take only every n-th")
    parser.add_argument("--only", type=re.compile, default=re.compile(""), metavar="PATTERN")
    parser.add_argument("--pages-only", action="store_true", help="do not list the lines that differ")
    arguments = parser.parse_args()
    results: list[Compared] = []
    left: list[Left] = []
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        every = drafts(arguments.folders, arguments.generated, arguments.pictures, arguments.every, scratch)
        paths = [path for path in every if arguments.only.search(str(path))]
        for result in run(paths, scratch):
            if isinstance(result, Left):
                left.append(result)
                print(f"{result.path.name}: not compared, {result.why}")
            else:
                results.append(result)
                _report(result, lines=not arguments.pages_only)
    _summarise(results, left)
    return 0


def _report(result: Compared, *, lines: bool) -> None:
    mark = " (estimated)" if result.estimated else ""
    if not result.same_pages:
        print(f"{result.path.name}: {result.pages[0]} pages, LibreOffice {result.pages[1]}{mark}")
    for difference in result.differences if lines else ():
        print(f"{result.path.name}{mark}\n      {difference}")


def _summarise(results: Sequence[Compared], left: Sequence[Left]) -> None:
    """A row for each class; a document with tables and notes counts in both."""
    heads = f"{'body lines':>12}{'same':>9}{'share':>9}{'字库没有的字':>10}"
    print(f"\n{'':12}{'documents':>10}{'same pages':>11}{heads}")
    real = [result for result in results if result.classes.isdisjoint(_GENERATED)]
    for name in ("plain", *_CLASSES):
        _row(name, [result for result in real if name in result.classes])
    _row("certain", [result for result in real if not result.estimated])
    _row("estimated", [result for result in real if result.estimated])
    _row("documents", real)
    for name in _GENERATED:
        _row(name, [result for result in results if name in result.classes])
    _row("all", results)
    print(f"not compared: {len(left)}")


def _row(title: str, results: Sequence[Compared]) -> None:
    lines, same = sum(result.lines for result in results), sum(result.same for result in results)
    paged = sum(result.same_pages for result in results)
    share = f"{same / lines:.2%}" if lines else "–"
    fontless = sum(result.fontless for result in results)
    print(f"{title:12}{len(results):10}{paged:11}{lines:12}{same:9}{share:>9}{fontless:16}")


if __name__ == "__main__":
    sys.exit(main())
