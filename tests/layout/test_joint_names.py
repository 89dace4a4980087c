"""联合行文 of organs with names of any length: nothing overlaps, all is in order and aligned (7.2.4–7.2.6, 7.3.5)."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gwformat.layout import shape_lines
from gwformat.layout.boxes import Line, Pages
from gwformat.model import Role, Seal
from gwformat.setting.setting import setting_of
from gwformat.units import Mm
from tests.layout.papers import centre, general, government, jointly, laid, of, words

LEFT, RIGHT, NEARLY = Mm(28), Mm(184), Mm(0.1)
SETTING = setting_of(general(), government(), None, Seal.ROUND)
ZI = SETTING.columns(SETTING.spec(Role.DATE), 1)
lengths = st.lists(st.integers(2, 30), min_size=2, max_size=9)
one_long = st.tuples(st.lists(st.integers(2, 8), min_size=1, max_size=8), st.integers(15, 30), st.integers(0, 8)).map(
    lambda drawn: [*drawn[0][: drawn[2]], drawn[1], *drawn[0][drawn[2] :]]
)
any_lengths = lengths | one_long
texts = st.integers(2, 45)  # lines
many = settings(max_examples=60)


def names(given_lengths: list[int]) -> list[str]:
    """A name of each length, no two alike."""
    return ["甲乙丙丁戊己庚辛壬"[number] + "某" * (length - 2) + "局" for number, length in enumerate(given_lengths)]


def signed(pages: Pages) -> list[list[Line]]:
    """The lines of every 署名."""
    found: dict[int, list[Line]] = {}
    for line in of(pages, Role.SIGNATURE):
        found.setdefault(line.spans[0].block, []).append(line)
    return list(found.values())


def told(pages: Pages, words: str) -> bool:
    return any(words in notice for notice in pages.notices)


@pytest.mark.parametrize("seal", Seal)
@many
@given(any_lengths, st.booleans(), texts)
def test_every_name_stands_whole_in_order_and_no_two_lines_meet(
    seal: Seal, drawn: list[int], up: bool, lines: int
) -> None:
    pages = laid(jointly(names(drawn), up=up, lines=lines), seal)
    assert ["".join(line.text for line in name) for name in signed(pages)] == names(drawn)
    for page in pages.pages:
        own = [line for line in words(page) if line.role in (Role.SIGNATURE, Role.DATE)]
        for line in own:
            assert line.x >= LEFT - NEARLY
            assert line.x + line.width <= RIGHT + NEARLY
        for one, other in combinations(own, 2):
            level = one.top < other.bottom - NEARLY and other.top < one.bottom - NEARLY
            assert not level or one.x + one.width < other.x or other.x + other.width < one.x


@many
@given(any_lengths, st.booleans(), texts)
def test_each_seal_presses_the_middle_of_its_own_name_and_touches_no_other(
    drawn: list[int], up: bool, lines: int
) -> None:
    pages = laid(jointly(names(drawn), up=up, lines=lines))
    seals = sorted((seal for page in pages.pages for seal in page.seals), key=lambda seal: seal.organ)
    for seal, name in zip(seals, signed(pages), strict=True):
        assert all(abs(centre(seal) - centre(line)) < NEARLY for line in name)
        assert seal.y < name[0].top
        assert name[-1].bottom < seal.y + seal.height
        assert LEFT - NEARLY <= seal.x <= RIGHT - seal.width + NEARLY
        assert seal.y + seal.height <= Mm(262.3) or told(pages, "印章下端超出版心")
    for page in pages.pages:
        for one, other in combinations(page.seals, 2):
            assert ((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5 > one.width


@many
@given(any_lengths, st.booleans(), texts)
def test_without_seals_all_names_begin_at_one_place_and_the_date_two_characters_right_of_it(
    drawn: list[int], up: bool, lines: int
) -> None:
    pages = laid(jointly(names(drawn), up=up, lines=lines), Seal.NONE)
    (date,) = of(pages, Role.DATE)
    firsts = [name[0] for name in signed(pages)]
    assert max(line.x for line in firsts) - min(line.x for line in firsts) < NEARLY
    assert abs(date.x - firsts[0].x - 2 * ZI) < NEARLY
    longest = max(firsts, key=lambda line: line.width)
    longer = longest if longest.width >= date.width - NEARLY else date
    if max(drawn) <= 26:  # what is longer leaves no two characters free
        assert abs(longer.x + longer.width - RIGHT + 2 * ZI) < NEARLY


@many
@given(any_lengths, st.booleans(), texts)
def test_each_stamp_stands_beside_the_middle_of_its_own_post_and_touches_no_other(
    drawn: list[int], up: bool, lines: int
) -> None:
    posts = [f"{name}局长" for name in names(drawn)]
    pages = laid(jointly(names(drawn), signed=posts, up=up, lines=lines), Seal.SIGNATURE)
    stamps = [seal for page in pages.pages for seal in page.seals]
    assert [stamp.organ for stamp in stamps] == list(range(len(posts)))
    for stamp, post in zip(stamps, signed(pages), strict=True):
        assert abs(stamp.x + stamp.width - RIGHT + 4 * ZI) < NEARLY
        assert all(abs(stamp.x - 2 * ZI - line.x - line.width) < NEARLY for line in post)
        assert abs(2 * stamp.y + stamp.height - post[0].top - post[-1].bottom) < NEARLY
    for page in pages.pages:
        for above, below in pairwise(page.seals):
            assert above.y + above.height < below.y
    (date,) = of(pages, Role.DATE)
    assert abs(date.x + date.width - RIGHT + 4 * ZI) < NEARLY


@many
@given(any_lengths, st.booleans())
def test_the_names_of_the_mark_are_equally_wide_within_the_type_area_and_leave_room_for_text(
    drawn: list[int], up: bool
) -> None:
    (page, *_) = laid(jointly(names(drawn), up=up)).pages
    *marks, beside = [line for line in words(page) if line.role is Role.ISSUER_MARK]
    assert [line.text for line in marks] == names(drawn)
    for line in marks:
        assert abs(line.x - marks[0].x) < NEARLY
        assert abs(line.width - marks[0].width) < NEARLY
    for above, below in pairwise(marks):
        assert above.bottom < below.top
    assert marks[0].x >= LEFT - NEARLY
    assert marks[0].x + marks[0].width < beside.x
    assert beside.x + beside.width <= RIGHT + NEARLY
    assert Role.BODY in {line.role for line in words(page)}


@many
@given(st.lists(st.integers(2, 6), min_size=2, max_size=9))
def test_signers_stand_two_a_line_whole_and_below_each_other(drawn: list[int]) -> None:
    people = ["张王李赵钱孙周吴郑"[number] + "某" * (length - 1) for number, length in enumerate(drawn)]
    pages = laid(shape_lines(jointly(names(drawn), signers=people, up=True), SETTING))
    first, *others = of(pages, Role.SIGNER)
    label = 4 * ZI
    assert [line.text.removeprefix("签发人：").split() for line in (first, *others)] == [
        people[number : number + 2] for number in range(0, len(people), 2)
    ]
    assert all(abs(line.x - first.x - label) < NEARLY for line in others)
    assert abs(max(line.x + line.width for line in (first, *others)) - RIGHT + ZI) < NEARLY
