"""Where 署名 and 成文日期 stand comes in; the circles the seals on them fill go out (7.3.5.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gwformat.layout.boxes import SealBox
from gwformat.layout.flow import Column, Standing
from gwformat.layout.paragraphs import Laid
from gwformat.layout.sheet import Sheet
from gwformat.model import Role, Seal
from gwformat.setting.passages import Passage
from gwformat.setting.setting import Setting
from gwformat.setting.sign_off import groups
from gwformat.units import Emu


@dataclass(frozen=True, slots=True)
class Pressed:
    """What one seal presses: the page it is on, and the middle of the words in both directions.

    `across` is measured from the sheet's left edge, `down` from the top of the text area.
    """

    page: int
    across: Emu
    down: Emu


def pressed(
    passages: Sequence[Passage], laid: Sequence[Laid], columns: Sequence[Column], setting: Setting
) -> Iterator[Pressed]:
    """One for each 署名 of the document, the last one together with the date; attachments bear no seal."""
    if setting.seal is not Seal.ROUND:
        return
    for group in groups(passages):
        if passages[group[0]].attachment:
            continue
        organs = [number for number in group if passages[number].role is Role.SIGNATURE]
        dates = [number for number in group if passages[number].role is Role.DATE]
        for number in organs:
            chosen = [number, *dates] if number == organs[-1] else [number]
            places = list(_places({id(laid[chosen_number]) for chosen_number in chosen}, columns))
            if not places:
                continue
            page = places[-1][0]
            items = [item for on, item in places if on == page]
            widest = max(items, key=lambda item: item.line.width).line
            middle = sum(_characters(items[0])[:1] + _characters(items[-1])[1:]) // 2
            yield Pressed(page, Emu(widest.x + widest.width // 2), Emu(middle))


def _places(wanted: set[int], columns: Sequence[Column]) -> Iterator[tuple[int, Standing]]:
    for number, column in enumerate(columns):
        for item in column.lines:
            if id(item.paragraph) in wanted:
                yield number, item


def _characters(item: Standing) -> tuple[int, int]:
    """The upper and the lower edge of the em boxes of a line."""
    leading = (item.line.height - item.paragraph.set.size) // 2
    return item.top + leading, item.top + item.line.height - leading


def lowest(place: Pressed, setting: Setting) -> Emu:
    """The lower edge of the seal when it is moved up as far as may be, from the top of the text area."""
    return Emu(place.down - setting.profile.seal.below_most + setting.diameter // 2)


def box(place: Pressed, floor: Emu, setting: Setting, sheet: Sheet) -> SealBox:
    """The seal a little above the middle of its words, higher where it would reach below `floor`."""
    spec, half = setting.profile.seal, setting.diameter // 2
    too_low = place.down - spec.below + half - floor
    raised = min(max(too_low, 0), spec.below_most - spec.below)
    centre = sheet.top + place.down - spec.below - raised
    return SealBox(Emu(place.across - half), Emu(centre - half), setting.diameter)


def floor_of(setting: Setting, sheet: Sheet) -> Emu:
    """The lower edge of the type area, from the top of the text area."""
    return Emu(setting.profile.imprint.last_line - sheet.top)
