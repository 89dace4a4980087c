"""Headers and footers of a draft: words keep out of the text area; what has no known height makes pages estimates."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat.api import FormatOptions, lay_out_file
from gwformat.layout import Pages
from tests.build import make_docx, p

SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rel-header1"/>'
    '<w:footerReference w:type="default" r:id="rel-footer1"/></w:sectPr>'
)
TABLE = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{p('某某局')}</w:tc></w:tr></w:tbl>"
SHAPE = '<w:p><w:r><w:drawing><wp:{}><wp:extent cx="360000" cy="360000"/>{}</wp:{}></w:drawing></w:r></w:p>'


def laid(folder: Path, header: str, footer: str) -> Pages:
    body = "".join(p(f"第{number}项工作已经完成。") for number in range(1, 31)) + SECTION
    path = folder / "草稿.docx"
    path.write_bytes(make_docx(body, {"word/header1.xml": header, "word/footer1.xml": footer}))
    return lay_out_file(path, FormatOptions()).pages


@pytest.mark.parametrize(
    ("header", "footer"),
    [
        (p("某某局"), p("内部资料") + p("第 1 页")),
        (p("一") + p("二") + p("三") + p("四"), p("一") + p("二") + p("三") + p("四")),
        (p(), p()),
        (SHAPE.format("anchor", "<wp:wrapNone/>", "anchor"), p("- 1 -")),
    ],
)
def test_words_beside_the_text_area_move_nothing(tmp_path, header, footer):
    pages = laid(tmp_path, header, footer)
    assert pages.estimated_from is None
    assert [sum(bool(line.spans) for line in page.lines) for page in pages.pages] == [22, 8]


@pytest.mark.parametrize(
    ("header", "footer"),
    [
        (TABLE + p(), p("- 1 -")),
        (p(), p() + TABLE),
        (SHAPE.format("inline", "", "inline"), p()),
        (p("字" * 49 * 5), p()),
        (p(), p("字" * 49 * 5)),
    ],
)
def test_what_may_reach_into_the_text_area_makes_the_pages_estimates(tmp_path, header, footer):
    assert laid(tmp_path, header, footer).estimated_from == 1
