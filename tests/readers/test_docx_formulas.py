"""Formulas of Office MathML: their words on one line, and a size that grows as their structure does."""

from __future__ import annotations

import pytest
from lxml import etree

from gwformat.model import Formula
from gwformat.readers.docx.formulas import formula_of
from tests.build import PREFIXES

A, B = "<m:r><m:t>a</m:t></m:r>", "<m:r><m:t>b+1</m:t></m:r>"
FRACTION = f"<m:f><m:num>{A}</m:num><m:den>{B}</m:den></m:f>"
MATRIX = f"<m:m><m:mr><m:e>{A}</m:e><m:e>{B}</m:e></m:mr><m:mr><m:e>{B}</m:e><m:e>{A}</m:e></m:mr></m:m>"


def formula(inside: str, tag: str = "oMath") -> Formula:
    return formula_of(
        etree.fromstring(f'<m:{tag} xmlns:m="{PREFIXES["m"]}" xmlns:w="{PREFIXES["w"]}">{inside}</m:{tag}>')
    )


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        (A + B, "ab+1"),
        (FRACTION, "a/(b+1)"),
        (f"<m:sSup><m:e>{A}</m:e><m:sup>{B}</m:sup></m:sSup>", "a^(b+1)"),
        (f"<m:sSubSup><m:e>{A}</m:e><m:sub>{A}</m:sub><m:sup>{B}</m:sup></m:sSubSup>", "a_a^(b+1)"),
        (f"<m:rad><m:deg/><m:e>{B}</m:e></m:rad>", "√(b+1)"),
        (f"<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr><m:sub>{A}</m:sub><m:sup/><m:e>{B}</m:e></m:nary>", "∑_ab+1"),
        (
            f"<m:d><m:dPr><m:begChr m:val='['/><m:endChr m:val=']'/></m:dPr><m:e>{A}</m:e><m:e>{B}</m:e></m:d>",
            "[a|b+1]",
        ),
        (f"<m:d><m:e>{MATRIX}</m:e></m:d>", "(a b+1; b+1 a)"),
        (f"<m:func><m:fName>{A}</m:fName><m:e>{B}</m:e></m:func>", "a b+1"),
        (f"<m:limLow><m:e>{A}</m:e><m:lim>{B}</m:lim></m:limLow>", "a_(b+1)"),
        (f"<m:phant><m:phantPr><m:show m:val='0'/></m:phantPr><m:e>{A}</m:e></m:phant>", ""),
    ],
)
def test_the_words_of_a_formula_stand_on_one_line(inside: str, words: str) -> None:
    assert formula(inside).text == words


def test_a_row_is_no_higher_than_its_letters() -> None:
    row = formula(A + B)
    assert row.above + row.below < 1
    assert row.width == pytest.approx(formula(A).width + formula(B).width)


def test_a_fraction_is_as_high_as_both_its_parts_and_as_wide_as_the_wider() -> None:
    fraction, row = formula(FRACTION), formula(B)
    assert fraction.above + fraction.below > 2 * (row.above + row.below)
    assert row.width < fraction.width < row.width + 0.5


def test_a_fraction_in_a_fraction_and_a_matrix_are_higher_still() -> None:
    once = formula(FRACTION)
    twice = formula(f"<m:f><m:num>{FRACTION}</m:num><m:den>{A}</m:den></m:f>")
    assert twice.above > once.above
    assert formula(MATRIX).above + formula(MATRIX).below > 1.8


def test_formulas_of_one_paragraph_stand_below_each_other() -> None:
    one = formula(f"<m:oMath>{A}</m:oMath>", "oMathPara")
    two = formula(f"<m:oMath>{A}</m:oMath><m:oMath>{B}</m:oMath>", "oMathPara")
    assert two.above + two.below > 2 * (one.above + one.below)
