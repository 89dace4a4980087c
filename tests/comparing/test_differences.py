"""Every edit is told once and nothing else is: characters, digits, cells, and paragraphs that moved."""

from __future__ import annotations

import random
import time
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.shared import Mm
from hypothesis import given
from hypothesis import strategies as st

from gwformat import api
from gwformat.comparing import Difference, Kind, Passage, Place, differences
from gwformat.comparing.shortest import common
from tests.comparing.edits import HAN, KINDS, draft, plant, unfound, words


def passages(*texts: str) -> list[Passage]:
    return [Passage(text, Place(paragraph=number)) for number, text in enumerate(texts, 1)]


def compared(first: list[str], second: list[str]) -> list[Difference]:
    return differences(passages(*first), passages(*second))


def told(first: str, second: str) -> list[tuple[Kind, str, str]]:
    return [(one.kind, one.words, one.others) for one in compared([first], [second])]


def test_a_character_put_in_taken_out_or_replaced_is_one_difference() -> None:
    assert told("请认真执行。", "请认真地执行。") == [(Kind.INSERTED, "", "地")]
    assert told("请认真地执行。", "请认真执行。") == [(Kind.DELETED, "地", "")]
    assert told("请认真执行。", "请从严执行。") == [(Kind.REPLACED, "认真", "从严")]


def test_digits_that_changed_places_are_one_difference() -> None:
    assert told("共12份。", "共21份。") == [(Kind.REPLACED, "12", "21")]


def test_a_difference_knows_its_surroundings_and_places() -> None:
    (one,) = compared(["第一段。", "现将有关事项通知如下。"], ["第一段。", "现将有关事宜通知如下。"])
    assert (one.before, one.words, one.others, one.after) == ("现将有关事", "项", "宜", "通知如下。")
    assert (one.place, one.other_place) == (Place(paragraph=2), Place(paragraph=2))


def test_blanks_line_ends_and_radicals_of_pdfs_are_no_differences() -> None:
    assert not compared(["　　一、高度重视长远 GB/T 9704"], ["一、⾼度", "重 视⻓远GB/T", " 9704"])


def test_a_hyphen_at_the_end_of_a_line_is_no_difference_but_one_within_is() -> None:
    assert not compared(["the government offices"], ["the govern-", "ment offices"])
    assert told("the government", "the govern-ment") == [(Kind.INSERTED, "", "-")]


PARAGRAPHS = [
    "一、提高认识。各单位要统一思想。",
    "二、加强领导。各单位要明确责任。",
    "三、狠抓落实。各单位要督促检查。",
    "四、严肃纪律。各单位要令行禁止。",
    "五、总结经验。各单位要及时上报。",
]


@pytest.mark.parametrize("source", range(5))
@pytest.mark.parametrize("target", range(5))
def test_a_paragraph_that_moved_is_told_as_one_move(source: int, target: int) -> None:
    moved = list(PARAGRAPHS)
    moved.insert(target, moved.pop(source))
    found = compared(PARAGRAPHS, moved)
    if source == target:
        assert not found
        return
    (one,) = found
    assert one.kind is Kind.MOVED
    if abs(source - target) > 1:  # of two neighbours either has moved past the other
        assert one.words == PARAGRAPHS[source]


def test_what_floats_may_stand_anywhere() -> None:
    number = Passage("某政发〔2026〕5号", Place(1), "发文字号", floats=True)
    body = passages("现将有关事项通知如下，请认真贯彻执行。", "某某市人民政府")
    assert not differences([number, *body], [*body, number])


def test_the_head_of_a_table_may_come_again_at_the_top_of_a_page() -> None:
    first = passages("名称", "数量", "山水", "12", "林田", "34")
    lines = [("名称", 1), ("数量", 1), ("山水", 1), ("12", 1), ("名称", 2), ("数量", 2), ("林田", 2), ("34", 2)]
    second = [Passage(t, Place(page=p, line=n), first_on_page=n in (0, 4)) for n, (t, p) in enumerate(lines)]
    assert not differences(first, second, frozenset({"名称数量"}))
    assert len(differences(first, second)) == 1


def cells(*texts: str) -> list[Passage]:
    return [Passage(text, Place(paragraph=number), cell=True) for number, text in enumerate(texts, 1)]


def printed(*pages: tuple[str, ...]) -> list[Passage]:
    return [
        Passage(text, Place(page=page, line=line), first_on_page=line == 1)
        for page, lines in enumerate(pages, 1)
        for line, text in enumerate(lines, 1)
    ]


ROW = ("加强山水林田湖草保护和修复工作", "各单位认真落实各项要求", "某某市水利局")


def test_the_end_of_a_cell_may_be_drawn_after_its_neighbours() -> None:
    lines = ("加强山水林田湖草", "各单位认真落实各项要求", "某某市水利局", "保护和修复工作")
    assert not differences(cells(*ROW), printed(lines))


def test_cells_of_a_row_that_goes_on_over_the_page_may_come_there() -> None:
    first = cells("加强山水林田湖草保护和修复工作", "完善相关制度", "一二三四五六七八九十", "某某市水利局")
    lines = ("加强山水林田湖草保护和修复工作", "一二三四五六七八九十", "某某市水利局")
    assert not differences(first, printed(lines, ("完善相关制度",)))


def test_cells_that_changed_places_are_told_even_so() -> None:
    first = cells("某某市财政局", "1234", "某某市教育局", "5678")
    assert differences(first, printed(("某某市财政局", "5678", "某某市教育局", "1234")))


def test_a_whole_paragraph_that_is_gone_says_so() -> None:
    (one,) = compared(PARAGRAPHS, [*PARAGRAPHS[:2], *PARAGRAPHS[3:]])
    assert one.whole
    assert one.words == PARAGRAPHS[2]  # not “、狠抓落实。……四”, which reads the same


@given(st.text("甲乙丙", max_size=30), st.text("甲乙丙", max_size=30))
def test_what_two_strings_have_in_common_is_in_both_in_order_and_as_much_as_can_be(a: str, b: str) -> None:
    at_a = at_b = size = 0
    for block in common(a, b):
        assert block.a >= at_a and block.b >= at_b
        assert a[block.a : block.a + block.size] == b[block.b : block.b + block.size]
        at_a, at_b, size = block.a + block.size, block.b + block.size, size + block.size
    assert size == _longest_common(a, b)


def _longest_common(a: str, b: str) -> int:
    row = [0] * (len(b) + 1)
    for char in a:
        diagonal = 0
        for number, other in enumerate(b, 1):
            diagonal, row[number] = row[number], diagonal + 1 if char == other else max(row[number], row[number - 1])
    return row[-1]


@given(st.lists(st.text(HAN, min_size=1, max_size=40), max_size=12), st.lists(st.text(HAN, max_size=40), max_size=12))
def test_differences_are_none_exactly_where_the_words_are_the_same(first: list[str], second: list[str]) -> None:
    assert (not compared(first, second)) == ("".join(first) == "".join(second))


@pytest.mark.parametrize("repeated", [False, True])
def test_the_cost_grows_with_the_length_not_with_its_square(repeated: bool) -> None:
    def cost(paragraphs: int) -> float:
        rng = random.Random(1)
        texts = [words(rng, 8) * 12 if repeated else words(rng, 96) for _ in range(paragraphs)]
        others = list(texts)
        for number in range(5, paragraphs, paragraphs // 10):
            others[number] = others[number][:40] + "甲" + others[number][41:]
        best = 1e9
        for _ in range(3):
            start = time.process_time()
            assert len(compared(texts, others)) == len(range(5, paragraphs, paragraphs // 10))
            best = min(best, time.process_time() - start)
        return best

    assert cost(1600) < 8 * cost(400)  # four times as long: the square would be sixteen


@pytest.mark.parametrize("seed", range(3))
def test_edits_of_a_docx_are_found_in_the_docx_and_in_its_pdf(seed: int, tmp_path: Path) -> None:
    rng = random.Random(seed)
    source, approved, edited = tmp_path / "草稿.md", tmp_path / "定稿.docx", tmp_path / "清样.docx"
    source.write_text(draft(rng), encoding="utf-8")
    api.format_file(source, approved)
    planted = plant(approved, edited, rng, KINDS * 3)
    assert not list(unfound(planted, api.compare_files(approved, edited).differences))
    api.render_file(edited, tmp_path / "清样.pdf")
    assert not list(unfound(planted, api.compare_files(approved, tmp_path / "清样.pdf").differences))


@pytest.mark.parametrize("printed", ["清样.pdf", "清样.ofd"])
def test_the_turned_number_of_a_page_that_lies_across_is_none_of_its_words(printed: str, tmp_path: Path) -> None:
    document = docx.Document()
    for line in ("关于报送报表的通知", "各县统计局：", "现将报表印发给你们。", "某某市统计局", "2026年6月12日"):
        document.add_paragraph(line)
    section = document.add_section()
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    document.add_paragraph("附件")
    document.add_paragraph("报表一览表")
    for number, row in enumerate(document.add_table(45, 4).rows):
        for column, cell in enumerate(row.cells):
            cell.text = f"指标{number}之{column}"
    document.save(str(tmp_path / "草稿.docx"))
    approved = api.format_file(tmp_path / "草稿.docx", tmp_path / "定稿.docx").output
    api.render_file(approved, tmp_path / printed)
    assert not api.compare_files(approved, tmp_path / printed).differences
