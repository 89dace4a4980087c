"""The rows of a table come in, the totals in it that are not the sums they say go out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from gwformat.expressions import expression
from gwformat.values import dataclass

_TOTAL = expression(r"\s*(?:合\s*计|总\s*计)\s*(?:[（(][^）)]*[）)])?\s*")
_SUBTOTAL = expression(r"\s*小\s*计\s*")
_PARTIAL = expression(r"其\s*中|小\s*计|合\s*计|总\s*计|累\s*计|总\s*数|平\s*均|剩\s*余|结\s*余")
_NUMBER = expression(r"\s*-?\d+(?:,\d{3})*(?:\.\d+)?\s*")
# What is in such a column is not added up.
_NO_SUM = expression(
    r"[率均比]|百分|单价|标准|序号|编号|排名|名次|(?<!\d)年[度份]|日期|时间|其中|增[长幅减]|得分|分数|系数"
)
_NO_PARTS = expression(r"[率均比%％]|序号|编号|(?<!\d)年[度份]|其中|小\s*计|合\s*计|总|备注|单价|标准|[（(]")
# 一、 above 1., 1 above 1.1, or a name set in: rows of two levels are not added up together.
_LEVELS = expression(
    r"(?P<a>[一二三四五六七八九十]{1,3}、)|(?P<b>[（(][一二三四五六七八九十]{1,3}[）)])|(?P<c>\d{1,2}(?:[.．、](?!\d)|$))"
    r"|(?P<d>[（(]\d{1,2}[）)])|(?P<e>\d{1,2}[.．]\d{1,2}(?![.．]))|(?P<f>\d{1,2}[.．]\d{1,2}[.．]\d)|(?P<g>[\s\u3000]{2})"
)
_HALF = Decimal("0.5")
_FEWEST = 2  # parts of a sum, and sums that are right where one is taken to be wrong


@dataclass(frozen=True, slots=True)
class Sum:
    """A total as it stands there, and what it ought to be."""

    total: Decimal
    due: Decimal
    right: bool  # whether the two differ by no more than rounding may cost

    @classmethod
    def of(cls, parts: Sequence[str], total: str) -> Sum:
        """The sum of cells with numbers."""
        values = [_value(part) for part in parts]
        said = _value(total)
        places = max((-int(value.as_tuple().exponent) for value in (*values, said)), default=0)
        room = _HALF.scaleb(-places) * (len(values) + 1) if places > 0 else Decimal(0)
        due = sum(values, Decimal(0))
        return cls(said, due, abs(due - said) <= room)


Named = tuple[str, Sum]


def column_sums(rows: Sequence[Sequence[str]]) -> Iterator[Named]:
    """Wrong sums in rows 合计 and 小计: what is wrong is called after the column."""
    labels = [_label(row) for row in rows]
    totals = [at for at, label in enumerate(labels) if label == "合计"]
    parts = [at for at, label in enumerate(labels) if label == "小计"]
    if any(label == "其他" for label in labels) or len(totals) > 1 or not (totals or parts):
        return
    if parts:
        yield from _doubted(list(_subtotals(rows, totals, parts)))
    elif totals[0] >= _FEWEST and totals[0] >= len(rows) - _FEWEST:
        found = list(_columns(rows, [at for at in range(totals[0]) if _numbers(rows[at])], totals[0]))
        yield from ((name, one) for name, one in found if not one.right)
    elif totals[0] < len(rows) - _FEWEST:
        below = [at for at in range(totals[0] + 1, len(rows)) if _numbers(rows[at])]
        yield from _doubted(list(_columns(rows, below, totals[0])))


def _label(row: Sequence[str]) -> str:
    for cell in row[:2]:
        if _TOTAL.fullmatch(cell):
            return "合计"
        if _SUBTOTAL.fullmatch(cell):
            return "小计"
    return "其他" if any(_PARTIAL.search(cell) for cell in row[:2]) and _numbers(row) else ""


def _level(row: Sequence[str]) -> str | None:
    """The form in which a row is numbered; None for a name alone."""
    found = _LEVELS.match(row[0])
    return found.lastgroup if found else None


def _numbers(row: Sequence[str]) -> bool:
    return any(_NUMBER.fullmatch(cell) for cell in row[1:])


def _columns(rows: Sequence[Sequence[str]], parts: Sequence[int], total: int) -> Iterator[Named]:
    """The sums of each column that holds nothing but numbers in these rows."""
    width = len(rows[total])
    if (
        len(parts) < _FEWEST
        or any(len(rows[at]) != width for at in parts)
        or len({_level(rows[at]) for at in parts}) > 1
    ):
        return
    for column in range(1, width):
        cells = [rows[at][column] for at in (*parts, total)]
        name = rows[0][column].strip() if len(rows[0]) == width and total else ""
        if all(map(_NUMBER.fullmatch, cells)) and not _NO_SUM.search(name):
            yield f"“{name or f'第{column + 1}列'}”合计", Sum.of(cells[:-1], cells[-1])


def _subtotals(rows: Sequence[Sequence[str]], totals: Sequence[int], parts: Sequence[int]) -> Iterator[Named]:
    """The sums of each 小计 over the rows above it, and of the total over all 小计."""
    begin = next((at for at, row in enumerate(rows) if _numbers(row)), 0)
    for at in parts:
        for name, found in _columns(rows, range(begin, at), at):
            yield name.replace("合计", "小计"), found
        begin = at + 1
    if totals and totals[0] == parts[-1] + 1:
        # One wrong 小计 does not make the total of all rows wrong as well.
        single = [at for at in range(totals[0]) if at not in parts and _numbers(rows[at])]
        whole = {name: one for name, one in _columns(rows, single, totals[0]) if one.right}
        yield from ((name, whole.get(name, one)) for name, one in _columns(rows, parts, totals[0]))


def row_sums(rows: Sequence[Sequence[str]]) -> Iterator[Named]:
    """Wrong sums in a column 合计 at either end of the numbers: what is wrong is called after the row."""
    if len(rows) <= _FEWEST or not rows[0]:
        return
    head, width = rows[0], len(rows[0])
    totals = [at for at, cell in enumerate(head) if _TOTAL.fullmatch(cell) or _SUBTOTAL.fullmatch(cell)]
    if len(totals) != 1:
        return
    below = [row for row in rows[1:] if len(row) == width and _NUMBER.fullmatch(row[totals[0]])]
    numeric = [at for at in range(width) if at != totals[0] and all(_NUMBER.fullmatch(row[at]) for row in below)]
    numeric = [at for at in numeric if not (at == 0 or _NO_PARTS.search(head[at]))]
    beside = [at for at in numeric if at < totals[0]] or [at for at in numeric if at > totals[0]]
    if len(beside) >= _FEWEST and beside == list(range(beside[0], beside[-1] + 1)):
        named = ((f"“{row[0].strip()}”合计", Sum.of([row[at] for at in beside], row[totals[0]])) for row in below)
        yield from _doubted(list(named))


def _doubted(found: Sequence[Named]) -> Iterator[Named]:
    """The wrong ones where most are right: else the numbers are none that add up to the total."""
    wrong = [(name, one) for name, one in found if not one.right]
    if len(found) - len(wrong) >= max(_FEWEST, 2 * len(wrong)) or (len(wrong) == 1 and len(found) == _FEWEST):
        yield from wrong


def _value(cell: str) -> Decimal:
    return Decimal(cell.strip().replace(",", ""))
