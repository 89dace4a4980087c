"""Lines of a PDF as LibreOffice draws them: cell by cell, and what the font lacks after the rest."""

from __future__ import annotations

from benchmarks.drawn_lines import drawn_lines
from benchmarks.page_content import Glyph, Stroke

EM = 16 * 25.4 / 72  # 三号, in mm


def drawn(words: str, x: float, baseline: float, size: float = 16) -> list[Glyph]:
    """Words set from `x` on."""
    em = size * 25.4 / 72
    return [Glyph(char, x + place * em, baseline, em, size, "F", "000000") for place, char in enumerate(words)]


def test_words_behind_a_rule_or_far_away_are_of_another_cell() -> None:
    rule = Stroke(21 + 4 * EM, 40, 21 + 4 * EM, 60, 0.2, "000000")
    cells = drawn("甲乙丙丁", 20, 50) + drawn("戊己", 22.5 + 4 * EM, 50)
    assert drawn_lines(cells, [rule]) == [["甲乙丙丁", "戊己"]]
    assert drawn_lines(cells, []) == [["甲乙丙丁戊己"]]
    assert drawn_lines(drawn("甲", 20, 50) + drawn("乙", 60, 50), []) == [["甲", "乙"]]


def test_a_lowered_digit_belongs_to_its_line() -> None:
    glyphs = drawn("Ｈ", 20, 50) + drawn("2", 20 + EM, 51, 9) + drawn("Ｏ", 24 + EM, 50) + drawn("下行", 20, 60)
    assert drawn_lines(glyphs, []) == [["Ｈ2Ｏ"], ["下行"]]


def test_characters_of_another_font_that_are_drawn_last_stand_where_they_are_seen() -> None:
    assert drawn_lines(drawn("甲", 20, 50) + drawn("丙", 20 + 2 * EM, 50) + drawn("乙", 20 + EM, 50), []) == [
        ["甲乙丙"]
    ]
