"""L272: a page full of text that has not 22 lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from itertools import pairwise

from gwformat.check import Context, Measured, Need, Problem, rule
from gwformat.check.distances import stands
from gwformat.check.geometry import PlacedLine
from gwformat.findings import Location, Severity
from gwformat.model import OBJECT
from gwformat.values import dataclass


@dataclass(slots=True)
class _Page:
    """A page with words: the paragraph and line it begins with, and the numbers of its lines."""

    number: int
    paragraph: int
    first: PlacedLine
    lines: set[int] = field(default_factory=set)
    text_only: bool = True
    pitch_wrong: bool = False
    ended: bool = False  # by something else than its last line: a table, a break, a heading that goes with its text


@rule(
    "L272",
    name="page-not-full",
    clause="GB/T 9704-2012 5.2.3",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem | Measured]:
    """正文排满的一面一般有22行。

    数的是被正文排满的页：从上到下都是正文，而且正文接着排到下一页。空行、段距会使它不足22行。标题随正文移到下一页的不算；
    行距不对的另报（L207）。

    不合规::

        汛期各级各部门要落实防汛责任，加强值班值守，及时报告险情。
        ［重复］60
        ［正文 段后］10磅

    合规::

        汛期各级各部门要落实防汛责任，加强值班值守，及时报告险情。
        ［重复］60

    合规::

        汛期各级各部门要落实防汛责任，加强值班值守，及时报告险情。
        ［重复］60
        ［正文 行距］30磅
    """
    assert context.draft.package is not None
    rows = context.profile.grids[context.profile.default_grid].rows
    full = [page for page, after in pairwise(_pages(context, rows)) if page.text_only and after.text_only]
    if any(len(page.lines) == rows for page in full):
        yield Measured("排满的一页的行数", f"{rows}行", f"{rows}行")
    for page in full:
        count = len(page.lines)
        if count != rows and not page.ended and not page.pitch_wrong:
            name = f"第{page.number}页" if page.number > 0 else "这一页"
            where = Location(context.draft.package.main_part, page.paragraph, page.first.start, page.first.end)
            yield Problem(f"{name}排满正文，有{count}行，应为{rows}行", where, None, f"{rows}行", f"{count}行")


def _pages(context: Context, rows: int) -> list[_Page]:
    """The pages with words, in their order."""
    formatting, geometry = context.formatting, context.geometry
    assert formatting is not None and geometry is not None
    text = {number for element in context.text for number in element.paragraphs}
    pages: dict[int, _Page] = {}
    at: _Page | None = None
    section = None
    for element in context.elements:
        is_object = element.block.carrier is not None or OBJECT in element.text
        if not is_object and not element.text.strip():
            continue
        for number, stand in zip(element.paragraphs, stands(context, element), strict=True):
            before = at
            wrong = bool(stand.lines) and geometry.rows(number) != rows
            for line in stand.lines:
                if at is None or at.number != line.side:
                    at = pages.setdefault(line.side, _Page(line.side, number, line))
                at.lines.add(line.number)
                at.text_only &= number in text
                at.pitch_wrong |= wrong
                at.ended |= is_object
            if before is not None and (is_object or (stand.lines and stand.lines[0].side != before.number)):
                look = formatting.paragraph(number) if stand.lines else None
                is_new = section is not formatting.section_of(number)
                goes_along = look is not None and (look.keep_next or look.keep_lines or look.page_break_before)
                before.ended |= is_object or is_new or goes_along
            if at is not None and not stand.is_whole:
                at.ended = True
            section = formatting.section_of(number)
    return list(pages.values())
