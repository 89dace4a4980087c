"""Which typeface of the standard a font is a face of, by its name."""

from __future__ import annotations

import pytest

from gwformat.fonts.styles import style_like, style_of
from gwformat.profiles.schema import Slot

_LIKE = [("微软雅黑", Slot.HEITI), ("方正粗宋", Slot.SONGTI), ("STSong", Slot.SONGTI)]


@pytest.mark.parametrize(
    ("name", "slot"),
    [
        ("仿宋_GB2312", Slot.FANGSONG),
        ("方正小标宋_GBK", Slot.XIAOBIAOSONG),
        ("FZXBSJW--GB1-0", Slot.XIAOBIAOSONG),
        ("FZKTK--GBK1-0", Slot.KAITI),
        ("FZHTJW--GB1-0", Slot.HEITI),
        ("FZSSK--GBK1-0", Slot.SONGTI),
        ("STSong", Slot.SONGTI),
        ("@SIMHEI", Slot.HEITI),
        ("某某楷体", Slot.KAITI),
    ],
)
def test_a_font_is_known_by_its_name_or_a_part_of_it(name: str, slot: Slot) -> None:
    assert style_of(name) is slot


@pytest.mark.parametrize(("name", "slot"), _LIKE)
def test_a_font_may_be_like_a_typeface_without_being_one(name: str, slot: Slot) -> None:
    assert style_like(name) is slot


def test_a_name_that_says_nothing_is_no_face_of_any() -> None:
    assert style_of("微软雅黑") is None
    assert style_like("Calibri") is None
