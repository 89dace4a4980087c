"""What is drawn instead of written: word art is compared between docx files, pictures are said not to be."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from gwformat import api
from tests.drawings import png


def with_word_art(path: Path, words: str, *, picture: bool = False) -> Path:
    document = docx.Document()
    document.add_paragraph()._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape type="#_x0000_t136">'
            f'<v:textpath style="font-family:黑体" string="{words}"/></v:shape></w:pict></w:r>'
        )
    )
    document.add_paragraph("各区人民政府：")
    if picture:
        (path.parent / "图.png").write_bytes(png())
        document.add_picture(str(path.parent / "图.png"))
    document.save(str(path))
    return path


def test_word_art_that_says_something_else_is_a_difference(tmp_path: Path) -> None:
    approved = with_word_art(tmp_path / "定稿.docx", "某某市人民政府")
    assert api.compare_files(approved, approved).same
    (one,) = api.compare_files(approved, with_word_art(tmp_path / "清样.docx", "某某县人民政府")).differences
    assert (one.words, one.others, one.element) == ("市", "县", "艺术字")


def test_it_is_said_that_pictures_were_not_compared(tmp_path: Path) -> None:
    plain = with_word_art(tmp_path / "定稿.docx", "某某市人民政府")
    assert api.compare_files(plain, plain).notices == ()
    (notice,) = api.compare_files(plain, with_word_art(tmp_path / "图.docx", "某某市人民政府", picture=True)).notices
    assert "定稿 0 个，清样 1 个" in notice
