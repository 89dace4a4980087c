"""A measured letter, order, minutes or telegram comes in; every figure of clause 10 (or of practice) in it goes out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from benchmarks.geometry import LEFT, PAGE_NUMBER, RIGHT, Measured
from benchmarks.geometry_document import CENTRE, LEADING, SMALL_ZI, ZI, Document, Figure, Part, counted, exact
from benchmarks.geometry_figures import page_numbers, sign_off
from benchmarks.page_content import Stroke
from benchmarks.text_lines import MM_PER_PT, TextLine

_SHEET = 105  # its middle
_GAP = 4.84  # 7/8 of a 三号 character
_SPARE = 0.8  # what “空二行” may be wider than two empty lines, so that the first page of a letter is filled

# What stands in lines as high as its characters in our docx, where LibreOffice and Word put glyphs alike.
TIGHT = {
    "general": re.compile("(?!)"),
    "letter": re.compile(r"\d{6}|(?:绝密|机密|秘密)★|^(?:特急|加急)$|〔\d{4}〕\d+号$"),
    "order": re.compile(r"^第\d+号$"),
    "minutes": re.compile(r"^第\d+期$|办公室\s*2026年5月6日$"),
    "telegram": re.compile(r"^等级|〔\d{4}〕\d+号$"),
}


def format_figures(measured: Measured, grid: str, seal: str, kind: str) -> Iterator[Figure]:
    """All figures of one document that is not of the general format."""
    yield from _FIGURES[kind](Document(measured, grid), seal)


def _mark(document: Document) -> Part:
    line = next(line for line in document.measured.lines if line.red)
    return Part(line, 0, len(line.glyphs))


def _two_lines(document: Document, clause: str, element: str, gap: float, spare: float = 0) -> Figure:
    two = 2 * document.grid.pitch
    return Figure(clause, element, two, two + LEADING + spare, gap)


@dataclass(frozen=True, slots=True)
class _Double:
    """Two lines that count as one."""

    upper: Stroke
    lower: Stroke

    @property
    def middle(self) -> float:
        """The middle of both and of what is between them."""
        return (self.upper.y - self.upper.weight / 2 + self.lower.y + self.lower.weight / 2) / 2


def _letter(document: Document, seal: str) -> Iterator[Figure]:
    mark, strokes = _mark(document), sorted(document.measured.red_lines, key=lambda stroke: stroke.y)
    yield exact("10.1", "信函标志：上边缘距上页边30", 30, mark.top)
    yield exact("10.1", "信函标志：居中", _SHEET, mark.centre)
    yield counted("10.1", "信函：红线四条成两组", 4, len(strokes))
    first, second = _Double(*strokes[:2]), _Double(*strokes[2:])
    yield exact("10.1", "信函第一条双线：标志下4", mark.bottom + 4, first.middle)
    yield counted("10.1", "信函第一条双线：上粗下细", 1, first.upper.weight > 2 * first.lower.weight)
    yield exact("10.1", "信函第二条双线：距下页边20", 277, second.middle)
    yield counted("10.1", "信函第二条双线：上细下粗", 1, second.lower.weight > 2 * second.upper.weight)
    for stroke in strokes:
        yield exact("10.1", "信函双线：长170，居中", 20, stroke.x0)
        yield exact("10.1", "信函双线：长170，居中", 190, stroke.x1)
    yield from _letter_elements(document, first.middle)
    yield from _letter_pages(document, second.middle)
    yield from sign_off(document, seal)


def _letter_elements(document: Document, line: float) -> Iterator[Figure]:
    number = document.find(r"\S{2,4}函〔\d{4}〕\d+号$")[0]
    yield exact("10.1", "信函发文字号：顶格居版心右边缘", RIGHT, number.x1)
    yield exact("10.1", "信函发文字号：距第一条双线4.84", line + _GAP, number.top)
    found = [document.first(words) for words in (r"^\d{6}", "(?:绝密|机密|秘密)★", "^(?:特急|加急)$")]
    parts = [part for part in found if part is not None]
    for place, part in enumerate(parts):
        top = line + _GAP + place * document.grid.pitch
        yield exact("10.1", "信函份号、密级、紧急程度：距双线4.84，逐行", top, part.top)
        yield exact("10.1", "信函份号、密级、紧急程度：顶格居版心左边缘", LEFT, part.x0)
    title = next(line for line in document.body if line.size == 22)
    lowest = max(part.bottom for part in (number, *parts))
    yield _two_lines(document, "10.1", "信函标题：与其上要素相距二行", title.top - lowest, _SPARE)


def _letter_pages(document: Document, second: float) -> Iterator[Figure]:
    measured = document.measured
    text = [line for line in measured.lines if not PAGE_NUMBER.fullmatch(line.text)]
    first = [line for line in text if line.page == 1]
    if measured.pages > 1:
        if second - _GAP - first[-1].bottom < document.grid.pitch:  # else what follows may not be parted
            yield exact("10.1", "信函首页末行：距第二条双线4.84", second - _GAP, first[-1].bottom)
        later = [line for line in text if line.page == 2]
        yield exact("5.2.1", "信函第二面首行：版心上边缘", document.grid.first, later[0].top)
    yield counted("10.1", "信函首页不显示页码", 0, measured.page_numbers[0] is not None)
    yield from page_numbers(document, first=2)
    copies = [line for line in text if line.page == measured.pages and line.size == 14]
    for line in copies:
        yield exact("10.1", "信函抄送：左空一字，回行对齐", LEFT + (1 if line is copies[0] else 4) * SMALL_ZI, line.x0)
    if copies:
        half_gap = (28 - 14) / 2 * MM_PER_PT
        yield exact("10.1", "信函版记：在版心最下方", 262 - half_gap, copies[-1].bottom)
    yield counted("10.1", "信函版记：没有分隔线", 0, len(measured.imprint_lines))


def _order(document: Document, seal: str) -> Iterator[Figure]:
    mark, number = _mark(document), document.find(r"^第\d+号$")[0]
    yield exact("10.2", "命令标志：上边缘距版心上边缘20", 57, mark.top)
    yield exact("10.2", "命令标志：居中", CENTRE, mark.centre)
    yield _two_lines(document, "10.2", "令号：标志下空二行", number.top - mark.bottom)
    yield exact("10.2", "令号：居中", CENTRE, number.centre)
    text = _below(document, number)
    yield _two_lines(document, "10.2", "命令正文：令号下空二行", text[0].top - number.bottom)
    yield exact("10.2", "命令正文：左空二字", LEFT + 2 * ZI, text[0].x0)
    yield counted("惯例", "命令：没有红线", 0, len(document.measured.red_lines))
    yield from sign_off(document, seal)


def _minutes(document: Document, seal: str) -> Iterator[Figure]:
    mark, number = _mark(document), document.find(r"^第\d+期$")[0]
    yield exact("10.3", "纪要标志：上边缘距版心上边缘35", 72, mark.top)
    yield exact("10.3", "纪要标志：居中", CENTRE, mark.centre)
    yield _two_lines(document, "惯例", "纪要期号：标志下空二行", number.top - mark.bottom)
    editor, edited = document.find("^某某市人民政府办公室(?=\\s*2026年5月6日$)")[0], document.find("2026年5月6日$")[0]
    yield exact("惯例", "纪要编发机关：左空一字", LEFT + ZI, editor.x0)
    yield exact("惯例", "纪要编发日期：右空一字", RIGHT - ZI, edited.x1)
    yield from _red_line(document, edited)
    yield from _attendance(document)


def _attendance(document: Document) -> Iterator[Figure]:
    pitch, lines = document.grid.pitch, document.body
    labels = [part for word in ("出席", "请假", "列席") for part in document.find(f"^{word}：")]
    for part in labels:
        yield exact("10.3", f"{part.line.text[:2]}：左空二字", LEFT + 2 * ZI, part.x0)
    for above, below in pairwise(labels):
        between = lines[lines.index(above.line) + 1 : lines.index(below.line)]
        for line in (line for line in between if line.page == above.line.page):
            yield exact("10.3", "出席、列席：回行与冒号后首字对齐", LEFT + 5 * ZI, line.x0)
    if labels and (gap := document.rows_above(labels[0])) is not None:
        yield exact("10.3", "出席：正文下空一行", 2 * pitch, gap)
    for part in labels[1:]:
        if (gap := document.rows_above(part)) is not None:
            yield exact("10.3", "请假、列席：另起一行", pitch, gap)


def _telegram(document: Document, seal: str) -> Iterator[Figure]:
    mark, to, signer = _mark(document), document.find("^发往：")[0], document.find("签发：")[0]
    grade, number = document.find("^等级：")[0], document.find(r"某政办明电〔\d{4}〕\d+号$")[0]
    yield exact("惯例", "电报标志：上边缘距版心上边缘35", 72, mark.top)
    yield _two_lines(document, "惯例", "电报发往：标志下空二行", to.top - mark.bottom)
    yield exact("惯例", "电报发往、等级：左空一字", LEFT + ZI, to.x0)
    yield exact("惯例", "电报发往、等级：左空一字", LEFT + ZI, grade.x0)
    if signer.baseline > to.baseline + 1:  # 发往 is too long to stand beside the others
        gap = document.rows_above(signer)
        assert gap is not None
        yield exact("惯例", "电报签发：发往之下一行", document.grid.pitch, gap)
    else:
        yield exact("惯例", "电报签发：与发往同行", to.baseline, signer.baseline)
    yield exact("惯例", "电报号码：与等级同行", grade.baseline, number.baseline)
    yield exact("惯例", "电报号码：与签发对齐", signer.x0, number.x0)
    yield from _red_line(document, number)
    yield from sign_off(document, seal)


def _red_line(document: Document, above: Part) -> Iterator[Figure]:
    """The line below the last row of the head, and what stands two lines below it."""
    (red,) = document.measured.red_lines
    yield exact("7.2.7", "纪要、电报红线：其上要素之下4", above.bottom + 4, red.y)
    yield exact("7.2.7", "纪要、电报红线：与版心等宽", LEFT, red.x0)
    yield exact("7.2.7", "纪要、电报红线：与版心等宽", RIGHT, red.x1)
    yield _two_lines(document, "7.3.1", "纪要、电报：红线下空二行", _below(document, above)[0].top - red.y)


def _below(document: Document, part: Part) -> Sequence[TextLine]:
    return [line for line in document.body if line.page == part.line.page and line.baseline > part.baseline + 1]


_FIGURES: dict[str, Callable[[Document, str], Iterator[Figure]]] = {
    "letter": _letter,
    "order": _order,
    "minutes": _minutes,
    "telegram": _telegram,
}
