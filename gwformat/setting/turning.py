"""The planned sections come in; out they go with tables too wide for the type area on landscape pages (clause 8).

A table is turned only if it would have to shrink by more than the profile allows; what heads it goes along.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gwformat.expressions import expression
from gwformat.model import Begins, CarrierKind, Role, Section
from gwformat.setting.passages import Passage
from gwformat.setting.plain_table import wanted_by_words
from gwformat.setting.sections import Plan
from gwformat.setting.setting import Setting
from gwformat.units import Emu

_HEADS = (Role.ATTACHMENT_LABEL, Role.ATTACHMENT_TITLE, Role.OTHER)
_CAPTION = expression(r"表\s*[\d一二三四五六七八九十]+\D.{0,60}|（?(?:计量)?单位：.{1,20}")


def turned(plan: Plan, passages: Sequence[Passage], setting: Setting, *, headed: bool) -> Plan:
    """The plan for the `passages` between head and imprint; `parted` are those that a new section ends before.

    Below a head, which stands on an upright page, the first passage is not turned.
    """
    groups = [group for group in _groups(plan, passages, setting) if group[0] or not headed]
    if not groups:
        return plan
    places, sections, parted = list(plan.places), list(plan.sections), list(plan.parted)
    for first, last in reversed(groups):
        number = places[first]
        section = sections[number]
        before = first > 0 and places[first - 1] == number
        after = last + 1 < len(places) and places[last + 1] == number
        begins = Begins.NEXT_PAGE if before or section.begins is Begins.CONTINUOUS else section.begins
        parts = [replace(section, begins=begins, landscape=True)]
        if before:
            parts.insert(0, section)
            parted.append(first)
        if after:
            parts.append(replace(section, begins=Begins.NEXT_PAGE))
            parted.append(last + 1)
        sections[number : number + 1] = [parts[0], *(replace(part, titled=False) for part in parts[1:])]
        for place in range(first, len(places)):
            places[place] += before + (after and place > last)
        _go_on(sections, number + len(parts), after=after)
    return Plan(tuple(sections), tuple(places), tuple(sorted(parted)))


def _go_on(sections: list[Section], number: int, *, after: bool) -> None:
    """Text cannot go on on the same page where the sheet before lies on its side."""
    if not after and number < len(sections) and sections[number].begins is Begins.CONTINUOUS:
        sections[number] = replace(sections[number], begins=Begins.NEXT_PAGE)


def _groups(plan: Plan, passages: Sequence[Passage], setting: Setting) -> list[tuple[int, int]]:
    """First and last passage of each stretch that is turned; tables that follow each other are turned together."""
    found: list[tuple[int, int]] = []
    for number, passage in enumerate(passages):
        place = plan.places[number]
        if plan.sections[place].landscape or not is_too_wide(passage, setting):
            continue
        start = found[-1][1] + 1 if found else 0
        first = number
        while first > start and _heads(passages[first - 1]) and plan.places[first - 1] == place:
            first -= 1
        if found and first == start and plan.places[first - 1] == place:
            found[-1] = (found[-1][0], number)
        else:
            found.append((first, number))
    return found


def is_too_wide(passage: Passage, setting: Setting) -> bool:
    """Whether the passage is a table that would shrink too much on an upright page."""
    return width_of(passage, setting) * setting.profile.table.least_scale > 100 * setting.text_width


def width_of(passage: Passage, setting: Setting) -> Emu:
    """The width a table says it has, or that words alone want; 0 if it is none, or fits itself into any room."""
    carrier = passage.blocks[0].carrier
    if carrier is None or carrier.kind is not CarrierKind.TABLE:
        return Emu(0)
    if carrier.table is None:
        return wanted_by_words(carrier, setting)
    return Emu(sum(carrier.table.columns) if carrier.table.share is None else 0)


def _heads(passage: Passage) -> bool:
    """Whether it stands above a table as its heading."""
    words = passage.text.strip()
    return not passage.is_carrier and (passage.role in _HEADS or _CAPTION.fullmatch(words) is not None)
