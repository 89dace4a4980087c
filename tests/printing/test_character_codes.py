"""What a font's /ToUnicode says of its codes: by the standard UTF-16, in other programs the number of the character."""

from __future__ import annotations

import pytest
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, NumberObject

from gwformat.pdf.fonts import PdfFont


def font(pairs: str, kind: str = "char") -> PdfFont:
    """A simple font with these lines between `beginbfchar` and `endbfchar`, or those of ranges."""
    stream = DecodedStreamObject()
    codes = "1 begincodespacerange <00> <FF> endcodespacerange"
    stream.set_data(f"{codes} 1 beginbf{kind} {pairs} endbf{kind}".encode())
    entries = {"/Type": "/Font", "/Subtype": "/TrueType", "/BaseFont": "/ABCDEF+Dots"}
    dictionary = DictionaryObject({NameObject(key): NameObject(value) for key, value in entries.items()})
    dictionary[NameObject("/ToUnicode")] = stream
    return PdfFont(dictionary)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("<01> <67D0>", "某"),
        ("<01> <67D0 5E02>", "某市"),
        ("<01> <D842DFB7>", "\U00020bb7"),
        ("<01> <20BB7>", "\U00020bb7"),
        ("<01> <41>", "A"),
        ("<01> <FFFFFFF>", "\ufffd"),
        ("<01> <0D801>", "\ufffd"),  # half a pair of UTF-16
    ],
)
def test_a_code_means_the_character_whichever_way_it_is_written(said: str, meant: str) -> None:
    assert [glyph.text for _, glyph in font(said).decode(b"\1")] == [meant]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("<01> <03> <67D0>", "某\u67d1\u67d2"),
        ("<01> <02> [<67D0> <5E02>] <03> <03> <0041>", "某市A"),
        ("<00> <FFFF> <D7FE>", "\ud7ff\ufffd\ufffd"),
    ],
)
def test_codes_of_a_range_mean_one_character_after_the_other(said: str, meant: str) -> None:
    assert "".join(glyph.text for _, glyph in font(said, "range").decode(b"\1\2\3")) == meant


def test_ranges_said_over_and_over_are_not_gone_through_for_ever() -> None:
    assert [glyph.text for _, glyph in font("<0000> <FFFF> <0000> " * 20_000, "range").decode(b"A")] == ["A"]


def test_widths_said_over_and_over_are_not_gone_through_for_ever() -> None:
    said = ArrayObject([NumberObject(number) for number in (0, 65535, 250)] * 20_000)
    inner = DictionaryObject({NameObject("/W"): said})
    composite = {NameObject("/Subtype"): NameObject("/Type0"), NameObject("/DescendantFonts"): ArrayObject([inner])}
    ((_, glyph),) = PdfFont(DictionaryObject(composite)).decode(b"\0A")
    assert glyph.width == 0.25
