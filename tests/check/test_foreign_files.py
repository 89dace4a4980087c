"""A conformant document as other programs would have written it comes in; what is said of it is true of the page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gwformat import api
from gwformat.findings import Finding, Severity
from gwformat.ooxml.effective import DrawnLine, formatting_of
from gwformat.ooxml.package import Package
from gwformat.units import Emu, Mm, Pt
from tests.build import make_docx, p, parts_of, zip_parts
from tests.check.specimen import docx_of

_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_SPACES = f'xmlns:wps="{_WPS}" xmlns:wpg="{_WPG}" xmlns:wp="{_WP}" xmlns:a="{_A}"'


def rewritten(specimen: str, parts: str, pattern: str | re.Pattern[str], words: str) -> bytes:
    """The docx of a specimen with something else in the parts whose names match."""
    found = parts_of(docx_of(specimen))
    for name, data in found.items():
        if re.search(parts, name):
            found[name] = re.sub(pattern, lambda _: words, data.decode("utf-8"), count=1).encode("utf-8")
    return zip_parts(found)


def said(data: bytes, folder: Path) -> tuple[Finding, ...]:
    path = folder / "文件.docx"
    path.write_bytes(data)
    return api.check_file(path).findings


def box(align: str, inside: str, wrap: str = "none") -> str:
    """A paragraph with a floating text box, as WPS writes it around page numbers."""
    return (
        f'<w:p><w:r><w:drawing {_SPACES}><wp:anchor><wp:positionH relativeFrom="margin"><wp:align>{align}</wp:align>'
        '</wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        '<wp:extent cx="1828800" cy="1828800"/><wp:docPr id="9" name="文本框 9"/><a:graphic><a:graphicData uri="'
        f'{_WPS}"><wps:wsp><wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx>'
        f'<wps:bodyPr wrap="{wrap}"/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>'
    )


_FOOTERS = r"gw-footer-\w+\.xml"
_NUMBER = (
    '<w:p><w:pPr><w:pStyle w:val="gw-page-number"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>'
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    '<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p>'
)


@pytest.mark.parametrize(("align", "wrong"), [("outside", 0), ("center", 2), ("left", 1), ("right", 1), ("inside", 2)])
def test_a_page_number_in_a_text_box_stands_where_the_box_stands(align: str, wrong: int, tmp_path: Path) -> None:
    data = rewritten("", _FOOTERS, r"<w:p[ >].*</w:p>", box(align, _NUMBER))
    found = said(data, tmp_path)
    assert sum(len(finding.places or (1,)) for finding in found if finding.code == "L293") == wrong
    assert {finding.severity for finding in found if finding.code == "L296"} == {Severity.UNVERIFIED}


def test_a_box_aligned_to_the_outside_needs_no_footer_of_its_own_for_even_pages(tmp_path: Path) -> None:
    alike = "［页面 奇偶页不同］无"
    footer = rewritten(alike, _FOOTERS, r"<w:p[ >].*</w:p>", box("outside", _NUMBER))
    assert "L294" not in {finding.code for finding in said(footer, tmp_path)}
    assert "L294" in {finding.code for finding in said(docx_of(alike), tmp_path)}


_PICTURE = (
    f'<w:p><w:pPr><w:jc w:val="center"/><w:spacing w:line="240" w:lineRule="auto" w:after="120"/></w:pPr><w:r>'
    f'<w:drawing {_SPACES}><wp:inline><wp:extent cx="3600000" cy="1800000"/><wp:docPr id="8" name="图 1"/><a:graphic>'
    f'<a:graphicData uri="{_WPS}"><wps:wsp><wps:spPr><a:prstGeom prst="ellipse"/></wps:spPr><wps:bodyPr/></wps:wsp>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)
_CONTENTS = (
    '<w:p><w:pPr><w:pStyle w:val="TOC1"/><w:spacing w:line="240" w:lineRule="auto"/></w:pPr>'
    "<w:r><w:t>总体要求</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>1</w:t></w:r></w:p>"
)
_TOC = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style></w:styles>'
_LAST_OF_TEXT = re.compile(r'(?=<w:p(?: [^>]*)?><w:pPr><w:pStyle w:val="gw-signature"/>)')


def test_a_picture_or_a_line_of_contents_is_no_paragraph_of_text(tmp_path: Path) -> None:
    before = {(finding.code, finding.message) for finding in said(docx_of(""), tmp_path)}
    for planted in (_PICTURE, _CONTENTS):
        data = rewritten("", r"word/document\.xml", _LAST_OF_TEXT, planted)
        new = {(f.code, f.message) for f in said(styled(data), tmp_path)} - before
        assert not {code for code, _ in new} & {"L206", "L207", "L208", "L209", "L210", "L212", "L213"}


def styled(data: bytes) -> bytes:
    """The docx with the style of the first lines of contents."""
    parts = parts_of(data)
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b"</w:styles>", _TOC.encode())
    return zip_parts(parts)


def line(y: int, weight: int) -> str:
    return (
        f'<wps:wsp><wps:spPr><a:xfrm><a:off x="2000" y="{y}"/><a:ext cx="9638" cy="0"/></a:xfrm>'
        '<a:prstGeom prst="line"/>'
        f'<a:ln w="{weight}"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:ln></wps:spPr></wps:wsp>'
    )


def strokes_of(lines: str) -> tuple[DrawnLine, ...]:
    """The lines seen where a group of them is drawn, whose units are twips."""
    group = (
        f"<w:p><w:r><w:drawing {_SPACES}><wp:anchor>"
        '<wp:positionH relativeFrom="page"><wp:posOffset>720000</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="page"><wp:posOffset>360000</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="6120130" cy="9000000"/><a:graphic><a:graphicData uri="{_WPG}"><wpg:wgp><wpg:grpSpPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="6120130" cy="6350000"/>'
        '<a:chOff x="2000" y="1000"/><a:chExt cx="9638" cy="10000"/>'
        f"</a:xfrm></wpg:grpSpPr>{lines}</wpg:wgp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>"
    )
    data = rewritten("", r"word/document\.xml", "<w:body>", f"<w:body>{group}")
    return tuple(s for s in formatting_of(Package.from_bytes(data)).strokes if s.kind == "drawing" and s.paragraph == 1)


def test_two_lines_of_a_group_under_each_other_are_one_double_line_where_the_group_has_them() -> None:
    (found,) = strokes_of(line(2000, 31750) + line(2100, 12700))
    assert found.width is not None and found.width.mm == pytest.approx(170, abs=0.1)
    assert (found.compound, found.weight) == ("thickThin", Emu(63500 + Pt(1.75)))
    assert (found.x, found.y) == (Mm(20), Emu(Mm(10) + 635_000 + 63_500 // 2))


def test_lines_of_a_group_far_apart_stay_two() -> None:
    upper, lower = strokes_of(line(2000, 31750) + line(9000, 31750))
    assert (upper.compound, lower.compound) == ("single", "single")
    assert upper.y is not None and lower.y is not None and lower.y - upper.y == 7000 * 635


def test_names_of_theme_fonts_are_no_fonts(tmp_path: Path) -> None:
    themed = '<w:rFonts w:ascii="Times New Roman" w:cstheme="minorBidi"/>'
    data = rewritten("", r"word/styles\.xml", r"<w:rFonts [^>]*/>", themed)
    assert not [finding for finding in said(data, tmp_path) if "minorBidi" in finding.message]


def test_the_name_of_an_issued_document_is_told_as_it_is_written(tmp_path: Path) -> None:
    specimen = (
        "［标题］某某市人民政府关于印发《某某市防汛办法（试行）》的通知\n［附件说明］附件：某某市防汛办法（试行）"
    )
    (found,) = [finding for finding in said(docx_of(specimen), tmp_path) if finding.code == "E159"]
    assert "“某某市防汛办法（试行）”" in found.message


def test_what_floats_beside_an_annotation_does_not_hide_its_brackets(tmp_path: Path) -> None:
    words = "(此件公开发布)</w:t></w:r>"
    floating = box("center", "<w:p/>").removeprefix("<w:p>").removesuffix("</w:p>")
    data = rewritten("［附注］(此件公开发布)", r"word/document\.xml", re.escape(words), words + floating)
    (found,) = [finding for finding in said(data, tmp_path) if finding.code == "E171"]
    assert found.words == "(此件公开发布)"


def test_a_signature_beside_its_date_is_told(tmp_path: Path) -> None:
    lines = ("某某市水务局关于做好2026年防汛工作的通知", "各区水务局：", "请落实防汛责任。")
    data = make_docx("".join(map(p, (*lines, "某某市水务局　2026年3月16日"))))
    assert [finding.message for finding in said(data, tmp_path) if finding.code == "L262"] == [
        "署名与成文日期同在一行，署名应在成文日期之上"
    ]
