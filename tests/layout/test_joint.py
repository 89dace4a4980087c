"""联合行文 (7.2.4, 7.3.5): the names of the mark, the 署名 with their seals, one for each organ."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gwformat.layout.boxes import Line
from gwformat.model import Document, Role, Seal
from gwformat.units import Emu, Mm
from tests.layout.papers import centre, document, jointly, laid, of, paragraph, words
from tests.organs import organs

LEFT, RIGHT, BOTTOM, NEARLY = Mm(28), Mm(184), Mm(262), Mm(0.1)
counts = st.integers(2, 9)
unhurried = settings(max_examples=50)
diameters = st.sampled_from([Mm(42), Mm(45), Mm(50)])


def joint(count: int, *, up: bool = False, lines: int = 5, dated: str = "2026年12月16日") -> Document:
    return jointly(organs(count), up=up, lines=lines, dated=dated)


@unhurried
@given(counts, diameters, st.booleans(), st.integers(1, 45))
def test_seals_do_not_touch_and_stay_within_the_type_area(count: int, diameter: Emu, up: bool, lines: int) -> None:
    pages = laid(joint(count, up=up, lines=lines), diameter=diameter)
    assert sorted(seal.organ for page in pages.pages for seal in page.seals) == list(range(count))
    for page in pages.pages:
        for seal in page.seals:
            assert seal.x >= LEFT - NEARLY
            assert seal.x + seal.width <= RIGHT + NEARLY
            assert seal.y + seal.height <= BOTTOM + NEARLY
        for one, other in combinations(page.seals, 2):  # circles
            apart = ((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5
            assert apart > diameter


@pytest.mark.parametrize("diameter", [42, 45, 50])
@pytest.mark.parametrize("lines", [5, 12, 24])
def test_nine_organs_stand_in_rows_of_three_with_long_names_on_two_lines(diameter: float, lines: int) -> None:
    pages = laid(joint(9, lines=lines), diameter=Mm(diameter))
    (page,) = [page for page in pages.pages if page.seals]
    assert sorted(Counter(seal.y for seal in page.seals).values()) == [3, 3, 3]
    assert max(seal.y + seal.height for seal in page.seals) <= BOTTOM
    assert Role.BODY in {line.role for line in words(page)}
    names = [line.text for line in of(pages, Role.SIGNATURE)]
    # At the side of larger seals the columns have room for one more character.
    wide = {"某某市人力资源和", "社会保障局"}
    assert (wide if diameter == 50 else {"某某市人力资源", "和社会保障局"}) <= set(names)


def test_a_seal_for_which_there_is_no_room_is_told() -> None:
    pages = laid(joint(2, lines=2), diameter=Mm(60))  # larger than any organ has
    assert any(re.fullmatch(r"第 1 页的印章下端超出版心 \d+\.\d 毫米.*", notice) for notice in pages.notices)


def test_where_no_pitch_gives_a_seal_room_less_stands_below_the_title() -> None:
    (page,) = laid(joint(2, lines=3), diameter=Mm(45)).pages
    (title,), text = [[line for line in words(page) if line.role is role] for role in (Role.TITLE, Role.BODY)]
    assert Mm(10.39 - 1) < text[0].top - title.bottom < Mm(15)  # still an empty line (7.3.1, 7.3.2)


def test_where_no_pitch_gives_a_seal_room_the_rows_of_seals_stand_closer() -> None:
    pages = laid(joint(7, lines=7), diameter=Mm(50))
    last = sorted({seal.y for seal in pages.pages[-1].seals})
    assert {round((below - above - Mm(50)) / Mm(1)) for above, below in pairwise(last)} == {1}
    usual = laid(joint(7, lines=5), diameter=Mm(50))
    assert not usual.close and pages.close


def test_a_short_text_is_parted_where_page_one_would_have_none() -> None:
    lead = [(Role.ISSUER_MARK, "某某市教育局"), (Role.ISSUER_MARK, "某某市财政局"), (Role.ISSUER_MARK, "文件")]
    title = (Role.TITLE, "关于加强公文处理工作、规范信息报送程序、提高会议活动质量、改进督促检查方式的通知")
    organs = [(Role.SIGNATURE, f"某某市{name}局") for name in ("教育", "财政")]
    number = (Role.DOC_NUMBER, "某发〔2026〕5号")
    doc = document(*lead, number, title, (Role.BODY, paragraph(3)), *organs, (Role.DATE, "2026年12月16日"))
    first, second = laid(doc, diameter=Mm(50)).pages
    assert [sum(line.role is Role.BODY for line in words(page)) for page in (first, second)] == [2, 1]
    assert Role.SIGNATURE in {line.role for line in words(second)}


@unhurried
@given(counts, diameters)
def test_every_seal_presses_its_own_name_and_the_last_one_the_date_too(count: int, diameter: Emu) -> None:
    pages = laid(joint(count), diameter=diameter)
    seals = sorted((seal for page in pages.pages for seal in page.seals), key=lambda seal: seal.organ)
    names: dict[int, list[Line]] = {}
    for line in of(pages, Role.SIGNATURE):
        names.setdefault(line.spans[0].block, []).append(line)
    (date,) = of(pages, Role.DATE)
    assert ["".join(line.text for line in name) for name in names.values()] == organs(count)
    for seal, name in zip(seals, names.values(), strict=True):
        assert all(abs(centre(seal) - centre(line)) < NEARLY for line in name)
        assert seal.y < name[0].top
        assert name[-1].bottom < seal.y + diameter
    assert abs(centre(seals[-1]) - centre(date)) < NEARLY
    assert date.bottom < seals[-1].y + diameter


@unhurried
@given(counts, diameters)
def test_seals_of_a_row_stand_at_one_height_and_rows_in_columns(count: int, diameter: Emu) -> None:
    pages = laid(joint(count), diameter=diameter)
    for page in pages.pages:
        rows: dict[int, list[int]] = {}
        for seal in page.seals:
            rows.setdefault(seal.y, []).append(seal.x)
        lefts = list(rows.values())
        for above, below in pairwise(lefts):
            assert len(above) >= len(below)
            for one, other in zip(above[-len(below) :], below, strict=True):
                assert abs(one - other) < NEARLY
        assert max(map(len, lefts), default=0) <= 3
        for row in lefts:
            assert row == sorted(row)


@pytest.mark.parametrize(("diameter", "gap"), [(42, 4), (45, 1), (50, 1)])
def test_three_seals_of_the_usual_sizes_stand_in_one_row(diameter: float, gap: float) -> None:
    organs = [(Role.SIGNATURE, f"某某市{name}局") for name in ("教育", "财政", "民政")]
    doc = document((Role.BODY, paragraph(2)), *organs, (Role.DATE, "2026年3月20日"))
    (page,) = laid(doc, diameter=Mm(diameter)).pages
    assert len({seal.y for seal in page.seals}) == 1
    for one, other in pairwise(page.seals):
        assert other.x - one.x - one.width >= Mm(gap) - NEARLY


@pytest.mark.parametrize("diameter", [42, 45])
def test_the_date_of_three_organs_stands_at_its_usual_place(diameter: float) -> None:
    organs = [(Role.SIGNATURE, f"某某市{name}局") for name in ("教育", "财政", "民政")]
    doc = document((Role.BODY, paragraph(2)), *organs, (Role.DATE, "2026年3月20日"))
    pages = laid(doc, diameter=Mm(diameter))
    (date,) = of(pages, Role.DATE)
    assert (RIGHT - date.x - date.width) / Mm(5.54) == pytest.approx(4, abs=0.05)


@unhurried
@given(counts, st.sampled_from([Seal.NONE, Seal.SIGNATURE]), st.booleans())
def test_without_seals_the_names_stand_one_below_the_other_in_order(count: int, seal: Seal, up: bool) -> None:
    pages = laid(joint(count, up=up), seal)
    names = of(pages, Role.SIGNATURE)
    assert [name.text for name in names] == organs(count)
    edges = {name.x if seal is Seal.NONE else name.x + name.width for name in names}
    assert max(edges) - min(edges) < NEARLY
    for page in pages.pages:
        own = [line for line in words(page) if line.role in (Role.SIGNATURE, Role.DATE)]
        for above, below in pairwise(own):
            assert above.bottom < below.top
        for above, below in pairwise(page.seals):
            assert above.y + above.height < below.y


@unhurried
@given(counts, st.booleans())
def test_the_names_of_the_mark_are_equally_wide_and_the_word_stands_beside_their_middle(count: int, up: bool) -> None:
    pages = laid(joint(count, up=up))
    *names, beside = [line for line in words(pages.pages[0]) if line.role is Role.ISSUER_MARK]
    assert beside.text == "文件"
    assert max(name.x for name in names) - min(name.x for name in names) < NEARLY
    assert max(name.width for name in names) - min(name.width for name in names) < NEARLY
    assert abs((names[0].top + names[-1].bottom) - (beside.top + beside.bottom)) < 2 * NEARLY
    assert names[0].x + names[0].width < beside.x
    assert abs(names[0].x + beside.x + beside.width - LEFT - RIGHT) < 4 * NEARLY
    assert abs(names[0].top - Mm(72)) < NEARLY
    for above, below in pairwise(names):
        assert above.bottom < below.top


@unhurried
@given(counts, st.booleans())
def test_page_1_shows_text_however_many_organs_there_are(count: int, up: bool) -> None:
    assert Role.BODY in {line.role for line in laid(joint(count, up=up)).pages[0].lines}


@unhurried
@given(counts)
def test_the_number_of_a_report_stands_on_the_line_of_the_last_signer(count: int) -> None:
    pages = laid(joint(count, up=True))
    (number,), signers = of(pages, Role.DOC_NUMBER), of(pages, Role.SIGNER)
    assert number.top == max(line.top for line in signers)
    assert len(signers) == -(-count // 2)
