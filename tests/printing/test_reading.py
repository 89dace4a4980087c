"""What is read of a PDF is what its fonts are called, not how their codes are spelled."""

from __future__ import annotations

import io

from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject

from gwformat.pdf import read_pdf
from tests.printing.specimens import notice


def faces(data: bytes) -> set[str]:
    return {words.face.name for page in read_pdf(data).pages for words in page.visible}


def test_the_map_of_codes_is_no_part_of_a_font_s_name() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(notice(1))))
    renamed = 0
    for font in writer.pages[0]["/Resources"]["/Font"].values():
        font.get_object()[NameObject("/BaseFont")] = NameObject(f"{font['/BaseFont']}-Identity-H")
        renamed += 1
    target = io.BytesIO()
    writer.write(target)
    assert renamed
    assert faces(target.getvalue()) == faces(notice(1))
