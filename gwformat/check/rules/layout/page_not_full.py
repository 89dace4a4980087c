"""L272: a page full of text that has not 22 lines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from gwformat.check import Context, Measured, Need, Problem, rule
from gwformat.check.distances import stands
from gwformat.check.elements import Element
from gwformat.findings import Severity
from gwformat.model import OBJECT


@rule(
    "L272",
    name="page-not-full",
    clause="GB/T 9704-2012 5.2.3",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem | Measured]:
    """一般每面排22行。

    数的是被正文排满的页：从上到下都是正文，而且正文接着排到下一页。空行、段距和不同的行距都会使它不足22行。

    不合规::

        汛期各级各部门要落实防汛责任，加强值班值守，及时报告险情。
        ［重复］60
        ［正文 段后］10磅

    合规::

        汛期各级各部门要落实防汛责任，加强值班值守，及时报告险情。
        ［重复］60
    """
    rows = context.profile.grids[context.profile.default_grid].rows
    counts: dict[int, set[int]] = {}
    first: dict[int, Element] = {}
    mixed: set[int] = set()
    closed: set[int] = set()  # pages that something else ends or begins: a table, a forced break
    order: list[int] = []
    text = {element.number for element in context.text}
    for element in context.words:
        for stand in stands(context, element):
            for line in stand.lines:
                counts.setdefault(line.side, set()).add(line.number)
                first.setdefault(line.side, element)
                if element.number not in text:
                    mixed.add(line.side)
                if not order or order[-1] != line.side:
                    order.append(line.side)
            if not stand.is_whole:
                closed.update(order[-1:])
    closed |= _broken_off(context)
    full = [side for side, after in pairwise(order) if not {side, after} & mixed]
    if any(len(counts[side]) == rows for side in full):
        yield Measured("排满的一页的行数", f"{rows}行", f"{rows}行")
    for side in full:
        if len(counts[side]) != rows and side not in closed:
            page = f"第{side}页" if side > 0 else "这一页"
            message = f"{page}排满正文，有{len(counts[side])}行，应为{rows}行"
            yield Problem(message, first[side].whole, None, f"{rows}行", f"{len(counts[side])}行")


def _broken_off(context: Context) -> set[int]:
    """The pages before one that is begun on purpose, and those with tables or pictures."""
    assert context.formatting is not None
    found: set[int] = set()
    before = 0
    for element in context.elements:
        lines = [line for stand in stands(context, element) for line in stand.lines]
        if element.block.carrier is not None or OBJECT in element.text:
            found |= {before, *(line.side for line in lines)}
        if lines:
            number = element.first_paragraph
            if context.formatting.paragraph(number).page_break_before:
                found.add(before)
            before = lines[-1].side
    return found
