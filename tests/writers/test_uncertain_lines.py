"""Which paragraphs have lines that nobody can vouch for after a mapping, and which only look so."""

from __future__ import annotations

import io

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from gwformat.fonts import load_system
from gwformat.fonts.advances import Advances
from gwformat.fonts.installed import InstalledFonts
from gwformat.ooxml.package import Package
from gwformat.writers.docx.mapping import Kept, map_fonts

WORDS = "The members of the WTO agreed on the IPv6 roadmap and on the next steps of the working group. " * 3
PARTY = f'<w:rFonts {nsdecls("w")} w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312"/>'

NO_SPACE = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'


def kept(properties: str = "", words: str = WORDS, around: str = "{}") -> Kept:
    """What becomes of the lines of one paragraph that goes from the party system to the government one."""
    document = docx.Document()
    paragraph = document.add_paragraph()
    runs = around.format(f"<w:r><w:rPr>{PARTY}</w:rPr><w:t>{words}</w:t></w:r>")
    whole = parse_xml(f"<w:p {nsdecls('w')}><w:pPr>{properties}{NO_SPACE}</w:pPr>{runs}</w:p>")
    paragraph._p.getparent().replace(paragraph._p, whole)
    for said in document.settings.element.iter(qn("w:characterSpacingControl")):
        said.set(qn("w:val"), "doNotCompress")
    data = io.BytesIO()
    document.save(data)
    package = Package.from_bytes(data.getvalue())
    found = map_fonts(package, load_system("government"), Advances(InstalledFonts(()))).kept
    assert found is not None
    return found


def numbered(hanging: int) -> str:
    """A list bullet of python-docx's template, with an indent of its own."""
    return f'<w:pStyle w:val="ListNumber"/><w:ind w:left="720" w:hanging="{hanging}"/>'


def reasons(found: Kept) -> list[str]:
    return [one.reason for one in found.uncertain]


def test_a_plain_paragraph_is_certain() -> None:
    assert reasons(kept()) == []


def test_a_number_in_a_wide_hanging_indent_leaves_the_lines_certain() -> None:
    assert reasons(kept(numbered(720))) == []


def test_a_number_that_may_reach_into_the_text_makes_them_uncertain() -> None:
    assert reasons(kept(numbered(100))) == ["自动编号的宽度由软件定"]


def test_a_content_control_in_the_line_makes_them_uncertain() -> None:
    control = "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    assert reasons(kept(around=control)) == ["行内有内容控件"]


def test_uncertain_paragraphs_are_named_one_by_one() -> None:
    (one,) = kept(numbered(100)).uncertain
    assert (one.part, one.paragraph) == ("word/document.xml", 1)
