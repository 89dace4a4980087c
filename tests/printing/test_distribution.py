"""Distribution lists as offices keep them: read however they were saved, numbered in their order, faults by line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from gwformat.errors import ConfigurationInvalid, InputUnreadable, UsageError
from gwformat.printing.distribution import Distribution, _numbered, read_distribution, undistributed
from tests.build import make_docx, p

LIST = "机关,份数,备注\n某某市财政局,12,机要交换\n某某市教育局,3,\n"


def read(folder: Path, text: str, encoding: str = "utf-8") -> Distribution:
    path = folder / "发放表.csv"
    path.write_bytes(text.encode(encoding))
    return read_distribution(path)


def told(folder: Path, text: str) -> str:
    with pytest.raises(ConfigurationInvalid) as raised:
        read(folder, text)
    return raised.value.message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_list_is_read_in_every_encoding_offices_save(encoding: str, tmp_path: Path) -> None:
    found = read(tmp_path, LIST, encoding)
    assert [(one.organ, one.copies, one.remark) for one in found.recipients] == [
        ("某某市财政局", 12, "机要交换"),
        ("某某市教育局", 3, ""),
    ]


@pytest.mark.parametrize(
    "text",
    [
        LIST.replace(",", "\t"),
        LIST.replace(",", ";"),
        LIST.replace(",", "，"),
        LIST.replace("\n", "\r\n"),
        "某某市财政局,12,机要交换\n某某市教育局,3\n",
        "序号,单位名称,数量\n1,某某市财政局,１２份\n2,某某市教育局, 3 \n",
        "某某市人民政府文件发放表,,\n,,\n机 关,份　数,备注\n某某市财政局,12,\n某某市教育局,3,\n合计,15,\n",
        '机关,份数,备注\n"某某市财政局",12,"机要,交换\n两行"\n某某市教育局,3,\n',
    ],
)
def test_the_many_forms_of_such_lists_are_understood(text: str, tmp_path: Path) -> None:
    found = read(tmp_path, text)
    assert [(one.organ, one.copies) for one in found.recipients] == [("某某市财政局", 12), ("某某市教育局", 3)]


def test_numbers_follow_each_other_organ_by_organ(tmp_path: Path) -> None:
    first, second = read(tmp_path, LIST).recipients
    assert (first.numbers, second.numbers) == (range(1, 13), range(13, 16))


@given(st.lists(st.integers(1, 500), min_size=1, max_size=40), st.integers(1, 1000))
def test_numbers_have_no_gap_and_come_once(counts: list[int], first: int) -> None:
    found = _numbered([(f"机关{n}", count, "") for n, count in enumerate(counts)], first)
    every = [number for one in found.recipients for number in one.numbers]
    assert every == list(range(first, first + sum(counts))) == list(found.numbers)
    assert found.copies == sum(counts)


FAULTS = {
    "某某市财政局,12,\n某某市财政局,3,": "第 3 行与第 2 行重复：某某市财政局",
    "某某市财政局,十二,": "第 2 行的份数“十二”不是整数",
    "某某市财政局,1.5,": "第 2 行的份数“1.5”不是整数",
    "某某市财政局,-3,": "第 2 行的份数“-3”不是整数",
    "某某市财政局,0,": "第 2 行的份数是 0",
    "某某市财政局,,": "第 2 行没有写份数",
    ",5,": "第 2 行没有写机关",
    "某某市财政局,12,\n某某市教育局,3,\n合计,16,": "第 4 行的合计是 16，以上各行相加是 15",
}


@pytest.mark.parametrize(("lines", "fault"), FAULTS.items())
def test_a_fault_is_told_with_its_line(lines: str, fault: str, tmp_path: Path) -> None:
    assert fault in told(tmp_path, f"机关,份数,备注\n{lines}\n")


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    said = told(tmp_path, "机关,份数\n,5\n某某市财政局,x\n\n某某市教育局,0\n")
    assert "第 2 行" in said and "第 3 行" in said and "第 5 行" in said


def test_lines_count_as_in_the_file_where_a_cell_has_several(tmp_path: Path) -> None:
    assert "第 4 行" in told(tmp_path, '机关,份数,备注\n某某市财政局,12,"一\n二"\n某某市教育局,x,\n')


@pytest.mark.parametrize("text", ["", "\n\n", " , \n"])
def test_an_empty_list_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(InputUnreadable, match="空"):
        read(tmp_path, text)


def test_a_list_of_heads_only_is_refused(tmp_path: Path) -> None:
    assert "只有表头" in told(tmp_path, "机关,份数\n")


def test_a_lacking_column_is_named(tmp_path: Path) -> None:
    assert "没有“份数”一栏" in told(tmp_path, "机关,备注\n某某市财政局,无\n")


def test_what_is_neither_csv_nor_xlsx_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "发放表.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    with pytest.raises(InputUnreadable):
        read_distribution(path)


def test_a_document_of_words_is_no_list(tmp_path: Path) -> None:
    path = tmp_path / "发放表.xlsx"
    path.write_bytes(make_docx(p("各县人民政府")))
    with pytest.raises(InputUnreadable, match="不是能读的 xlsx"):
        read_distribution(path)


def test_bytes_that_are_no_text_are_told_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "发放表.csv"
    path.write_bytes("机关,份数\n某某市财政局某某市财政局,3\n".encode() + b"\xff\xff,4\n")
    with pytest.raises(InputUnreadable, match="第 3 行"):
        read_distribution(path)


def workbook(folder: Path, *rows: tuple[object, ...]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(folder / "发放表.xlsx")
    return folder / "发放表.xlsx"


def test_a_workbook_is_read_like_a_text(tmp_path: Path) -> None:
    rows = (("机关", "份数", "备注"), ("某某市财政局", 12, "机要交换"), (), ("某某市教育局", 3.0, None))
    found = read_distribution(workbook(tmp_path, *rows))
    assert [(one.organ, one.copies, one.remark) for one in found.recipients] == [
        ("某某市财政局", 12, "机要交换"),
        ("某某市教育局", 3, ""),
    ]


def test_faults_of_a_workbook_are_told_with_their_row(tmp_path: Path) -> None:
    rows = (("机关", "份数"), ("某某市财政局", 12), (), ("某某市教育局", "若干"))
    with pytest.raises(ConfigurationInvalid, match="第 4 行的份数“若干”不是整数"):
        read_distribution(workbook(tmp_path, *rows))


@pytest.mark.parametrize(("copies", "first"), [(0, 1), (1_000_000, 1), (2, 999_999)])
def test_more_copies_than_six_digits_can_number_are_refused(copies: int, first: int) -> None:
    with pytest.raises(UsageError):
        undistributed(copies, first)
