"""The words of a PDF, the draft and its formatting in; the stands of the draft's paragraphs as measured out.

Lines are found again by their words, spaces aside; what stands in the PDF but not in the draft (page numbers) is left.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from gwformat.check.geometry.advances import face_named
from gwformat.check.geometry.values import Known, PlacedLine, Stand
from gwformat.check.pdf_lines import Word
from gwformat.expressions import expression
from gwformat.fonts.installed import InstalledFonts
from gwformat.model import OBJECT, Draft, Paragraph
from gwformat.ooxml.effective import Formatting
from gwformat.text.width import is_wide
from gwformat.units import Emu, Pt
from gwformat.values import dataclass

_SAME_LINE = Pt(2)  # raised and lowered words belong to the line they stand in
_ASCENT = 0.859  # of the em box above the baseline, in the faces of Chinese text
_BASELINE = 0.8  # LibreOffice puts the baseline here in a line of exact pitch, whatever the face
_NOT_FOUND = "LibreOffice 排出的页面里没有找到这一段的全部文字"
_EMPTY = "空段落，没有文字可量"
_REPLACED = "本机没有安装“{}”，LibreOffice 用别的字体代替，量出的位置不可靠"
# LibreOffice, 7.4 to 26.8, sets room between Han and Latin even where the file says not to.
_SPACED = "LibreOffice 会在汉字与西文、数字之间加空，而文件要求不加，量出的换行不可靠"
_MIXED = expression(r"[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]")
_CERTAIN_WORDS = 4  # a line this long is looked for further on; shorter ones only where they are expected


@dataclass(frozen=True, slots=True)
class _Found:
    """A stretch of a paragraph on a line of the PDF."""

    paragraph: int
    start: int
    end: int
    word: Word


class _Text:
    """All words of a draft, spaces left out, with the way back to paragraphs and offsets."""

    def __init__(self, draft: Draft) -> None:
        self.paragraphs = {paragraph.source.first: paragraph for paragraph in draft.paragraphs()}
        self.starts: list[int] = []
        self.numbers: list[int] = []
        self.offsets: list[int] = []  # of each character in its paragraph's text; -1 in a label
        words: list[str] = []
        for number in sorted(self.paragraphs):
            self.starts.append(len(self.offsets))
            self.numbers.append(number)
            for offset, char in _characters(self.paragraphs[number]):
                words.append(char)
                self.offsets.append(offset)
        self.words = "".join(words)

    def back(self, start: int, end: int, word: Word) -> Iterator[_Found]:
        """The stretches of paragraphs that `start` to `end` of all words are."""
        while start < end:
            at = bisect_right(self.starts, start) - 1
            stop = min(end, self.starts[at + 1] if at + 1 < len(self.starts) else len(self.offsets))
            offsets = [offset for offset in self.offsets[start:stop] if offset >= 0]
            if offsets:
                yield _Found(self.numbers[at], offsets[0], offsets[-1] + 1, word)
            start = stop


def _characters(paragraph: Paragraph) -> Iterator[tuple[int, str]]:
    yield from ((-1, char) for char in paragraph.label if not char.isspace())
    yield from ((offset, char) for offset, char in enumerate(paragraph.text) if not char.isspace() and char != OBJECT)


def stands_in(words: Sequence[Word], draft: Draft, formatting: Formatting, fonts: InstalledFonts) -> dict[int, Stand]:
    """The stand of each paragraph by its number."""
    text = _Text(draft)
    found: dict[int, list[_Found]] = {}
    position = 0
    for line in _lines(words):
        joined = "".join(_bare(word.text) for word in line)
        begin = _find(text.words, joined, position)
        if begin is None:
            continue
        position = begin + len(joined)
        for word in line:
            size = len(_bare(word.text))
            for piece in text.back(begin, begin + size, word):
                found.setdefault(piece.paragraph, []).append(piece)
            begin += size
    numbers = _numbers(found)
    trust = _Trust(formatting, fonts)
    return {
        number: trust.stand(paragraph, found.get(number, []), numbers)
        for number, paragraph in sorted(text.paragraphs.items())
    }


def _bare(text: str) -> str:
    return "".join(char for char in text if not char.isspace())


def _find(all_words: str, line: str, position: int) -> int | None:
    if all_words.startswith(line, position):
        return position
    if len(line) < _CERTAIN_WORDS:
        return None
    begin = all_words.find(line, position)
    begin = all_words.find(line) if begin < 0 else begin
    return begin if begin >= 0 else None


def _lines(words: Sequence[Word]) -> Iterator[list[Word]]:
    """The words line by line: those that follow each other on one height of one page."""
    line: list[Word] = []
    for word in words:
        if line and (word.page != line[0].page or abs(word.baseline - line[0].baseline) > _SAME_LINE):
            yield line
            line = []
        line.append(word)
    if line:
        yield line


def _numbers(found: dict[int, list[_Found]]) -> dict[tuple[int, Emu], int]:
    """The number of each line on its page, from above."""
    heights: dict[int, list[Emu]] = {}
    for pieces in found.values():
        for piece in pieces:
            heights.setdefault(piece.word.page, []).append(piece.word.baseline)
    result: dict[tuple[int, Emu], int] = {}
    for page, baselines in heights.items():
        number, before = 0, Emu(-(10**9))
        for baseline in sorted(set(baselines)):
            number += baseline - before > _SAME_LINE
            before = baseline
            result[page, baseline] = number
    return result


class _Trust:
    """Judges paragraph by paragraph how far the measured places hold for a machine that has all faces."""

    def __init__(self, formatting: Formatting, fonts: InstalledFonts) -> None:
        self._formatting = formatting
        self._fonts = fonts
        self._replaced = ""  # the first family that was replaced so far
        self._spaced = False  # lines so far may end elsewhere for want of a switch LibreOffice does not read
        self._heights_hold = True
        self._same: dict[tuple[str, str], bool] = {}

    def stand(self, paragraph: Paragraph, pieces: list[_Found], numbers: dict[tuple[int, Emu], int]) -> Stand:
        """The stand of the next paragraph of the draft."""
        number = paragraph.source.first
        look = self._formatting.paragraph(number)
        if look.line.exact is None and not look.in_text_box:
            self._heights_hold = False
        wanted = [offset for offset, _ in _characters(paragraph) if offset >= 0]
        if not wanted:
            return Stand(number, Known.UNVERIFIED, reason=_EMPTY)
        seen = {offset for piece in pieces for offset in range(piece.start, piece.end)}
        if not seen.issuperset(wanted):
            return Stand(number, Known.UNVERIFIED, reason=_NOT_FOUND)
        self._look_at_faces(paragraph, pieces)
        lines = tuple(self._placed(number, pieces, numbers))
        if self._spaced:
            return Stand(number, Known.UNVERIFIED, reason=_SPACED)
        spaced = not (look.auto_space_de and look.auto_space_dn) and _MIXED.search(paragraph.text) is not None
        self._spaced = spaced and len(lines) > 1
        if not self._replaced:
            sure = Known.UNVERIFIED if spaced else Known.MEASURED
            known = Known.UNVERIFIED if self._spaced else Known.MEASURED
            return Stand(number, known, lines[:1] if self._spaced else lines, sure, _SPACED if spaced else "")
        reason = _REPLACED.format(self._replaced)
        if self._heights_hold:
            return Stand(number, Known.MEASURED, lines, Known.UNVERIFIED, reason)
        return Stand(number, Known.UNVERIFIED, reason=reason)

    def _look_at_faces(self, paragraph: Paragraph, pieces: list[_Found]) -> None:
        looks = self._formatting.runs(paragraph.source.first)
        by_offset = [
            looks[run.atom] if run.atom is not None and run.atom < len(looks) else None
            for run in paragraph.runs
            for _ in run.text
        ]
        for piece in pieces:
            look, char = by_offset[piece.start], paragraph.text[piece.start]
            family = look.font_of(char).name if look is not None else ""
            if family and not self._is(family, piece.word.face):
                self._replaced = self._replaced or family
                self._heights_hold = self._heights_hold and is_wide(char)

    def _is(self, family: str, face: str) -> bool:
        """Whether the face LibreOffice used is of the family the file asks for."""
        key = family, face
        if key not in self._same:
            known, installed = face_named(family), self._fonts.find(family)
            names = {family, *(known.names if known else ()), *(installed.names if installed else ())}
            self._same[key] = _key(face) in map(_key, names)
        return self._same[key]

    def _placed(self, number: int, pieces: list[_Found], numbers: dict[tuple[int, Emu], int]) -> Iterator[PlacedLine]:
        exact = self._formatting.paragraph(number).line.exact
        rows: dict[tuple[int, int], list[_Found]] = {}
        for piece in pieces:
            rows.setdefault((piece.word.page, numbers[piece.word.page, piece.word.baseline]), []).append(piece)
        for (page, row), line in sorted(rows.items(), key=lambda item: min(piece.start for piece in item[1])):
            size = max(piece.word.size for piece in line)
            baseline = next(piece.word.baseline for piece in line if piece.word.size == size)
            # Of an exact pitch the place in the row is known: Word sets the em box in its middle.
            top = baseline - _BASELINE * exact + (exact - size) / 2 if exact else baseline - _ASCENT * size
            left = min(piece.word.x for piece in line)
            start, end = min(piece.start for piece in line), max(piece.end for piece in line)
            yield PlacedLine(page, row, Emu(round(top)), Emu(round(top + size)), left, None, start, end)


def _key(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())
