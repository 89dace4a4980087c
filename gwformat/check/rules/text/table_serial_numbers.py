"""T598: a column 序号 whose numbers have a gap or a repetition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import CarrierKind

_HEAD = expression("\\s*序\\s*号\\s*")
_LEAST = 3


@rule(
    "T598",
    name="table-serial-numbers",
    clause="惯例",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """表格的“序号”一栏连续编号，不跳号、不重号。

    不合规::

        ［表格］序号,泵站;1,东区;2,西区;4,南区

    合规::

        ［表格］序号,泵站;1,东区;2,西区;3,南区

    合规::

        ［表格］序号,泵站;1,东区;2,西区;1,南区;2,北区
    """
    for element in context.elements if context.prose.holds("序") else ():
        carrier = element.block.carrier
        if carrier is not None and carrier.kind is CarrierKind.TABLE and "号" in carrier.text:
            for before, number in pairwise(_serial_numbers(carrier.rows)):
                if number not in (1, before + 1):
                    message = f"表中序号“{number}”与前面的“{before}”不连续"
                    yield Problem(message, element.whole, expected=str(before + 1), measured=str(number))
                    break


def _serial_numbers(rows: Sequence[Sequence[str]]) -> list[int]:
    """The numbers in the first column below 序号; none if a cell there holds anything else."""
    at = next((i for i, row in enumerate(rows) if row and _HEAD.fullmatch(row[0])), None)
    cells = [row[0].strip() for row in rows[at + 1 :] if row] if at is not None else []
    said = [cell for cell in cells if cell]
    numbers = [int(cell) for cell in said if cell.isascii() and cell.isdigit()]
    return numbers if len(numbers) == len(said) >= _LEAST else []
