"""A measured document of the general format comes in; every figure of clauses 5 and 7.2–7.5 in it goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from benchmarks.geometry import BOTTOM, LEFT, RIGHT, Measured
from benchmarks.geometry_document import (
    ALIKE,
    CENTRE,
    EM,
    LEADING,
    SMALL_ZI,
    ZI,
    Document,
    Figure,
    Part,
    counted,
    exact,
)
from benchmarks.geometry_drafts import Case
from benchmarks.geometry_joint import joint_figures
from benchmarks.geometry_landscape import landscape_figures
from benchmarks.geometry_signers import signer_figures
from benchmarks.page_content import Stroke
from benchmarks.text_lines import DESCENT, MM_PER_PT

_WEIGHT = 0.03  # weights of lines are judged more strictly than places


def figures(measured: Measured, grid: str, case: Case) -> Iterator[Figure]:
    """All figures of one document."""
    document = Document(measured, grid)
    yield from _grid(document)
    yield from _margin_marks(document)
    yield from joint_figures(document, case) if case.organs else _head(document, case)
    yield from _title(document)
    yield from _text(document)
    yield from _attachment_note(document)
    yield from () if case.organs else sign_off(document, case.seal)
    yield from _attachments(document)
    yield from _imprint(document)
    yield from page_numbers(document)
    yield from landscape_figures(measured)


def _grid(document: Document) -> Iterator[Figure]:
    rows, measured = document.grid, document.measured
    date = document.first(r"^\d{4}年\d+月\d+日$")
    last = date.line.page if date is not None else 0  # 7.3.5.5: lines before a sign-off may stand otherwise
    others = {last - 1, last, *(page.page for page in measured.landscape)}
    whole = [number for number in range(2, measured.pages) if number not in others]
    inner = [number for number in whole if measured.rows[number - 1] > 20]
    for number in inner[:1]:
        lines = [line for line in document.body if line.page == number]
        yield exact("5.2.1", "版心首行上边缘", rows.first, lines[0].top)
        if len(lines) == 22:
            yield exact("5.2.3", "第22行下边缘", rows.first + 21 * rows.pitch + EM, lines[-1].bottom)
        yield Figure("5.2.1", "末行下边缘不越过版心", 0, BOTTOM, lines[-1].bottom)
        yield exact("5.2.3", "每面行数", 22, round((lines[-1].baseline - lines[0].baseline) / rows.pitch) + 1)
    if measured.full_lines:
        yield exact("5.2.3", "满行字数", 28, max(measured.full_lines))


def _margin_marks(document: Document) -> Iterator[Figure]:
    place = 0
    for clause, element, words in (
        ("7.2.1", "份号", r"^\d{6}$"),
        ("7.2.2", "密级和保密期限", r"^(绝密|机密|秘密)"),
        ("7.2.3", "紧急程度", r"^(特急|加急)$"),
    ):
        if part := document.first(words):
            yield exact(clause, f"{element}：上边缘，逐行", document.grid.first + place * document.grid.pitch, part.top)
            yield exact(clause, f"{element}：顶格", LEFT, part.x0)
            yield exact(clause, f"{element}：三号", EM, part.size)
            place += 1


def _head(document: Document, case: Case) -> Iterator[Figure]:
    mark, number, red = document.first("文件$"), document.first(r"\S+?〔\d{4}〕\d+号"), document.measured.red_line
    if mark is None or number is None or red is None or not mark.line.red:
        return
    whole = Part(mark.line, 0, len(mark.line.glyphs))
    yield exact("7.2.4", "发文机关标志：上边缘距版心上边缘35", 72, whole.top)
    yield exact("7.2.4", "发文机关标志：居中", CENTRE, whole.centre)
    yield Figure("7.2.4", "发文机关标志：不宽于版心", 0, RIGHT - LEFT, whole.x1 - whole.x0)
    two = 2 * document.grid.pitch
    if first := document.first("签发人："):
        yield Figure("7.2.6", "签发人：标志下空二行", two, two + LEADING, first.top - whole.bottom)
        yield from signer_figures(document, case, number, whole, red)
    else:
        yield Figure("7.2.5", "发文字号：标志下空二行", two, two + LEADING, number.top - whole.bottom)
        yield exact("7.2.5", "发文字号：居中", CENTRE, number.centre)
    yield exact("7.2.7", "红线：发文字号之下4", number.bottom + 4, red.y)
    yield from _across(red, "7.2.7", "红线")
    yield Figure("惯例", "红线：粗1.5磅", 0.53, 0.53, red.weight, _WEIGHT)


def _across(stroke: Stroke, clause: str, name: str) -> Iterator[Figure]:
    yield exact(clause, f"{name}：左端", LEFT, stroke.x0)
    yield exact(clause, f"{name}：右端", RIGHT, stroke.x1)


def _title(document: Document) -> Iterator[Figure]:
    lines = [line for line in document.body if line.page == 1 and line.size == 22]
    red = document.measured.red_line
    if not lines or red is None:
        return
    two, one = 2 * document.grid.pitch, document.grid.pitch
    yield Figure("7.3.1", "标题：红线下空二行", two, two + LEADING, lines[0].top - red.y)
    for line in lines:
        yield exact("7.3.1", "标题：居中", CENTRE, (line.x0 + line.x1) / 2)
    for above, line in pairwise(lines):
        yield exact("3.2", "标题：行距", 22 * MM_PER_PT + LEADING, line.baseline - above.baseline)
    below = [line for line in document.body if line.page == 1 and line.top > lines[-1].bottom]
    if below:
        yield Figure("7.3.2", "主送机关：标题下空一行", one, one + LEADING, below[0].top - lines[-1].bottom)
        end = next(number for number, line in enumerate(below) if line.text.endswith("："))
        for line in below[: end + 1]:
            yield exact("7.3.2", "主送机关：顶格，回行顶格", LEFT, line.x0)
        for above, line in pairwise(below[: end + 2]):
            yield exact("7.3.3", "主送机关、正文：逐行", one, line.baseline - above.baseline)


_HEADINGS = (("一级标题", "^一、"), ("二级标题", "^（一）"), ("三级标题", r"^1\.明"), ("四级标题", "^（1）"))


def _text(document: Document) -> Iterator[Figure]:
    for name, words in _HEADINGS:
        for part in document.find(words):
            yield exact("7.3.3", f"{name}：左空二字", LEFT + 2 * ZI, part.x0)
    for part in document.find("^各单位要认真"):
        yield exact("7.3.3", "正文：左空二字", LEFT + 2 * ZI, part.x0)
    for part in document.find("^(全、格式|位要认真|练，不断)"):
        yield exact("7.3.3", "正文：回行顶格", LEFT, part.x0)
    for line in document.body:
        flush = min(abs(line.x0 - LEFT), abs(line.x0 - LEFT - 2 * ZI)) < 1
        if flush and line.size == 16 and line.x1 > RIGHT - ZI / 2 and line.text[-1] not in "。：":
            yield exact("5.2.3", "满行：右边缘", RIGHT, line.x1)


def _attachment_note(document: Document) -> Iterator[Figure]:
    label = document.first("^附件：")
    if label is None:
        return
    pitch = document.grid.pitch
    if (gap := document.rows_above(label)) is not None:
        yield exact("7.3.4", "附件说明：正文下空一行", 2 * pitch, gap)
    yield exact("7.3.4", "附件说明：左空二字", LEFT + 2 * ZI, label.x0)
    numbers = [part for part in document.find(r"(?<=^附件：)1\.|^[2-9]\.") if part.line.page == label.line.page]
    for part in numbers:
        yield exact("7.3.4", "附件说明：序号对齐", LEFT + 5 * ZI, part.x0)
    for part in document.find("^和完成时限"):
        above = document.before(part)
        if above is not None and above.text.startswith("2."):
            yield exact("7.3.4", "附件说明：回行与名称首字对齐", above.glyphs[2].x, part.x0)


def sign_off(document: Document, seal: str) -> Iterator[Figure]:
    """署名 and 成文日期, authenticated in one of the three ways of 7.3.5, and 附注."""
    date = document.first(r"^\d{4}年\d+月\d+日$")
    if date is None:
        return
    organ_line = document.before(date)
    organ = Part(organ_line, 0, len(organ_line.glyphs)) if organ_line else None
    if organ is None:
        return
    pitch, gap = document.grid.pitch, document.rows_above(organ)
    clause = {"round": "7.3.5.1", "none": "7.3.5.2", "signature": "7.3.5.3"}[seal]
    if seal == "round":
        yield exact(clause, "加盖印章：成文日期右空四字", RIGHT - 4 * ZI, date.x1)
        yield exact(clause, "加盖印章：署名以成文日期为准居中", date.centre, organ.centre)
        yield exact(clause, "加盖印章：成文日期在署名下一行", pitch, date.baseline - organ.baseline)
        if gap is not None:  # the seal (Ø 42 mm) is centred on the two lines, pressed 6 mm down
            top = (organ.top + date.bottom) / 2 - 6 - 21
            text = organ.baseline - gap + DESCENT * organ.size
            yield Figure(clause, "加盖印章：印章顶端距正文一行之内", 0, pitch, max(top - text, 0))
    elif seal == "none":
        longer = organ if organ.x1 - organ.x0 > date.x1 - date.x0 - ALIKE else date
        yield exact(clause, "不加盖印章：较长者右空二字", RIGHT - 2 * ZI, longer.x1)
        yield exact(clause, "不加盖印章：成文日期比署名右移二字", organ.x0 + 2 * ZI, date.x0)
        yield exact(clause, "不加盖印章：成文日期在署名下一行", pitch, date.baseline - organ.baseline)
        if gap is not None:
            yield exact(clause, "不加盖印章：署名与正文空一行", 2 * pitch, gap)
    else:
        yield exact(clause, "签名章：成文日期右空四字", RIGHT - 4 * ZI, date.x1)
        yield exact(clause, "签名章：职务在签名章左空二字", RIGHT - (4 + 6 + 2) * ZI, organ.x1)
        yield exact(clause, "签名章：下空一行标成文日期", 2 * pitch, date.baseline - organ.baseline)
        if gap is not None:
            yield exact(clause, "签名章：正文下空二行", 3 * pitch, gap)
    if note := document.first("^（此件公开发布）"):
        if note.line.page == date.line.page:
            yield exact("7.3.6", "附注：成文日期下一行", pitch, note.baseline - date.baseline)
        yield exact("7.3.6", "附注：左空二字", LEFT + 2 * ZI, note.x0)


def _attachments(document: Document) -> Iterator[Figure]:
    rows = document.grid
    for label in document.find(r"^附件\d?$"):
        yield exact("7.3.7", "附件：在版心左上角第一行", rows.first, label.top)
        yield exact("7.3.7", "附件：顶格", LEFT, label.x0)
        titles = [line for line in document.body if line.page == label.line.page and line.size == 22]
        if titles:
            third = rows.first + 2 * rows.pitch
            yield exact("7.3.7", "附件标题：在版心第三行", third, titles[0].top)
        for line in titles:
            yield exact("7.3.7", "附件标题：居中", CENTRE, (line.x0 + line.x1) / 2)


def _imprint(document: Document) -> Iterator[Figure]:
    strokes = document.measured.imprint_lines
    if not strokes:
        return
    yield exact("7.4.1", "版记：末条线在版心下边缘", BOTTOM, strokes[-1].y)
    yield counted("7.4.1", "版记：在偶数页", 0, document.measured.pages % 2)
    for number, stroke in enumerate(strokes):
        outer = number in (0, len(strokes) - 1)
        yield from _across(stroke, "7.4.1", "版记分隔线")
        element, weight = ("版记首末线：粗0.35", 0.35) if outer else ("版记中间线：粗0.25", 0.25)
        yield Figure("7.4.1", element, weight, weight, stroke.weight, _WEIGHT)
    yield from _imprint_words(document, strokes)


def _imprint_words(document: Document, strokes: Sequence[Stroke]) -> Iterator[Figure]:
    last = [line for line in document.body if line.page == document.measured.pages]
    inside = [line for line in last if strokes[0].y < line.baseline < strokes[-1].y]
    copies = [line for line in inside if len(strokes) == 3 and line.baseline < strokes[1].y]
    for number, line in enumerate(copies):
        yield exact("7.4.2", "抄送：四号", SMALL_ZI, line.size * MM_PER_PT)
        if number:
            yield exact("7.4.2", "抄送：回行与冒号后首字对齐", LEFT + 4 * SMALL_ZI, line.x0)
        else:
            yield exact("7.4.2", "抄送：左空一字", LEFT + SMALL_ZI, line.x0)
        if number < len(copies) - 1:
            yield exact("7.4.2", "抄送：右空一字", RIGHT - SMALL_ZI, line.x1)
    for line in inside:
        if found := re.search(r"\d{4}年\d+月\d+日印发$", line.text):
            yield exact("7.4.3", "印发机关：左空一字", LEFT + SMALL_ZI, line.x0)
            yield exact("7.4.3", "印发日期：右空一字", RIGHT - SMALL_ZI, Part(line, *found.span()).x1)


def page_numbers(document: Document, first: int = 1) -> Iterator[Figure]:
    """The numbers of the pages from the `first` that has one."""
    measured = document.measured
    blank = [page for page, rows in enumerate(measured.rows, 1) if not rows]
    for page, number in enumerate(measured.page_numbers[first - 1 :], first):
        silent = any(page in (empty, empty + 1) for empty in blank)
        yield counted("7.5", "页码：空白页和其后的版记页不编", 0 if silent else 1, 0 if number is None else 1)
        if number is None:
            continue
        yield counted("7.5", "页码：与面次相同", page, int(re.sub(r"\D", "", number.text)))
        yield exact("7.5", "页码：一字线距版心下边缘7", BOTTOM + 7, number.dash_y)
        yield exact("7.5", "页码：四号", SMALL_ZI, number.size * MM_PER_PT)
        if page % 2:
            yield exact("7.5", "页码：单页居右空一字", RIGHT - SMALL_ZI, number.x1)
        else:
            yield exact("7.5", "页码：双页居左空一字", LEFT + SMALL_ZI, number.x0)
