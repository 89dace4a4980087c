"""Findings and the pages of a document come in; remarks with the lines they belong to go out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gwformat.findings import Finding, Location, Rewording, Severity
from gwformat.layout.boxes import Line, Page
from gwformat.model import Document
from gwformat.printing.proof import Remark
from gwformat.text.width import is_wide
from gwformat.units import Emu

_LAST, _FIRST = re.compile(r"[^\W_]{0,4}$"), re.compile(r"^[^\W_]{0,4}")  # letters next to a place
_SETTING = ("F", "L")  # rules of 字体 and 版式: what they say of a draft its pages, set anew, have no more


def remarks_of(findings: Sequence[Finding], document: Document, pages: Sequence[Page]) -> Iterator[Remark]:
    """A remark for each finding that is not waived; of words that stand nowhere, one on the whole file.

    What the layout has mended is no longer to be seen: words that stand nowhere now, and how those were set.
    """
    is_set_anew = not document.draft.marks
    starts = _offsets(document)
    typed = {paragraph.source.first: paragraph.text for paragraph in document.draft.paragraphs()}
    lines = [(page, line) for page in pages for line in page.lines if line.source is not None]
    for finding in findings:
        if finding.waived:
            continue
        if is_set_anew and finding.code.startswith(_SETTING):
            if finding.severity is not Severity.UNVERIFIED:
                yield Remark(finding.code, _said(finding), mended=True)
            continue
        own = _own(finding.location, lines)
        if not own:
            yield Remark(finding.code, _said(finding), finding.location.page)
            continue
        page, line = _line_of(finding.location, finding.words, own, starts)
        laid = "".join(line.text for _, line in own)
        mended = _is_mended(finding, typed.get(finding.location.paragraph or 0, ""), laid)
        x, width = _stretch(line, finding.words)
        yield Remark(finding.code, _said(finding), page.number, line.bottom, x, width, mended=mended)


def _is_mended(finding: Finding, typed: str, laid: str) -> bool:
    """Whether words that a fix replaces are gone from between their neighbours; other words, from the paragraph."""
    if finding.fix is None or not any(isinstance(step, Rewording) for step in finding.fix.steps):
        letters = _letters(finding.words)
        return bool(letters) and letters not in _letters(laid)
    where = finding.location
    before, after = typed[: where.start or 0], typed[where.end or 0 :].rstrip()
    left, right = _LAST.findall(before)[0], _FIRST.findall(after)[0]
    beside = f"{left}{finding.words}{right}"
    return not (beside in laid if after else laid.endswith(beside))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _said(finding: Finding) -> str:
    told = finding.expected is None or finding.expected in finding.message
    expected = "" if told else f"，应为{finding.expected}"
    return f"{finding.severity.label}：{finding.message}{expected}（{finding.clause}）"


def _own(where: Location, lines: Sequence[tuple[Page, Line]]) -> list[tuple[Page, Line]]:
    """The lines of the paragraph."""
    number = where.paragraph
    if number is None:
        return []
    own = ((page, line, line.source) for page, line in lines if line.source and line.source.part == where.part)
    return [(page, line) for page, line, source in own if source.first <= number <= source.last]


def _offsets(document: Document) -> dict[int, dict[int, int]]:
    """By block: where the words of each source paragraph begin in its text."""
    found: dict[int, dict[int, int]] = {}
    for number, block in enumerate(document.blocks):
        at = 0
        for run in block.runs:
            if run.paragraph is not None:
                found.setdefault(number, {}).setdefault(run.paragraph, at)
            at += len(run.text)
    return found


def _line_of(
    where: Location, words: str, own: Sequence[tuple[Page, Line]], starts: dict[int, dict[int, int]]
) -> tuple[Page, Line]:
    """The line the place falls on if it has the words, else the first that has them, else the first at all."""
    named = [(page, line) for page, line in own if words and words in line.text]
    if where.start is not None and where.paragraph is not None:
        for page, line in named or own:
            for span in line.spans:
                begin = starts.get(span.block, {}).get(where.paragraph, 0)
                if span.start <= begin + where.start < span.end:
                    return page, line
    return (named or own)[0]


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
