"""T539: a row 合计 that is not the sum of its column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from gwformat.check import Context, Problem, rule
from gwformat.check.elements import Element
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import CarrierKind

_TOTAL = expression(r"\s*(?:合\s*计|总\s*计)\s*")
_PARTIAL = expression(r"小\s*计|其\s*中|合\s*计|总\s*计")
_NUMBER = expression(r"\s*-?\d+(?:,\d{3})*(?:\.\d+)?\s*")
_ROUNDING = Decimal("0.011")  # for each row: what rounding to two decimals may cost


@rule(
    "T539",
    name="table-total-wrong",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """表中“合计”等于各行之和。

    有“小计”“其中”或合并单元格的表不作计算。

    不合规::

        ［表格］区,泵站座数;东区,7;西区,5;合计,13

    合规::

        ［表格］区,泵站座数;东区,7;西区,5;合计,12

    合规::

        ［表格］区,泵站座数;东区,7;其中：新建,3;西区,5;合计,12
    """
    for element in context.elements:
        carrier = element.block.carrier
        if carrier is not None and carrier.kind is CarrierKind.TABLE:
            yield from _wrong_sums(element, carrier.rows)


def _wrong_sums(element: Element, rows: Sequence[Sequence[str]]) -> Iterator[Problem]:
    at = next((i for i, row in enumerate(rows) if row and any(_TOTAL.fullmatch(cell) for cell in row[:2])), None)
    if at is None or at < 2 or any(_PARTIAL.search(cell) for i, row in enumerate(rows) if i != at for cell in row[:2]):
        return
    width = len(rows[at])
    above = [row for row in rows[:at] if any(_NUMBER.fullmatch(cell) for cell in row)]
    if len(above) < 2 or any(len(row) != width for row in above):
        return
    for column in range(1, width):
        cells = [row[column] for row in (*above, rows[at])]
        if not all(_NUMBER.fullmatch(cell) for cell in cells):
            continue
        *parts, total = (Decimal(cell.strip().replace(",", "")) for cell in cells)
        if abs(sum(parts) - total) > _ROUNDING * len(parts):
            name = rows[0][column].strip() if len(rows[0]) == width else f"第{column + 1}列"
            yield Problem(
                f"表中“{name}”合计为{total}，各行之和为{sum(parts)}",
                element.whole,
                expected=str(sum(parts)),
                measured=str(total),
            )
