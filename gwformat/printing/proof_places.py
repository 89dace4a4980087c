"""Findings and the pages of a document come in; remarks with the lines they belong to go out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from gwformat.findings import Finding, Rewording, Severity
from gwformat.layout.boxes import Line, Page
from gwformat.model import Document, Source
from gwformat.printing.proof import Remark
from gwformat.text.width import is_wide
from gwformat.units import Emu

_LAST, _FIRST = re.compile(r"[^\W_]{0,4}$"), re.compile(r"^[^\W_]{0,4}")  # letters next to a place
_SETTING = ("F", "L")  # rules of 字体 and 版式: what they say of a draft its pages, set anew, have no more
_Place = tuple[str, int]  # part and paragraph
_Lines = Sequence[tuple[Page, Line]]


def remarks_of(findings: Sequence[Finding], document: Document, pages: Sequence[Page]) -> Iterator[Remark]:
    """A remark for each finding that is not waived; of words that stand nowhere, one on the whole file.

    What the layout has mended is no longer to be seen: words that stand nowhere now, and how those were set.
    """
    is_set_anew = not document.draft.marks
    starts = _offsets(document)
    typed = {paragraph.source.first: paragraph.text for paragraph in document.draft.paragraphs()}
    lines = _lines(pages)
    known: dict[_Place, _Laid] = {}
    for finding in findings:
        if finding.waived:
            continue
        if is_set_anew and finding.code.startswith(_SETTING):
            if finding.severity is not Severity.UNVERIFIED:
                yield Remark(finding.code, _said(finding), mended=True)
            continue
        where = finding.location.part, finding.location.paragraph or 0
        laid = known.get(where)
        if laid is None:
            laid = known[where] = _Laid(lines.get(where, ()), starts.get(where[1], {}))
        if not laid.lines:
            yield Remark(finding.code, _said(finding), finding.location.page)
            continue
        page, line = laid.line_of(finding.location.start, finding.words)
        mended = _is_mended(finding, typed.get(where[1], ""), laid.text)
        x, width = _stretch(line, finding.words)
        yield Remark(finding.code, _said(finding), page.number, line.bottom, x, width, mended=mended)


class _Laid:
    """The lines on which a source paragraph stands."""

    def __init__(self, ranges: Iterable[_Lines], begins: Mapping[int, int]) -> None:
        self.lines = [one for lines in ranges for one in lines]
        self._texts = [line.text for _, line in self.lines]
        self.text = "".join(self._texts)
        spans = ((order, span) for order, (_, line) in enumerate(self.lines) for span in line.spans)
        reach = ((span.start, span.end, begins.get(span.block, 0), order) for order, span in spans)
        self._reach = sorted((start - begin, end - begin, order) for start, end, begin, order in reach)

    def line_of(self, start: int | None, words: str) -> tuple[Page, Line]:
        """The line a place falls on if it has the words, else the first that has them, else the first at all."""
        here = None if start is None else self._at(start)
        if here is not None and words in self._texts[here]:
            return self.lines[here]
        named = (order for order, text in enumerate(self._texts) if words and words in text)
        return self.lines[next(named, here or 0)]

    def _at(self, start: int) -> int | None:
        before = bisect_right(self._reach, start, key=itemgetter(0)) - 1
        return self._reach[before][2] if before >= 0 and start < self._reach[before][1] else None


def _is_mended(finding: Finding, typed: str, laid: str) -> bool:
    """Whether words that a fix replaces are gone from between their neighbours; other words, from the paragraph."""
    if finding.fix is None or not any(isinstance(step, Rewording) for step in finding.fix.steps):
        letters = _letters(finding.words)
        return bool(letters) and letters not in _letters(laid)
    where = finding.location
    before, after = typed[: where.start or 0], typed[where.end or 0 :].rstrip()
    left, right = _LAST.findall(before[-4:])[0], _FIRST.findall(after[:4])[0]
    beside = f"{left}{finding.words}{right}"
    return not (beside in laid if after else laid.endswith(beside))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _said(finding: Finding) -> str:
    told = finding.expected is None or finding.expected in finding.message
    expected = "" if told else f"，应为{finding.expected}"
    return f"{finding.severity.label}：{finding.message}{expected}（{finding.clause}）"


def _lines(pages: Sequence[Page]) -> Mapping[_Place, Sequence[_Lines]]:
    """By paragraph of the source: the lines of each range it is in; those of a table are not counted out for each."""
    of_source: dict[Source, list[tuple[Page, Line]]] = {}
    for page in pages:
        for line in page.lines:
            if line.source is not None:
                of_source.setdefault(line.source, []).append((page, line))
    found: dict[_Place, list[_Lines]] = {}
    for source, lines in of_source.items():
        for number in range(source.first, source.last + 1):
            found.setdefault((source.part, number), []).append(lines)
    return found


def _offsets(document: Document) -> Mapping[int, Mapping[int, int]]:
    """By paragraph of the source: where its words begin in the text of each block."""
    found: dict[int, dict[int, int]] = {}
    for number, block in enumerate(document.blocks):
        at = 0
        for run in block.runs:
            if run.paragraph is not None:
                found.setdefault(run.paragraph, {}).setdefault(number, at)
            at += len(run.text)
    return found


def _stretch(line: Line, words: str) -> tuple[Emu | None, Emu]:
    """Where the words stand on the line; nowhere if it does not have them."""
    at = line.text.find(words) if words else -1
    if at < 0:
        return None, Emu(0)
    places = list(_places(line))
    end = min(at + len(words), len(places) - 1)
    return Emu(places[at]), Emu(places[end] - places[at])


def _places(line: Line) -> Iterator[int]:
    """Where each character begins, and where the last one ends."""
    right = line.x
    for glyphs in line.glyphs:
        weights = [2 if is_wide(char) else 1 for char in glyphs.text]
        room, x = glyphs.width / max(1, sum(weights)), float(glyphs.x)
        for weight in weights:
            yield round(x)
            x += weight * room
        right = Emu(glyphs.x + glyphs.width)
    yield right
