"""A docx comes in; how many of its paragraphs are as high as their font makes them, and so move what follows, goes out.

A header or footer does so only where it reaches into the type area, which then gives way.
"""

from __future__ import annotations

from collections.abc import Iterable

from gwformat.ooxml.effective import Formatting, LineRule, PartLooks, SectionLook
from gwformat.ooxml.inline import AtomKind
from gwformat.ooxml.package import Package
from gwformat.text.width import advance
from gwformat.writers.docx.mapping.widths import object_on_line

_HIGHEST = 2  # em: no font makes a single line higher


def free_heights(package: Package, formatting: Formatting, stories: Iterable[str]) -> int:
    """How many paragraphs of the text, of these `stories`, of high headers and footers are as high as their font says.

    Empty ones are among them: their mark has a font.
    """
    count = 0
    for part in (package.main_part, *stories):
        looks = formatting.part(part)
        count += _free(looks) if looks is not None else 0
    for furniture, footers in ((formatting.headers, False), (formatting.footers, True)):
        for part, looks in furniture.items():
            free = _free(looks)
            if free and _reaches_text(part, looks, formatting.sections, footers=footers):
                count += free
    return count


def _free(looks: PartLooks) -> int:
    return sum(looks.paragraph(number).line.rule is not LineRule.EXACT for number in range(1, len(looks) + 1))


def _reaches_text(part: str, looks: PartLooks, sections: Iterable[SectionLook], *, footers: bool) -> bool:
    """Whether a header or footer may be higher than the room between the edge of the sheet and the type area.

    A margin that is negative is meant to be exact: the type area does not give way.
    """
    showing = [one for one in sections if part in (one.footers if footers else one.headers).values()]
    rooms = [(one.bottom - one.footer if footers else one.top - one.header, one) for one in showing]
    return any(
        (one.bottom if footers else one.top) >= 0
        and sum(_most(looks, number, one) for number in range(1, len(looks) + 1)) > room
        for room, one in rooms
    )


def _most(looks: PartLooks, number: int, section: SectionLook) -> int:
    """As high as a paragraph may be at most, cells of a row counted one below the other."""
    look, size = looks.paragraph(number), looks.first_size(number)
    if look.frame is not None or look.in_text_box:
        return 0
    leaves = looks.atoms(number)
    text = "".join(leaf.text for leaf in leaves)
    lines = 1 + text.count("\n") + int(advance(text) * size / max(1, section.text_width))
    line = look.line.exact or max(look.line.pitch or 0, round(_HIGHEST * size * (look.line.times or 1)))
    drawn = sum(object_on_line(leaf.node)[1] for leaf in leaves if leaf.kind is AtomKind.OBJECT)
    return lines * line + look.before.emu + look.after.emu + drawn
