"""A setting comes in; header and footers of a section whose first page has a text area of its own go out (10.1).

A section has one pair of margins. Those of the first page are the wider text area; on the pages after it headers and
footers that are higher than the margins keep the text where it belongs, in Word, WPS and LibreOffice alike.
"""

from __future__ import annotations

from gwformat.layout.sheet import first_footer
from gwformat.setting.paragraph import Indents
from gwformat.setting.red_line import bordered
from gwformat.setting.sections import THIN
from gwformat.setting.setting import Setting
from gwformat.units import Emu, Mm
from gwformat.writers.docx.head import red_line
from gwformat.writers.docx.oxml import Element, el, in_order, put, thin_paragraph
from gwformat.writers.docx.styles import indents


def header(setting: Setting) -> Element:
    """An empty header that is as high as the margin of the other pages."""
    return el("hdr", header_rest(setting, Emu(0)))


def header_rest(setting: Setting, taken: Emu) -> Element:
    """What makes a header whose words have `taken` their room as high as the margin of the other pages."""
    return _empty(Emu(setting.grid.top - setting.grid.header - taken).twips)


def no_header() -> Element:
    """A header that takes no room."""
    return el("hdr", thin_paragraph())


def number_gaps(setting: Setting) -> tuple[Emu, Emu]:
    """The room above and below a page number that keeps the text off and the number in its place (7.5)."""
    spec, paper = setting.profile.page_number, setting.profile.paper
    below = paper.height - spec.dash_y - spec.size // 2
    above = setting.grid.bottom - below - spec.size
    return Emu(max(above, 0)), Emu(max(below - first_footer(setting), 0))


def foot_line(setting: Setting, below: Emu) -> Element:
    """The line at the foot of the first page, the lower border of a paragraph with room for words `below` it."""
    first = setting.profile.first_page
    assert first is not None
    node = thin_paragraph()
    put(node[0], el("pBdr", red_line("bottom", setting, Mm(0), first.line_form)))
    if below:
        put(node[0], el("spacing", before=0, after=below.twips, line=THIN.twips, lineRule="exact"))
    sides = bordered(setting)
    put(node[0], indents(Indents(sides.left, sides.right)))
    in_order(node[0])
    return node


def _empty(height: int) -> Element:
    return el("p", el("pPr", el("spacing", before=0, after=0, line=max(height, THIN.twips), lineRule="exact")))
