"""The numbers of OFD's attributes: runs, limits, what is no number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gwformat.ofd.numbers import box, number, offsets, whole

runs = st.lists(st.tuples(st.integers(1, 6), st.floats(-20, 20, allow_subnormal=False)), max_size=8)


@given(runs, st.integers(0, 60))
def test_a_run_says_the_same_as_its_numbers(groups: list[tuple[int, float]], count: int) -> None:
    short = " ".join(f"g {times} {value}" for times, value in groups)
    long = " ".join(str(value) for times, value in groups for _ in range(times))
    assert offsets(short, count) == offsets(long, count)
    assert len(offsets(short, count)) == count


@given(st.text(max_size=12))
def test_what_is_no_number_within_reason_is_refused(text: str) -> None:
    try:
        value = number(text)
    except ValueError:
        return
    assert abs(value) <= 1e6


@pytest.mark.parametrize("text", ["", "-1", "1.0", "²", "9" * 11, "一"])
def test_what_is_no_whole_number_is_none(text: str) -> None:
    assert whole(text) is None


def test_a_box_has_four_numbers() -> None:
    assert box(" 0 0  210\n297 ") == (0, 0, 210, 297)
    with pytest.raises(ValueError, match="unpack"):
        box("0 0 210")
