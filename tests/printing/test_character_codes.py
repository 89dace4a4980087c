"""What a font's /ToUnicode says of its codes: by the standard UTF-16, in other programs the number of the character."""

from __future__ import annotations

import pytest
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from gwformat.pdf.fonts import PdfFont


def font(pairs: str) -> PdfFont:
    """A simple font with these lines between `beginbfchar` and `endbfchar`."""
    stream = DecodedStreamObject()
    stream.set_data(f"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar {pairs} endbfchar".encode())
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
    ],
)
def test_a_code_means_the_character_whichever_way_it_is_written(said: str, meant: str) -> None:
    assert [glyph.text for _, glyph in font(said).decode(b"\1")] == [meant]
