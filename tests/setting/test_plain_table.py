"""The columns of a table that is words alone: as wide as their words ask for, together as wide as the room."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gwformat.model import Carrier, CarrierKind, Role, Seal
from gwformat.profiles.schema import Slot
from gwformat.setting.plain_table import of_words, wanted_by_words
from gwformat.setting.setting import setting_of
from gwformat.table import USUAL_MARGINS
from gwformat.units import Emu, Mm, Twips
from tests.layout.papers import general, government

SETTING = setting_of(general(), government(), None, Seal.ROUND)
SIZE = SETTING.spec(Role.OTHER).size
MARGINS = USUAL_MARGINS.left + USUAL_MARGINS.right
ROOM = Twips(Mm(156).twips)

WORDS = st.text(st.sampled_from("某市人民政府，。a1/- "), max_size=60)


def words_only(rows: tuple[tuple[str, ...], ...]) -> Carrier:
    """A table that says nothing but these words."""
    return Carrier(CarrierKind.TABLE, rows=rows)


def columns(*rows: tuple[str, ...], room: Emu = ROOM) -> list[float]:
    """How many characters stand on a line of each column."""
    return [(width - MARGINS) / SIZE for width in of_words(words_only(rows), room, SETTING).columns]


def test_short_cells_stand_on_one_line_beside_long_ones() -> None:
    task = "对辖区内的老旧小区逐一登记造册，摸清底数，建立台账，按月更新并报市住建局备案。"
    number, name, what, who = columns(("序号", "任务", "要求", "责任单位"), ("1", "摸底调查", task, "各区"))
    assert 2 <= number < 3 and name >= 4 and who >= 4 and what > 10


def test_narrow_columns_are_granted_what_they_ask_for_where_all_cannot_be() -> None:
    wide = "对辖区内的老旧小区逐一登记造册"
    number, *others = columns(("序号", *[wide] * 6), ("1", *["甲"] * 6))
    assert number >= 2 and max(others) - min(others) < 0.05 and others[0] < 6


def test_columns_that_ask_for_the_same_are_as_wide_as_each_other() -> None:
    assert len({width.twips for width in of_words(words_only((("甲", "乙", "丙"),)), ROOM, SETTING).columns}) == 1


def test_a_word_of_letters_is_parted_only_where_the_room_leaves_no_choice() -> None:
    word = "some.one@example.gov.cn"
    need = government().width(word, Slot.FANGSONG)
    first, second = columns((word, "某某市某某区人民政府办公室综合科" * 3))
    assert first >= need and second >= 6
    first, *_ = columns((word, *["某某市某某区人民政府办公室综合科"] * 3))
    assert first < need


def test_a_heading_one_character_too_long_is_no_reason_to_part_it_beside_columns_that_are_parted_anyhow() -> None:
    works, who = "新增日处理能力5万吨，配套管网12公里，同步改造泵站", "市住房城乡建设局、城东区人民政府、滨河街道办事处"
    _, what, cost, by = columns(("序号", "建设内容", "总投资（万元）", "责任单位"), ("1", works, "12800", who))
    assert cost >= 7 and what > 6 and by > 6


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=5), st.integers(2000, 14000))
def test_the_columns_fill_the_room(rows: list[tuple[str, ...]], twips: int) -> None:
    table = tuple(rows)
    widths = of_words(words_only(table), Twips(twips), SETTING).columns
    assert sum(widths) == Twips(twips) and min(widths) > 0
    if wanted_by_words(words_only(table), SETTING) <= Twips(twips):
        for number, width in enumerate(widths):
            longest = max(government().width(row[number], Slot.FANGSONG) for row in rows)
            assert width - MARGINS >= min(longest, 6) * SIZE - Twips(1)
