"""Rows of words on pages and remarks on them come in; line numbers, marks in the margin and a list of them go out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from gwformat.drafting import Form
from gwformat.drafting.office_forms import Cell, Row, Sheet
from gwformat.fonts.system import FontSystem
from gwformat.layout.boxes import Page, Pages, Stroke
from gwformat.printing.form_pages import pages_of
from gwformat.printing.words import ending_at, words
from gwformat.setting.setting import Setting
from gwformat.units import Emu, Mm, Pt
from gwformat.values import dataclass

_SIZE = Pt(7)
_GREY, _RED = "808080", "C00000"
_AWAY = Mm(3)  # of line numbers and marks from the words
_STEP = Mm(3)  # between marks below each other
_UNDER, _WEIGHT = Pt(1), Pt(0.75)
_SAME_ROW = Mm(2)
_LEAST = Mm(6)  # of the margins, so that marks stay on the sheet
_COLUMNS = tuple(map(Mm, (12, 26, 28, 90)))
_HEADS = ("序号", "位置", "规则", "问题")


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding on a page: `y` is where its line stands, `x` and `width` what of it, if that is known."""

    code: str
    said: str
    page: int | None = None  # 1-based; None: the whole file
    y: Emu | None = None  # lower edge of the words
    x: Emu | None = None
    width: Emu = Emu(0)
    mended: bool = False  # by the layout: there is nothing to mark on the page


@dataclass(frozen=True, slots=True)
class Rows:
    """Where the lines of a page stand: their upper and lower edges, and how far words reach to either side."""

    edges: tuple[tuple[Emu, Emu], ...]
    left: Emu
    right: Emu


def rows_of(stretches: Sequence[tuple[Emu, Emu, Emu, Emu]], page: Page) -> Rows:
    """The rows of stretches given by left, top, right and bottom; what stands side by side is one row."""
    edges: list[tuple[Emu, Emu]] = []
    for _, top, _, bottom in sorted(stretches, key=lambda one: one[3]):
        if edges and bottom - edges[-1][1] < _SAME_ROW:
            edges[-1] = (min(edges[-1][0], top), max(edges[-1][1], bottom))
        else:
            edges.append((top, bottom))
    left = min((one[0] for one in stretches), default=Emu(page.width // 8))
    right = max((one[2] for one in stretches), default=Emu(page.width * 7 // 8))
    return Rows(tuple(edges), max(left, Emu(_LEAST + _AWAY)), min(right, Emu(page.width - 3 * _LEAST)))


def marks(page: Page, rows: Rows, remarks: Mapping[int, Remark], fonts: FontSystem) -> Page:
    """A page with nothing but line numbers, and the numbers of the remarks that belong to it."""
    lines = [
        ending_at(words(str(number), Emu(0), Emu(bottom - _SIZE), _SIZE, fonts, color=_GREY), Emu(rows.left - _AWAY))
        for number, (_, bottom) in enumerate(rows.edges, 1)
    ]
    strokes: list[Stroke] = []
    lowest = Emu(0)
    placed = [(number, remark) for number, remark in remarks.items() if remark.page == page.number]
    for number, remark in sorted(placed, key=lambda one: one[1].y or 0):
        wanted = remark.y or Mm(10)
        y = max(wanted, Emu(lowest + _STEP))
        lowest = y
        text = f"{number} {remark.code}"
        lines.append(words(text, Emu(rows.right + _AWAY), Emu(y - _SIZE), _SIZE, fonts, color=_RED))
        if remark.x is not None and remark.y is not None:
            strokes.append(Stroke(remark.x, Emu(remark.y + _UNDER), remark.width, _WEIGHT, _RED))
    return Page(page.number, None, page.width, page.height, tuple(lines), tuple(strokes))


def listed(
    remarks: Mapping[int, Remark], rows: Mapping[int, Rows], setting: Setting, mended: Sequence[Remark] = ()
) -> tuple[Page, ...]:
    """Pages that say what each number in the margin means, and what was `mended`."""
    if not remarks and not mended:
        return ()
    heads = Row(Mm(8), tuple(map(Cell, _HEADS)))
    found = [heads, *_told(remarks, rows), *_mended(mended)]
    already = f"另有 {len(mended)} 处排版时已改，列在最后。" if mended else ""
    sheet = Sheet("校样说明", _COLUMNS, tuple(found), notes=(f"共 {len(remarks)} 处。{already}",))
    return pages_of(Form("校样说明", "", "", (sheet,)), setting).pages


def _told(remarks: Mapping[int, Remark], rows: Mapping[int, Rows]) -> Iterator[Row]:
    for number, remark in remarks.items():
        texts = (_place(remark, rows), remark.code, remark.said)
        yield Row(Mm(8), (Cell(str(number)), *(Cell(text=text) for text in texts)))


def _mended(mended: Iterable[Remark]) -> Iterator[Row]:
    """What was mended in several places once."""
    for (code, said), count in Counter((remark.code, remark.said) for remark in mended).items():
        times = f"，{count} 处" if count > 1 else ""
        yield Row(Mm(8), (Cell("—"), *(Cell(text=text) for text in (f"排版时已改{times}", code, said))))


def _place(remark: Remark, rows: Mapping[int, Rows]) -> str:
    if remark.page is None:
        return "全文"
    where = f"第{remark.page}页"
    if remark.y is None or remark.page not in rows:
        return where
    edges = rows[remark.page].edges
    line = next((number for number, (_, bottom) in enumerate(edges, 1) if bottom >= remark.y - _SAME_ROW), None)
    return where if line is None else f"{where}{line}行"


def numbered(remarks: Sequence[Remark]) -> dict[int, Remark]:
    """The remarks to be marked in the order of the pages, counted from 1; those on the whole file come first."""
    marked = [remark for remark in remarks if not remark.mended]
    return dict(enumerate(sorted(marked, key=lambda one: (one.page or 0, one.y or 0, one.x or 0)), 1))


def laid_over(page: Page, over: Page) -> Page:
    """A page with the marks on it."""
    return replace(page, lines=(*page.lines, *over.lines), strokes=(*page.strokes, *over.strokes))


def stretches_of(page: Page) -> list[tuple[Emu, Emu, Emu, Emu]]:
    """The lines of a page that is laid out, but for those in its headers and footers."""
    lines = [line for line in page.lines if line.text.strip() and not line.margin]
    return [(one.x, one.top, Emu(one.x + one.width), one.bottom) for one in lines]


def appended(pages: Pages, more: Sequence[Page]) -> Pages:
    """The pages and others after them."""
    count = len(pages.pages)
    renumbered = (replace(page, number=count + number) for number, page in enumerate(more, 1))
    return replace(pages, pages=(*pages.pages, *renumbered))
