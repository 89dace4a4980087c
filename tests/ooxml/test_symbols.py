"""What a code of a font of signs looks like."""

from __future__ import annotations

import pytest

from gwformat.ooxml.symbols import to_unicode


@pytest.mark.parametrize(
    ("code", "font", "character"),
    [
        (0xF0A8, "Wingdings", "◻"),
        (0xA8, "Wingdings", "◻"),
        (0xF0FE, "Wingdings", "☑"),
        (0xF0B4, "Symbol", "×"),
        (0xF041, "Symbol", "Α"),  # the Greek letter
        (0xF031, "Symbol", "1"),
        (0xF0A8, "某某符号", "◻"),  # a private code of an unknown font is most likely one of Wingdings
        (0xF0B7, "", "•"),  # and the bullet, of Symbol
        (0x25CF, "某某符号", "●"),
    ],
)
def test_a_sign_is_the_character_that_looks_like_it(code: int, font: str, character: str) -> None:
    assert to_unicode(code, font) == character
