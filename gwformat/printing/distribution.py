"""A distribution list (CSV or xlsx) comes in; who gets how many copies, and with which 份号, goes out.

Every fault of the list is told at once with its line, in the words of one who keeps such lists.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from gwformat.errors import ComponentMissing, ConfigurationInvalid, InputUnreadable, UsageError
from gwformat.ooxml.archive import read_file, unpack
from gwformat.printing.numbering import MOST
from gwformat.text.encoding import detect
from gwformat.values import dataclass

_ORGAN, _COPIES, _REMARK = "机关", "份数", "备注"
_HEADS = {
    _ORGAN: (
        "机关",
        "单位",
        "名称",
        "发放单位",
        "发放机关",
        "主送单位",
        "接收单位",
        "收文单位",
        "机关名称",
        "单位名称",
    ),
    _COPIES: ("份数", "数量", "印数", "发放份数", "copies"),
    _REMARK: ("备注", "说明", "remark"),
}
_SUMS = ("合计", "总计", "共计", "小计", "总数")
_COUNT = re.compile(r"(\d{1,7})(?:份|册|本)?")
_SHOWN = 12
_XLSX = b"PK\x03\x04"
_ADVICE = "每行写机关、份数、备注，如：某某市财政局,12,机要交换。改好后再来一次。"

Row = tuple[int, Sequence[str]]  # the line in the file and its cells


@dataclass(frozen=True, slots=True)
class Recipient:
    """One organ, and the numbers of the copies it gets."""

    organ: str
    numbers: range
    remark: str = ""

    @property
    def copies(self) -> int:
        """How many it gets."""
        return len(self.numbers)


@dataclass(frozen=True, slots=True)
class Distribution:
    """All copies of a print run."""

    recipients: tuple[Recipient, ...]

    @property
    def copies(self) -> int:
        """印数."""
        return sum(one.copies for one in self.recipients)

    @property
    def numbers(self) -> range:
        """All 份号, which follow each other without a gap."""
        first = self.recipients[0].numbers.start if self.recipients else 1
        return range(first, first + self.copies)


def undistributed(copies: int, first: int = 1) -> Distribution:
    """So many copies for nobody in particular; `UsageError` if six digits cannot number them."""
    if copies < 1 or first < 1 or first + copies - 1 > MOST:
        raise UsageError(f"印数 {copies} 份、从 {first} 号起，编不出六位份号", f"份号是 000001 至 {MOST}。")
    return Distribution((Recipient("", range(first, first + copies)),))


def read_distribution(path: Path, first: int = 1) -> Distribution:
    """The list at `path`, numbered in its order from `first`.

    `InputUnreadable` if it is no table; `ConfigurationInvalid` with every faulty line if something is wrong in it.
    """
    data = read_file(path)
    rows = list(_xlsx_rows(data, path.name) if data.startswith(_XLSX) else _csv_rows(data, path.name))
    rows = [(line, cells) for line, cells in rows if any(cells)]
    if not rows:
        raise InputUnreadable(f"发放表“{path.name}”是空的", _ADVICE)
    columns, rows = _columns(rows, path.name)
    return _numbered(_Reading(columns).read(rows, path.name), first)


def _csv_rows(data: bytes, name: str) -> Iterator[Row]:
    encoding, mark = detect(data)
    try:
        text = data[mark:].decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: mark + error.start].count(b"\n") + 1
        advice = "用 Excel 或 WPS 打开，另存为 CSV（UTF-8）后再试。"
        raise InputUnreadable(f"发放表“{name}”第 {line} 行不是文字（编码不对）", advice) from error
    if "\0" in text:
        raise InputUnreadable(f"发放表“{name}”不是 CSV，也不是 xlsx", "旧格式 .xls 请另存为 .xlsx。")
    delimiter = max(",\t;，", key=text.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    before = 0
    try:
        for cells in reader:
            yield before + 1, [_clean(cell) for cell in cells]
            before = reader.line_num
    except csv.Error as error:
        raise InputUnreadable(f"发放表“{name}”第 {before + 1} 行读不下去", "检查这一行的引号。") from error


def _xlsx_rows(data: bytes, name: str) -> Iterator[Row]:
    unpack(data)  # refuses bombs and damaged archives
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise ComponentMissing("读 xlsx ", "openpyxl", "print", "；或者把发放表另存为 CSV") from None
    try:
        sheet = load_workbook(io.BytesIO(data), data_only=True, read_only=True).worksheets[0]
        found = list(sheet.iter_rows(values_only=True))
    except (KeyError, ValueError, IndexError, TypeError, AttributeError, OSError) as error:
        raise InputUnreadable(f"发放表“{name}”不是能读的 xlsx", "用 Excel 或 WPS 打开，另存一份再试。") from error
    for number, cells in enumerate(found, 1):
        yield number, [_clean(_spelled(cell)) for cell in cells]


def _spelled(value: object) -> str:
    if value is None:
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value)


def _clean(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\ufeff", "").replace("\u3000", " ")).strip()


def _columns(rows: list[Row], name: str) -> tuple[dict[str, int], list[Row]]:
    """Which column holds what, by the line of heads among the first ones or by its place, and the lines below."""
    for index, (_, cells) in enumerate(rows[:5]):
        words = [cell.replace(" ", "").lower() for cell in cells]
        found = {what: words.index(head) for what, heads in _HEADS.items() for head in heads if head in words}
        if _ORGAN in found and _COPIES in found:
            return found, rows[index + 1 :]
        if _ORGAN in found or _COPIES in found:
            lacking = _COPIES if _ORGAN in found else _ORGAN
            raise ConfigurationInvalid(
                f"发放表“{name}”没有“{lacking}”一栏", f"表头写：{_ORGAN}、{_COPIES}、{_REMARK}。"
            )
    return {_ORGAN: 0, _COPIES: 1, _REMARK: 2}, rows


class _Reading:
    """Reads the lines below the heads and gathers what is wrong with them."""

    def __init__(self, columns: dict[str, int]) -> None:
        self.columns = columns
        self.problems: list[str] = []
        self.lines: dict[str, int] = {}
        self.found: list[tuple[str, int, str]] = []

    def read(self, rows: Sequence[Row], name: str) -> list[tuple[str, int, str]]:
        """Organ, copies and remark of every line; `ConfigurationInvalid` if any line is wrong."""
        for line, cells in rows:
            organ, said, remark = (self._cell(cells, what) for what in (_ORGAN, _COPIES, _REMARK))
            if organ.replace(" ", "") in _SUMS or (not organ and any(cell in _SUMS for cell in cells)):
                self._check_sum(line, said)
                continue
            copies = self._count(line, said)
            if not organ:
                self.problems.append(f"第 {line} 行没有写机关")
            elif organ in self.lines:
                self.problems.append(f"第 {line} 行与第 {self.lines[organ]} 行重复：{organ}")
            self.lines.setdefault(organ, line)
            self.found.append((organ, copies, remark))
        if self.problems:
            said = "；".join(self.problems[:_SHOWN])
            more = f"等 {len(self.problems)} 处" if len(self.problems) > _SHOWN else ""
            raise ConfigurationInvalid(f"发放表“{name}”有错：{said}{more}", _ADVICE)
        if not self.found:
            raise ConfigurationInvalid(f"发放表“{name}”只有表头", _ADVICE)
        return self.found

    def _cell(self, cells: Sequence[str], what: str) -> str:
        column = self.columns.get(what, len(cells))
        return cells[column] if column < len(cells) else ""

    def _count(self, line: int, said: str) -> int:
        found = _COUNT.fullmatch(unicodedata.normalize("NFKC", said).replace(" ", ""))
        if not said:
            self.problems.append(f"第 {line} 行没有写份数")
        elif found is None:
            self.problems.append(f"第 {line} 行的份数“{said}”不是整数")
        elif not int(found[1]):
            self.problems.append(f"第 {line} 行的份数是 0")
        return int(found[1]) if found else 0

    def _check_sum(self, line: int, said: str) -> None:
        found = _COUNT.fullmatch(unicodedata.normalize("NFKC", said).replace(" ", ""))
        total = sum(copies for _, copies, _ in self.found)
        if said and (found is None or int(found[1]) != total):
            self.problems.append(f"第 {line} 行的合计是 {said}，以上各行相加是 {total}")


def _numbered(found: Sequence[tuple[str, int, str]], first: int) -> Distribution:
    total = sum(copies for _, copies, _ in found)
    undistributed(total, first)
    recipients = []
    for organ, copies, remark in found:
        recipients.append(Recipient(organ, range(first, first + copies), remark))
        first += copies
    return Distribution(tuple(recipients))
