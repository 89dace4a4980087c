"""Page numbers of the draft are Roman; they give way to those of the standard, and nothing else may go with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat import api
from gwformat.ledger.entries import ObjectKind
from tests.build import make_docx


def formatted(footer: str, folder: Path) -> api.FormatResult:
    source = folder / "草稿.docx"
    body = '<w:p><w:r><w:t>某某市某某局关于防汛的通知</w:t></w:r></w:p><w:sectPr><w:footerReference w:type="default" '
    source.write_bytes(make_docx(f'{body}r:id="rel-footer1"/></w:sectPr>', {"word/footer1.xml": footer}))
    return api.format_file(source, folder / "成品.docx")


@pytest.mark.parametrize("number", ["IV", "xii", "Ⅳ"])
def test_a_roman_page_number_gives_way(number: str, tmp_path: Path) -> None:
    field = f'<w:fldSimple w:instr=" PAGE \\* ROMAN "><w:r><w:t>{number}</w:t></w:r></w:fldSimple>'
    result = formatted(f"<w:p>{field}</w:p>", tmp_path)
    assert result.output.is_file()


def test_letters_without_a_field_are_words_and_stay(tmp_path: Path) -> None:
    result = formatted("<w:p><w:r><w:t>IV</w:t></w:r></w:p>", tmp_path)
    (row,) = [row for row in result.ledger.objects if row.kind is ObjectKind.STORY]
    assert (row.source, row.dropped) == (1, 0)
    assert row.result == 2  # on odd and on even pages
