"""Lines of text with the font of each come in, a small docx with exact pitch and tracking goes out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from docx import Document
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt, Twips
from docx.text.paragraph import Paragraph

_MARGINS = {"top_margin": 1960, "bottom_margin": 1847, "left_margin": 1587, "right_margin": 1474}


def plain_docx(path: Path, lines: Iterable[tuple[str, str]], size: float = 16, pitch: float = 589) -> Path:
    """Write a docx with the margins of GB/T 33476.2; `lines` are (text, East Asian font), one paragraph each."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Twips(11906), Twips(16838)
    for name, twips in _MARGINS.items():
        setattr(section, name, Twips(twips))
    for text, font in lines:
        paragraph = document.add_paragraph()
        exact(paragraph, pitch)
        run(paragraph, text, font, size)
    document.save(str(path))
    return path


def exact(paragraph: Paragraph, pitch: float) -> None:
    """Exact line pitch in twips, nothing before or after, no widow control."""
    layout = paragraph.paragraph_format
    layout.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    layout.line_spacing = Twips(pitch)
    layout.space_before = layout.space_after = Pt(0)
    layout.widow_control = False


def run(paragraph: Paragraph, text: str, font: str, size: float, color: str = "000000", tracking: int = -5) -> None:
    """A run of `text` in `font`, with the tracking that lets 28 characters of 16 pt fit."""
    added = paragraph.add_run(text)
    properties = added._r.get_or_add_rPr()
    for xml in (
        f'<w:rFonts {nsdecls("w")} w:hint="eastAsia" w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}"/>',
        f'<w:color {nsdecls("w")} w:val="{color}"/>',
        f'<w:spacing {nsdecls("w")} w:val="{tracking}"/>',
        f'<w:sz {nsdecls("w")} w:val="{round(size * 2)}"/>',
    ):
        properties.append(parse_xml(xml))
