"""Where 署名 and 成文日期 stand comes in; the boxes that the seals or 签名章 on them fill go out (7.3.5.1, 7.3.5.3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from gwformat.layout.boxes import Layer, Page, Placed, SealBox
from gwformat.layout.column import Column
from gwformat.layout.laid import TextLine
from gwformat.layout.rows import shown
from gwformat.layout.sheet import Sheet
from gwformat.model import Carrier, CarrierKind, Document, Role, Seal, SealPicture, seal_name
from gwformat.setting.passages import Passage
from gwformat.setting.setting import Setting
from gwformat.setting.sign_off import abreast, groups
from gwformat.units import Emu, Mm
from gwformat.values import dataclass

_SLIGHT = Mm(0.3)  # what may be seen
_HIGHER = 1.5  # than its room may a 签名章 be that would else leave too much of its width free


@dataclass(frozen=True, slots=True)
class Pressed:
    """What one seal presses: the page it is on, and the middle of the words in both directions.

    `across` is measured from the sheet's left edge, `down` from the top of the text area.
    """

    page: int
    across: Emu
    down: Emu
    organ: int  # which 署名 of the document, from 0
    anchor: tuple[int, Emu]  # the block that a picture of it hangs on, and the upper edge of its line


@dataclass(frozen=True, slots=True)
class _Words:
    """A line of a 署名 or a date, with its page and its upper edge from the top of the text area."""

    page: int
    top: Emu
    line: TextLine


def pressed(passages: Sequence[Passage], columns: Sequence[Column], setting: Setting) -> Iterator[Pressed]:
    """One for each 署名 of the document, the last one together with the date; attachments bear no seal.

    Seals of one row stand at one height: all as the last one does, which presses the date as well.
    """
    signed = [group for group in groups(passages) if not passages[group[0]].attachment]
    if setting.seal is Seal.NONE or not signed:
        return
    found = _words(columns, {number for group in signed for number in group}, passages)
    size = setting.spec(Role.SIGNATURE).size
    in_rows = {number for row in abreast(passages, setting) for number in row.numbers}
    organ = 0
    for group in signed:
        organs = [number for number in group if passages[number].role is Role.SIGNATURE]
        dates = [number for number in group if passages[number].role is Role.DATE]
        dated = [line for one in dates for line in found.get(one, ())]
        for number in organs:
            chosen = [number, *dates] if number == organs[-1] and setting.seal is Seal.ROUND else [number]
            if words := [line for one in chosen for line in found.get(one, ())]:
                page = words[-1].page
                below = setting.rows(1) if number in in_rows and len(chosen) == 1 else 0
                if number in in_rows:  # a name of two lines makes its seal no higher than the others
                    words = words[-len(chosen) :]
                # On the date, which has no gap above: from where a program counts where there is one is not agreed.
                holder = next((line for line in dated if line.page == page), None) or found[number][0]
                anchor = (holder.line.spans[0].block, holder.top)
                yield _pressed([line for line in words if line.page == page], size, below, organ, anchor)
            organ += 1


def _words(columns: Sequence[Column], wanted: set[int], passages: Sequence[Passage]) -> dict[int, list[_Words]]:
    """The lines of the passages `wanted`, by their numbers."""
    numbers = {passages[number].first: number for number in wanted}
    found: dict[int, list[_Words]] = {}
    for page, column in enumerate(columns):
        for item in column.lines:
            for line, top in shown(item.line, item.top):
                if line.spans and (number := numbers.get(line.spans[0].block)) is not None:
                    found.setdefault(number, []).append(_Words(page, top, line))
    return found


def _pressed(words: Sequence[_Words], size: Emu, below: int, organ: int, anchor: tuple[int, Emu]) -> Pressed:
    """`below` is the height of the line that belongs to a row though this 署名 has none."""
    first, last = words[0], words[-1]
    widest = max((one.line for one in words), key=lambda line: line.width)
    top = first.top + (first.line.height - size) // 2
    bottom = last.top + (last.line.height + size) // 2 + below
    return Pressed(first.page, Emu(widest.x + widest.width // 2), Emu((top + bottom) // 2), organ, anchor)


def lowest(place: Pressed, setting: Setting) -> Emu:
    """The lower edge of the seal when it is moved up as far as may be, from the top of the text area."""
    if setting.seal is Seal.SIGNATURE:
        return Emu(place.down + setting.stamp[1] // 2)
    return Emu(place.down - setting.profile.seal.below_most + setting.diameter // 2)


def seal_boxes(
    places: Sequence[Pressed], floor: Emu, setting: Setting, sheet: Sheet, pictures: Sequence[SealPicture | None] = ()
) -> Iterator[SealBox]:
    """The seals of a page a little above the middle of their words, all higher if one would reach below `floor`."""
    if setting.seal is Seal.SIGNATURE:
        for place in places:
            yield _stamp(place, setting, sheet, _picture(pictures, place))
        return
    spec, half = setting.profile.seal, setting.diameter // 2
    too_low = max((place.down for place in places), default=0) - spec.below + half - floor
    raised = min(max(too_low, 0), spec.below_most - spec.below)
    for place in places:
        top = place.down - spec.below - raised - half
        yield _box(place, place.across - half, top, (setting.diameter, setting.diameter), sheet)


def _stamp(place: Pressed, setting: Setting, sheet: Sheet, picture: SealPicture | None) -> SealBox:
    """7.3.5.3: 右空四字, the post at its left in the middle of its height; a picture may be higher than the room."""
    width, height = setting.stamp
    spec = setting.profile.sign_off[setting.seal]
    right = sheet.right - setting.columns(setting.spec(Role.DATE), spec.date_right)
    if picture is not None:
        width, height = _within(picture.size, width, Emu(round(height * _HIGHER)))
    return _box(place, right - width, place.down - height // 2, (width, height), sheet)


def _within(size: tuple[int, int], width: Emu, height: Emu) -> tuple[Emu, Emu]:
    """As large as fits; from the result the same comes again."""
    across, down = size
    if width * down <= height * across:
        return width, Emu(round(width * down / across))
    return Emu(round(height * across / down)), height


def _box(place: Pressed, x: int, top: int, size: tuple[Emu, Emu], sheet: Sheet) -> SealBox:
    block, line = place.anchor
    return SealBox(Emu(x), Emu(sheet.top + top), *size, place.organ, block, Emu(top - line))


def _picture(pictures: Sequence[SealPicture | None], place: Pressed) -> SealPicture | None:
    return pictures[place.organ] if place.organ < len(pictures) else None


def placed(boxes: Iterable[SealBox], document: Document) -> Iterator[Placed]:
    """The pictures of the seals in their boxes, behind the words (7.3.5.1: 下压)."""
    if not any(document.seals):
        return  # asked for every page: the document is not searched for names nobody wants
    names = document.signatories
    for box in boxes:
        picture = document.seals[box.organ] if box.organ < len(document.seals) else None
        if picture is not None:
            carrier = Carrier(CarrierKind.IMAGE, data=picture.data, alt=seal_name(names[box.organ]))
            yield Placed(carrier, box.x, box.y, box.width, box.height, Layer.BEHIND)


def beyond(pages: Sequence[Page], setting: Setting) -> Iterator[str]:
    """The pages with seals that reach below the type area though all was tried."""
    for page in pages:
        if below := over(page, setting):
            yield (
                f"第 {page.number} 页的印章下端超出版心 {below / Mm(1):.1f} 毫米，调整行距也容不下；"
                "请增删正文文字，使落款移到别处（GB/T 9704-2012 7.3.5.5）"
            )


def over(page: Page, setting: Setting) -> Emu:
    """How far the lowest seal reaches below the type area, as far as it may be seen."""
    below = max((seal.y + seal.height - setting.profile.imprint.last_line for seal in page.seals), default=0)
    return Emu(below if below > _SLIGHT else 0)


def floor_of(setting: Setting, sheet: Sheet) -> Emu:
    """The lower edge of the type area, from the top of the text area."""
    return Emu(setting.profile.imprint.last_line - sheet.top)
