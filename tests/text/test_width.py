import pytest
from hypothesis import given
from hypothesis import strategies as st

from gwformat.model import OBJECT
from gwformat.text.width import advance, is_wide


@pytest.mark.parametrize("char", list("国，〔〕（）“”‘’—…·×℃①〇　㎡★☐☑✓"))
def test_a_chinese_font_sets_it_full_width(char: str) -> None:
    assert is_wide(char)


@pytest.mark.parametrize("char", list("a1(,. éà-αЯ€•"))
def test_a_western_font_sets_it_narrow(char: str) -> None:
    assert not is_wide(char)


def test_latin_counts_half() -> None:
    assert advance("2024年") == 3.0
    assert advance("é") == advance("W") == 0.5


def test_objects_and_invisible_characters_take_no_room() -> None:
    assert advance(f"{OBJECT}\u200b\u00ad\n") == 0.0


@given(st.text(), st.text())
def test_widths_add_up(left: str, right: str) -> None:
    assert advance(left + right) == pytest.approx(advance(left) + advance(right))
