"""A document comes in; what its text is laid out in goes out: the sheets, the head on the first one, the sections."""

from __future__ import annotations

from dataclasses import replace

from gwformat.layout.column import Place
from gwformat.layout.furniture import furniture_of
from gwformat.layout.head import LaidHead, lay_head
from gwformat.layout.margins import Margins
from gwformat.layout.sheet import Sheet, sheet_of
from gwformat.model import Document
from gwformat.setting.head import is_drawn, room_below
from gwformat.setting.passages import Passage, passages_of
from gwformat.setting.sections import Plan, plan_sections
from gwformat.setting.setting import Setting
from gwformat.setting.turning import turned
from gwformat.units import Emu
from gwformat.values import dataclass


@dataclass(frozen=True, slots=True)
class Frame:
    """What is known before the first line of text is broken.

    `between` head and imprint stand passages that have a place each; `below` is the imprint.
    """

    setting: Setting
    head: LaidHead
    between: tuple[Passage, ...]
    below: tuple[Passage, ...]
    places: tuple[Place, ...]
    sheet: Sheet
    first: Sheet  # the first one, as long as it stands upright
    margins: Margins
    drawn: bool  # there is a head
    below_head: Emu | None  # the room it has below it


def frame_of(document: Document, setting: Setting) -> Frame:
    """The frame of `document`."""
    passages = list(passages_of(document))
    above = [passage for passage in passages if passage.in_head]
    between = [passage for passage in passages if not (passage.in_head or passage.in_imprint)]
    plan = turned(plan_sections(passages, document.draft), between, setting, headed=bool(above))
    drawn = is_drawn(above)
    furniture = furniture_of(document.draft, setting, lies=any(section.landscape for section in plan.sections))
    margins = Margins(furniture, plan.sections, setting, drawn and setting.profile.first_page is not None)
    opened = plan.places[0] if plan.places else 0
    first = margins.pushed(sheet_of(setting, first=drawn), opened, 1, opens=True)
    return Frame(
        setting=setting,
        head=lay_head(above, setting, first),
        between=tuple(between),
        below=tuple(passage for passage in passages if passage.in_imprint),
        places=_places(plan, setting, margins),
        sheet=margins.pushed(sheet_of(setting), opened, 1, opens=False),
        first=first,
        margins=margins,
        drawn=drawn,
        below_head=room_below(above, setting),
    )


def _places(plan: Plan, setting: Setting, margins: Margins) -> tuple[Place, ...]:
    """The sheet of every passage, and where new sections begin."""
    known = [_section_of(number, section.landscape, setting, margins) for number, section in enumerate(plan.sections)]
    befores = (*plan.places[:1], *plan.places)
    return tuple(
        replace(known[number], begins=None if number == before else plan.sections[number].begins)
        for before, number in zip(befores, plan.places, strict=False)
    )


def _section_of(number: int, landscape: bool, setting: Setting, margins: Margins) -> Place:
    """A place in a section, with the sheets of its pages where headers and footers make them differ."""
    sheet = sheet_of(setting, landscape=landscape)
    if margins.furniture.fits:
        return Place(sheet, section=number)
    first, other = (
        (margins.pushed(sheet, number, 0, opens=opens), margins.pushed(sheet, number, 1, opens=opens))
        for opens in (True, False)
    )
    return Place(sheet, section=number, kinds=(first, other))
