"""The HTML report: pages with their lines at their places, marks at the findings, and links to and fro."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from gwformat import api
from gwformat.report.checked import as_html
from tests.build import make_docx, p
from tests.check.specimen import docx_of


def report(data: bytes, tmp_path: Path) -> str:
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    return as_html.report([api.check_file(path)])


def svgs(html: str) -> list[etree._Element]:
    return [etree.fromstring(svg) for svg in re.findall(r"<svg.*?</svg>", html, re.DOTALL)]


def test_a_page_shows_its_lines_where_they_stand(tmp_path: Path) -> None:
    first, *_ = svgs(report(docx_of("［文种］通告"), tmp_path))
    assert first.get("viewBox") == "0 0 210.01 297"
    mark, *_ = [text for text in first.iter("text") if text.text == "某某市人民政府文件"]
    assert mark.get("fill") == "#FF0000"
    assert next(line.get("stroke") for line in first.iter("line")) == "#FF0000"


def test_a_finding_and_its_mark_lead_to_each_other(tmp_path: Path) -> None:
    html = report(docx_of("［发文字号］某政发[2026]5号"), tmp_path)
    marks = [rect for svg in svgs(html) for rect in svg.iter("rect") if "mark" in rect.get("class", "")]
    links = [link.get("href") for svg in svgs(html) for link in svg.iter("a")]
    assert marks and links
    for rect in marks:
        if rect.get("id"):
            assert f'href="#{rect.get("id")}"' in html and f'id="r{rect.get("id")}"' in html
    assert all(link and f'id="{link[1:]}"' in html for link in links)


def test_a_line_that_may_break_elsewhere_is_grey_and_the_page_says_so(tmp_path: Path) -> None:
    """The space between Chinese and digits, which is not the same in all programs, decides where the line ends."""
    look = '<w:overflowPunct w:val="0"/><w:widowControl w:val="0"/><w:spacing w:line="579" w:lineRule="exact"/>'
    size = '<w:rFonts w:eastAsia="仿宋_GB2312" w:ascii="仿宋_GB2312" w:hAnsi="仿宋_GB2312"/><w:sz w:val="32"/>'
    long = "甲" * 20 + "2026年12月" + "乙" * 20
    html = report(make_docx(p(long, look, size) + p("短句", look, size)), tmp_path)
    lines = [text for svg in svgs(html) for text in svg.iter("text")]
    grey = [text.text or "" for text in lines if text.get("class") == "about"]
    assert "".join(grey) == long and len(grey) == 2
    assert [text.text for text in lines if text.get("class") is None] == ["短句"]
    assert "灰色的行" in html


def test_what_has_no_place_is_shown_as_text(tmp_path: Path) -> None:
    html = report(make_docx(p("甲乙丙")), tmp_path)
    assert not svgs(html)
    assert "原文" in html and "甲乙丙" in html


def test_words_of_the_file_are_never_markup(tmp_path: Path) -> None:
    html = report(docx_of("［标题］某某市人民政府关于<script>的通知"), tmp_path)
    assert "<script>的" not in html and "&lt;script&gt;" in html
