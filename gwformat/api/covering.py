"""A document comes in; the characters its fonts lack go out, on request a docx with other faces for just these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from gwformat import output, readers
from gwformat.api.common import no_docx
from gwformat.api.fonts import fonts_here, unread
from gwformat.api.options import StrPath
from gwformat.api.proving import prove, unproven
from gwformat.errors import FontMissing
from gwformat.findings import Location, Property, Reformat
from gwformat.fonts.lacking import Coverage, Evidence, Faces, Lack, Set, covered
from gwformat.fonts.system import FontSystem, load_system
from gwformat.model import Draft
from gwformat.ooxml.effective import Font, Slot, formatting_of, stretches
from gwformat.ooxml.package import Package
from gwformat.profiles.schema import Slot as Typeface
from gwformat.text.width import leans
from gwformat.values import dataclass
from gwformat.writers import docx

# What gives a character of a slot another face; fonts of complex scripts are left alone.
_BY = {
    Slot.EAST_ASIA: Property.FONT,
    Slot.ASCII: Property.LATIN_FONT,
    Slot.HANSI: Property.LATIN_FONT,
    Slot.CS: None,
}


@dataclass(frozen=True, slots=True)
class CoverageResult:
    """What the fonts of one file have and lack."""

    source: Path
    coverage: Coverage
    notices: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether every character is there, and none is private."""
        return not self.coverage.missing and not self.coverage.private

    @property
    def absent(self) -> tuple[str, ...]:
        """The families that are not installed."""
        return tuple(used.family for used in self.coverage.used if used.evidence is not Evidence.MEASURED)


@dataclass(frozen=True, slots=True)
class CoverageFixed:
    """A file in which characters were given another face, and what it lacks still."""

    source: Path
    output: Path
    fixed: tuple[Lack, ...]
    left: CoverageResult


def check_coverage(
    path: StrPath, system: str = "government", font_dirs: Sequence[StrPath] = (), *, strict: bool = False
) -> CoverageResult:
    """Every character of the file against its font; `FontMissing` if `strict` and a font is not installed."""
    path = Path(path)
    faces = _faces(system, font_dirs)
    result = _checked(path, readers.read(path), faces)
    _demand(result, strict)
    return result


def fix_coverage(
    path: StrPath,
    target: StrPath,
    system: str = "government",
    font_dirs: Sequence[StrPath] = (),
    *,
    strict: bool = False,
    force: bool = False,
) -> CoverageFixed:
    """Write the docx with just the missing characters in a face of the same style that has them."""
    path, target = Path(path), Path(target)
    output.check_target(path, target, force=force)
    faces = _faces(system, font_dirs)
    draft = readers.read(path)
    if draft.package is None:
        raise no_docx(path, "没有字体可改")
    package = draft.package.as_said
    before = _checked(path, draft, faces)
    _demand(before, strict)
    fixed = tuple(lack for lack in before.coverage.missing if _is_fixable(lack))
    data = docx.amend(package, [list(_steps(fixed, _marks(package)))]).data if fixed else package.to_bytes()
    prove(package, data)
    after = CoverageResult(target, covered(_of_docx(Package.from_bytes(data)), faces), before.notices)
    mended = {(lack.family, lack.char) for lack in fixed}
    left = [f"“{lack.char}”的字体没有改成" for lack in after.coverage.missing if (lack.family, lack.char) in mended]
    if left:
        raise unproven(left)
    output.write_atomically(target, data)
    return CoverageFixed(path, target, fixed, after)


def _is_fixable(lack: Lack) -> bool:
    return lack.spare is not None and lack.places[0].by is not None


def _faces(system: str, font_dirs: Sequence[StrPath]) -> Faces:
    return Faces(load_system(system), fonts_here(font_dirs))


def _checked(path: Path, draft: Draft, faces: Faces) -> CoverageResult:
    text = _of_docx(draft.package.as_said) if draft.package is not None else _of_text(draft, faces.system)
    return CoverageResult(path, covered(text, faces), (*draft.notices, *unread(faces.fonts)))


def _demand(result: CoverageResult, strict: bool) -> None:
    if strict and result.absent:
        families = "、".join(family or "（没有写明）" for family in result.absent)
        raise FontMissing(f"没有安装字体：{families}", "装上这些字体，或者用 --font-dir 指明它们所在的文件夹。")


def _of_docx(package: Package) -> Iterator[Set]:
    for found in stretches(package, formatting_of(package)):
        where = Location(found.part, found.paragraph, found.start, found.start + len(found.text))
        by = _BY[found.slot]
        beside = _name(found.look.east_asia) if by is Property.LATIN_FONT else ""
        yield Set(_name(found.font), found.text, where, by, beside)


def _name(font: Font) -> str:
    return font.name.removeprefix("@") if font.said else ""


def _of_text(draft: Draft, system: FontSystem) -> Iterator[Set]:
    """A text is going to be set as running text: letters in the Latin face, everything else in 仿宋."""
    body = system.faces[Typeface.FANGSONG].family
    for number, paragraph in enumerate(draft.paragraphs(), 1):
        start = 0
        for latin, group in groupby(paragraph.text, str.isascii):
            text = "".join(group)
            where = Location("", number, start, start + len(text))
            yield Set(system.latin, text, where, beside=body) if latin else Set(body, text, where)
            start += len(text)


def _marks(package: Package) -> frozenset[tuple[str, int, int]]:
    """The places of marks and selectors, which go with the character before them: part, paragraph, and where in it."""
    return frozenset(
        (found.part, found.paragraph, found.start + offset)
        for found in stretches(package, formatting_of(package))
        for offset, char in enumerate(found.text)
        if leans(char)
    )


def _steps(lacks: Iterable[Lack], marks: frozenset[tuple[str, int, int]]) -> Iterator[Reformat]:
    """A step for each stretch of characters that get the same face."""
    places = sorted(
        (place.where.part, place.where.paragraph or 0, place.where.start or 0, place.by, lack.spare.family)
        for lack in lacks
        for place in lack.places
        if lack.spare is not None and place.by is not None
    )
    numbered = enumerate(places)
    for (part, paragraph, _, by, family), group in groupby(numbered, lambda item: _run_of(*item)):
        starts = [start for _, (_, _, start, _, _) in group]
        end = starts[-1] + 1
        while (part, paragraph, end) in marks:
            end += 1
        yield Reformat(Location(part, paragraph, starts[0], end), by, family)


def _run_of(index: int, place: tuple[str, int, int, Property, str]) -> tuple[str, int, int, Property, str]:
    """The same for neighbours that get the same face."""
    part, paragraph, start, by, family = place
    return part, paragraph, start - index, by, family
