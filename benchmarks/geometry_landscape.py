"""Wide tables: fictional drafts that have them, and what is measured of the pages that lie on their side (clause 8)."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.geometry import BOTTOM, LEFT, RIGHT, TOP, Lying, Measured
from benchmarks.geometry_document import CENTRE, Figure
from benchmarks.geometry_drafts import SENTENCE, Case
from tests.build import make_docx, p

_WIDE = 13000  # twips; the type area is 8845 wide, on its side 12756
_MARGIN = 0.5  # half a line may stand beside the type area


def landscape_cases() -> Iterator[Case]:
    """A table on one page, on an even and an odd one, in an attachment, and one as wide as the page."""
    text = [p("某某市教育和体育局关于某某工作的通知"), p("各县教育局："), p(SENTENCE * 3)]
    signed = [p("某某市教育和体育局"), p("2026年5月6日")]
    note = [p("附件：任务分工表"), *signed, p("附件"), p("任务分工表")]
    for name, body in (
        ("横排表-一页", [*text, p("表1 任务分工"), _table(5), p(SENTENCE), *signed]),
        ("横排表-三页", [*text, p("表1 任务分工"), _table(36), p(SENTENCE), *signed]),
        ("横排表-附件", [*text, *note, _table(15)]),
        ("横排表-最宽", [*text, _table(5, 20000), p(SENTENCE), *signed]),
    ):
        yield Case(name, "", "none", docx=make_docx("".join(body)))


def _table(rows: int, width: int = _WIDE) -> str:
    one = width // 6
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    size = f'<w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblBorders>{sides}</w:tblBorders></w:tblPr>'
    grid = f'<w:gridCol w:w="{one}"/>' * 6
    return f"<w:tbl>{size}<w:tblGrid>{grid}</w:tblGrid>{_row('序号', one)}{_row('项目', one) * rows}</w:tbl>"


def _row(words: str, width: int) -> str:
    cell = f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{p(words)}</w:tc>'
    return f"<w:tr>{cell * 6}</w:tr>"


def landscape_figures(measured: Measured) -> Iterator[Figure]:
    """Every page on its side, as it is bound; its number is judged with those of the others."""
    for page in measured.landscape:
        yield from _page(page)


def _page(page: Lying) -> Iterator[Figure]:
    side = "订口" if page.page % 2 else "切口"  # both are at the left of the sheet, seen from the front
    yield Figure("8", f"横排表格：表头在{side}一侧", LEFT, CENTRE, page.heads[0])
    yield Figure("8", "横排表格：左右不出版心", LEFT, RIGHT, page.left, _MARGIN)
    yield Figure("8", "横排表格：左右不出版心", LEFT, RIGHT, page.right, _MARGIN)
    yield Figure("8", "横排表格：上下不出版心", TOP, BOTTOM, page.above, _MARGIN)
    yield Figure("8", "横排表格：上下不出版心", TOP, BOTTOM, page.below, _MARGIN)
