"""A section and the formatting it belongs to in; its text area on the first page and the others, or an obstacle, out.

A header or footer that is higher than the margin pushes the text (17.6.11); so a first page may have another text area.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from gwformat.check.geometry.laying import room_of
from gwformat.ooxml.effective import Formatting, SectionLook
from gwformat.units import Emu


def obstacle_in(section: SectionLook, formatting: Formatting) -> str:
    """Why nothing of a section can be certain, or ""."""
    if section.columns > 1:
        return "分栏"
    if section.vertical != "top" or section.text_direction != "lrTb":
        return "竖排或垂直居中的版面"
    heights = ((section.headers, section.header, section.top), (section.footers, section.footer, section.bottom))
    for stories, distance, margin in heights:
        high = {pages for pages, name in stories.items() if distance + _height(name, formatting) > margin}
        if high and not _is_sure(high, stories, section, formatting):
            return "页眉或页脚高出页边距，把正文推开"
    return ""


def first_page(section: SectionLook, formatting: Formatting) -> SectionLook:
    """The section as its first page has it."""
    return _pushed(section, formatting, "first") if section.title_page else other_pages(section, formatting)


def other_pages(section: SectionLook, formatting: Formatting) -> SectionLook:
    """The section as the pages after the first have it."""
    return _pushed(section, formatting, "default")


def joined_sections(formatting: Formatting) -> list[list[SectionLook]]:
    """The sections, together with each those that go on behind it on the same page and in the same text area."""
    joined: list[list[SectionLook]] = []
    for section in formatting.sections:
        if joined and section.type == "continuous" and _goes_on(joined[-1][-1], section, formatting):
            joined[-1].append(section)
        else:
            joined.append([section])
    return joined


def _goes_on(before: SectionLook, section: SectionLook, formatting: Formatting) -> bool:
    if before.title_page or section.title_page or any(obstacle_in(one, formatting) for one in (before, section)):
        return False
    one, other = (
        replace(other_pages(look, formatting), first=0, last=0, type="", headers={}, footers={}, page_start=None)
        for look in (before, section)
    )
    return one == other


def _is_sure(high: set[str], stories: Mapping[str, str], section: SectionLook, formatting: Formatting) -> bool:
    """Whether every story in use has a height that is written down, odd and even pages the same."""
    used = {"default"} | ({"first"} if section.title_page else set())
    if formatting.settings.even_and_odd:
        used.add("even")
    heights = {pages: _written_height(stories[pages], formatting) for pages in used if pages in stories}
    if any(height is None for pages, height in heights.items() if pages in high):
        return False
    return "even" not in used or heights.get("even") == heights.get("default")


def _pushed(section: SectionLook, formatting: Formatting, pages: str) -> SectionLook:
    above, below = (
        _written_height(stories[pages], formatting) or 0 if pages in stories else 0
        for stories in (section.headers, section.footers)
    )
    top, bottom = max(section.top, section.header + above), max(section.bottom, section.footer + below)
    if (top, bottom) == (section.top, section.bottom):
        return section
    return replace(section, top=Emu(top), bottom=Emu(bottom))


def _written_height(name: str, formatting: Formatting) -> int | None:
    """The height of a header or footer; None unless every line of it is of an exact height."""
    part = formatting.part(name)
    if part is None:
        return 0
    height = 0
    for number in range(1, len(part) + 1):
        look = part.paragraph(number)
        if look.frame is not None or look.in_text_box:
            continue
        if look.in_table or not look.line.exact:
            return None
        height += look.before.emu + look.line.exact + look.after.emu
        height += sum(room_of(look.borders.get(side)) for side in ("top", "bottom"))
    return height


def _height(name: str, formatting: Formatting) -> int:
    """A generous estimate of the height of a header or footer; what floats in it takes none."""
    part = formatting.part(name)
    if part is None:
        return 0
    looks = [part.paragraph(number) for number in range(1, len(part) + 1)]
    return sum(
        look.before.emu + look.after.emu + (look.line.exact or part.first_size(number) * 2)
        for number, look in enumerate(looks, 1)
        if look.frame is None and not look.in_text_box
    )


def obstacle_before(section: SectionLook, formatting: Formatting) -> str:
    """Why it is not certain where a section begins, or ""."""
    if section is not formatting.sections[0] and section.type not in ("nextPage", "oddPage", "evenPage"):
        return "连续分节"
    return ""
