"""Headers and footers of a draft: words keep out of the text area; what has no known height makes pages estimates."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat.api import FormatOptions, lay_out_file
from gwformat.drawing import draw
from gwformat.layout import Pages
from gwformat.units import Mm
from tests.build import make_docx, p

SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rel-header1"/>'
    '<w:footerReference w:type="default" r:id="rel-footer1"/></w:sectPr>'
)
TABLE = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{p('某某局')}</w:tc></w:tr></w:tbl>"
SHAPE = '<w:p><w:r><w:drawing><wp:{}><wp:extent cx="360000" cy="360000"/>{}</wp:{}></w:drawing></w:r></w:p>'


BODY = "".join(p(f"第{number}项工作已经完成。") for number in range(1, 31))


def laid(folder: Path, header: str, footer: str) -> Pages:
    return lay_out_file(draft(folder, BODY + SECTION, header=header, footer=footer), FormatOptions()).pages


def draft(folder: Path, body: str, **stories: str) -> Path:
    path = folder / "草稿.docx"
    path.write_bytes(make_docx(body, {f"word/{kind}1.xml": words for kind, words in stories.items()}))
    return path


def margins(pages: Pages) -> list[list[str]]:
    return [[line.text for line in page.lines if line.margin] for page in pages.pages]


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


def test_words_of_headers_and_footers_are_drawn_on_every_page_without_their_old_numbers(tmp_path):
    pages = laid(tmp_path, p("某某市某某局"), p("内部资料") + p("第 1 页"))
    assert margins(pages) == [["某某市某某局", "内部资料", "— 1 —"], ["某某市某某局", "内部资料", "— 2 —"]]


def test_a_header_begins_where_word_has_it_and_a_footer_below_the_page_number(tmp_path):
    header, footer, number = (line for line in laid(tmp_path, p("某某局"), p("资料")).pages[0].lines if line.margin)
    assert header.top - Mm(15) < Mm(1)
    assert number.bottom <= footer.top < number.bottom + Mm(1)


def test_after_one_tab_words_stand_in_the_middle_and_after_two_at_the_right_edge(tmp_path):
    header = "<w:p><w:r><w:t>左</w:t><w:tab/><w:t>中间</w:t><w:tab/><w:t>右边</w:t></w:r></w:p>"
    (line, *_) = (line for line in laid(tmp_path, header, p()).pages[0].lines if line.margin)
    left, middle, right = line.glyphs
    assert left.x == Mm(28).twips * 635
    assert abs(middle.x + middle.width // 2 - Mm(106)) < Mm(0.1)
    assert abs(right.x + right.width - Mm(184)) < Mm(0.1)


def test_a_formula_after_a_tab_is_told_like_one_before_it(tmp_path):
    formula = "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"
    header = "<w:p>{}<w:r><w:t>左</w:t><w:tab/></w:r>{}</w:p>"
    counts = [laid(tmp_path, header.format(*where), p()).pages[0].formulas for where in ((formula, ""), ("", formula))]
    assert counts == [1, 1]


def test_first_and_even_pages_have_their_own_where_the_draft_says_so(tmp_path):
    said = {"default": "header1", "first": "header2", "even": "header3"}
    names = "".join(f'<w:headerReference w:type="{kind}" r:id="rel-{part}"/>' for kind, part in said.items())
    parts = {"word/header1.xml": p("奇"), "word/header2.xml": p("首"), "word/header3.xml": p("偶")}
    parts["word/settings.xml"] = "<w:evenAndOddHeaders/>"
    path = tmp_path / "草稿.docx"
    path.write_bytes(make_docx(BODY * 2 + f"<w:sectPr>{names}<w:titlePg/></w:sectPr>", parts))
    pages = lay_out_file(path, FormatOptions()).pages
    assert [words[0] for words in margins(pages)] == ["首", "偶", "奇"]


def test_a_high_header_pushes_the_text_down(tmp_path):
    rows = "".join(f"<w:tr><w:tc>{p(f'第{number}行')}</w:tc></w:tr>" for number in range(12))
    page = laid(tmp_path, f"<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>" + p(), p()).pages[0]
    head = max(line.bottom for line in page.lines if line.text == "第11行")
    assert head < min(line.top for line in page.lines if line.spans)


@pytest.mark.parametrize(("kind", "pushed"), [("first", 1), ("even", 2), ("default", 3)])
@pytest.mark.parametrize("part", ["header", "footer"])
def test_a_high_header_or_footer_pushes_the_text_of_its_own_pages_only(tmp_path, part, kind, pushed):
    said = {one: f"{part}{number}" for number, one in enumerate(("first", "even", "default"), 1)}
    names = "".join(f'<w:{part}Reference w:type="{one}" r:id="rel-{name}"/>' for one, name in said.items())
    parts = {f"word/{name}.xml": p("行") * (10 if one == kind else 1) for one, name in said.items()}
    parts["word/settings.xml"] = "<w:evenAndOddHeaders/>"
    path = tmp_path / "草稿.docx"
    path.write_bytes(make_docx(BODY * 3 + f"<w:sectPr>{names}<w:titlePg/></w:sectPr>", parts))
    pages = lay_out_file(path, FormatOptions()).pages
    counts = [sum(bool(line.spans) for line in page.lines) for page in pages.pages[:3]]
    assert [number for number, count in enumerate(counts, 1) if count < 21] == [pushed]
    for page in pages.pages[:3]:
        beside = [line for line in page.lines if line.margin and line.text == "行"]
        words = [line for line in page.lines if line.spans]
        if part == "header":
            assert max(line.bottom for line in beside) <= words[0].top
        else:
            assert min(line.top for line in beside) >= words[-1].bottom


def test_a_picture_without_a_size_is_told_of(tmp_path):
    picture = "<w:p><w:r><w:t>标</w:t></w:r><w:r><w:drawing><wp:inline/></w:drawing></w:r></w:p>"
    result = lay_out_file(draft(tmp_path, BODY + SECTION, header=picture, footer=p("资料")), FormatOptions())
    drawing = draw(result.pages, result.setting, "txt")
    assert drawing.notices == ("2 个对象没有画出（第 1、2 页），它们的位置或大小不明；docx 成品中原样保留",)
