"""A section and the formatting it belongs to in; why nothing of it can be computed, in Chinese, out; "" if it can."""

from __future__ import annotations

from gwformat.ooxml.effective import Formatting, SectionLook


def obstacle_in(section: SectionLook, formatting: Formatting) -> str:
    """Why nothing of a section can be certain, or ""."""
    if section.columns > 1:
        return "分栏"
    if section.vertical != "top" or section.text_direction != "lrTb":
        return "竖排或垂直居中的版面"
    heights = ((section.headers, section.header, section.top), (section.footers, section.footer, section.bottom))
    for stories, distance, margin in heights:
        if any(distance + _height(name, formatting) > margin for name in stories.values()):
            return "页眉或页脚高出页边距，把正文推开"
    return ""


def _height(name: str, formatting: Formatting) -> int:
    """A generous estimate of the height of a header or footer; what floats in it takes none."""
    part = formatting.part(name)
    if part is None:
        return 0
    looks = [part.paragraph(number) for number in range(1, len(part) + 1)]
    return sum(
        look.line.exact or part.first_size(number) * 2
        for number, look in enumerate(looks, 1)
        if look.frame is None and not look.in_text_box
    )


def obstacle_before(section: SectionLook, formatting: Formatting) -> str:
    """Why it is not certain where a section begins, or ""."""
    if section is not formatting.sections[0] and section.type not in ("nextPage", "oddPage", "evenPage"):
        return "连续分节"
    return ""
