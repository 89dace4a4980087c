"""Numbers of persons, told from other long numbers by their check digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gwformat.text.person import has_identity_shape, is_bank_card, is_identity_number


def test_an_identity_number_has_a_day_of_birth_and_a_check_digit() -> None:
    assert is_identity_number("110101199003070011")
    assert not is_identity_number("110101199003070012")
    assert not has_identity_shape("110101199013070011")
    assert not has_identity_shape("110101199002300011")


@given(st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(place: int, more: int) -> None:
    number = "110101199003070011"
    changed = str((int(number[place]) + more) % 10)
    assert not is_identity_number(number[:place] + changed + number[place + 1 :])


@pytest.mark.parametrize(
    ("number", "wanted"),
    [("6222020000000000000", True), ("6222020000000000009", False), ("0000000000000000", False), ("4111111", False)],
)
def test_a_bank_card_has_the_right_length_and_last_digit(number: str, wanted: bool) -> None:
    assert is_bank_card(number) is wanted
