"""Where characters are followed by the very same."""

from gwformat.text.repeated import repeated


def test_what_is_typed_twice_is_found_where_it_begins() -> None:
    assert list(repeated("要研究研究再定，研究一下", 2)) == [1]
    assert list(repeated("落实防汛责任防汛责任。", 4)) == [2]


def test_other_characters_with_the_same_bytes_in_another_order_are_no_repetition() -> None:
    assert list(repeated("\u0101\u0100\u0101\u0001", 2)) == []
