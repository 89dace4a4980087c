"""The widths of a text are those of its characters, in one list where a program can set them in one way only."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gwformat.check.geometry.advances import Advances
from gwformat.ooxml.effective import Font, RunLook

LOOK = RunLook(east_asia=Font("仿宋"))
TEXTS = st.text(alphabet="国庆，。“”（）…— 　0aＷ\t\n", max_size=20)


@pytest.mark.parametrize("squeezes", [True, False])
@given(text=TEXTS)
def test_a_text_is_as_wide_as_its_characters(squeezes: bool, text: str) -> None:
    advances = Advances(squeezes=squeezes)
    least, most = advances.all_of(text, LOOK)
    assert list(zip(least, most, strict=True)) == [advances.of(char, LOOK) for char in text]


def test_where_nothing_is_squeezed_there_is_one_width_for_each_mark() -> None:
    least, most = Advances(squeezes=False).all_of("国庆，庆。", LOOK)
    assert least is most
    least, most = Advances(squeezes=True).all_of("国庆，庆。", LOOK)
    assert [low < high for low, high in zip(least, most, strict=True)] == [False, False, True, False, True]
