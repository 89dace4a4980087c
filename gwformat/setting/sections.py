"""Passages and the sections of a draft come in; which stands in which, and where each section begins, goes out.

A section that shows nothing any more takes no page: the one after it begins where it would have begun.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from gwformat.model import Begins, Draft, Section
from gwformat.setting.passages import Passage
from gwformat.units import Twips
from gwformat.values import dataclass

THIN = Twips(14)  # the least in Word: a paragraph without words, which ends a section or stands below a table
_NEW_PAGE = {Begins.NEXT_COLUMN: Begins.NEXT_PAGE}  # text in columns is set in one


@dataclass(frozen=True, slots=True)
class Plan:
    """The sections as they will be, and the number of that in which each passage between head and imprint stands."""

    sections: tuple[Section, ...]
    places: tuple[int, ...]
    parted: tuple[int, ...] = ()  # passages before which a section ends that the draft does not have


def plan_sections(passages: Sequence[Passage], draft: Draft) -> Plan:
    """The plan for all passages of a document."""
    between = [passage for passage in passages if not (passage.in_head or passage.in_imprint)]
    if not draft.sections:
        return Plan((Section(0),), (0,) * len(between))
    places = _places(between, draft.sections)
    sections = [replace(section, begins=_NEW_PAGE.get(section.begins, section.begins)) for section in draft.sections]
    shown = sorted(set(places)) or [len(sections) - 1]
    if any(passage.in_head for passage in passages):
        sections[shown[0]] = replace(sections[shown[0]], landscape=False)
    before = shown[0]
    for number in shown:
        sections[number] = replace(sections[number], begins=_begins(sections, before, number))
        before = number
    for number in set(range(len(sections))).difference(shown):
        model = sections[max((at for at in shown if at < number), default=shown[0])]
        sections[number] = replace(sections[number], begins=Begins.CONTINUOUS, landscape=model.landscape)
    return Plan(tuple(sections), places)


def _begins(sections: Sequence[Section], before: int, number: int) -> Begins:
    """Where a section begins whose forerunner with anything to show is `before`; the first one begins the document."""
    if number == before:
        continuous = number > 0 or sections[0].begins is Begins.CONTINUOUS
        return Begins.CONTINUOUS if continuous else Begins.NEXT_PAGE
    for section in reversed(sections[before + 1 : number + 1]):
        if section.begins is not Begins.CONTINUOUS:
            return section.begins
    turned = sections[before].landscape is not sections[number].landscape
    return Begins.NEXT_PAGE if turned else Begins.CONTINUOUS


def _places(passages: Sequence[Passage], sections: Sequence[Section]) -> tuple[int, ...]:
    """A passage stands where its first source paragraph stood; what is new with the one before it, or else after it."""
    ends = [section.last for section in sections]
    places: list[int] = []
    numbers = [_number(passage) for passage in passages]
    first = next((number for number in numbers if number is not None), 0)
    current = min(bisect_left(ends, first), len(ends) - 1)
    for number in numbers:
        if number is not None:
            current = max(current, min(bisect_left(ends, number), len(ends) - 1))
        places.append(current)
    return tuple(places)


def _number(passage: Passage) -> int | None:
    carrier = passage.blocks[0].carrier
    if carrier is not None and carrier.source is not None:
        return carrier.source.first
    sources = passage.sources()
    return sources[0] if sources else None
