"""A draft comes in; its own headers and footers, broken into lines, and the room they take go out.

The standard knows neither. What a draft has of them is kept: in footers below the page number, which stands where the
standard puts it, so that the text gives way to nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace

from gwformat.layout.laid import Laid, TextLine, height_of
from gwformat.layout.paragraphs import lay
from gwformat.layout.sheet import Sheet, sheet_of
from gwformat.layout.tables import lay_carrier
from gwformat.model import Align, Block, Carrier, CarrierKind, Draft, Paragraph, Run, Story
from gwformat.setting.notes import note_set
from gwformat.setting.paragraph import Direct, Set
from gwformat.setting.passages import Passage
from gwformat.setting.setting import Setting
from gwformat.units import Emu, Mm
from gwformat.values import dataclass

_KINDS = ("header", "footer")
_EDGE = Mm(5)  # of the sheet on which printers print nothing
_NOT_SHOWN = frozenset((CarrierKind.PAGE_BREAK, CarrierKind.FOOTNOTE, CarrierKind.ENDNOTE))


@dataclass(frozen=True, slots=True)
class Furniture:
    """The paragraphs of each part, and of each on a landscape sheet; `fits` if all keep out of the text area."""

    upright: Mapping[str, Sequence[Laid]] = field(default_factory=dict)
    turned: Mapping[str, Sequence[Laid]] = field(default_factory=dict)
    below: Emu = Emu(0)  # the room of the highest footer below its page number
    fits: bool = True

    def height(self, part: str, *, landscape: bool) -> Emu:
        """The height of the words of a part."""
        parts = self.turned if landscape else self.upright
        return Emu(sum(height_of(laid.lines) for laid in parts.get(part, ())))


def furniture_of(draft: Draft, setting: Setting, *, lies: bool) -> Furniture:
    """The headers and footers that say something, for a document of which some sheet `lies` on its side, or none.

    Those with tables or pictures need not fit.
    """
    stories = [story for story in draft.stories if story.blocks]
    if not stories:
        return Furniture()
    lying = (False, True) if lies else (False,)
    sheets = {landscape: sheet_of(setting, landscape=landscape) for landscape in lying}
    laid = {
        landscape: {story.part: tuple(_laid(story, setting, sheet)) for story in stories}
        for landscape, sheet in sheets.items()
    }
    known = Furniture(laid.get(False, {}), laid.get(True, {}))
    above, below = (_highest(known, [one.part for one in stories if one.kind == kind], lying) for kind in _KINDS)
    room_above = min(sheet.top for sheet in sheets.values()) - setting.grid.header
    room_below = min(sheet.footer for sheet in sheets.values()) - _EDGE
    fits = all(story.plain for story in stories) and above <= room_above and below <= room_below
    return replace(known, below=Emu(below) if fits else Emu(0), fits=fits)


def _highest(furniture: Furniture, parts: Sequence[str], lying: Iterable[bool]) -> int:
    return max((furniture.height(part, landscape=on) for part in parts for on in lying), default=0)


def _laid(story: Story, setting: Setting, sheet: Sheet) -> Iterator[Laid]:
    """Words are set like notes."""
    how = note_set(setting)
    for block in story.blocks:
        if isinstance(block, Carrier):
            yield lay_carrier(Passage((Block(how.role, carrier=block),)), Direct(), setting, sheet, outline=False)
        else:
            own = replace(how, align=block.look.align or Align.LEFT, least=not story.plain)
            yield _tabbed(block, own, setting, sheet) or _lay(_shown(block), own, setting, sheet)


def _shown(paragraph: Paragraph) -> list[Run]:
    label = [Run(paragraph.label)] if paragraph.label else []
    return label + [run for run in paragraph.runs if run.carrier is None or run.carrier.kind not in _NOT_SHOWN]


def _lay(runs: Iterable[Run], how: Set, setting: Setting, sheet: Sheet) -> Laid:
    return lay(Passage((Block(how.role, tuple(runs)),)), how, setting, sheet.left, sheet.text_width)


def _tabbed(paragraph: Paragraph, how: Set, setting: Setting, sheet: Sheet) -> Laid | None:
    """A line with tabs: one in the middle, one at the right edge; None if there are none or it is more than a line."""
    parts = _parted(_shown(paragraph))
    if len(parts) == 1:
        return None
    width = sheet.text_width
    stops = ((width // 2, 0.5), (width, 1.0))
    lines: list[TextLine] = []
    end = 0
    for number, runs in enumerate(parts):
        laid = _lay(runs, replace(how, align=Align.LEFT), setting, sheet)
        stop = next((stop for stop in stops if stop[0] > end), None) if number else (0, 0.0)
        if stop is None or len(laid.lines) > 1:
            return None
        begin = max(end, round(stop[0] - stop[1] * laid.lines[0].width))
        lines.append(_moved(laid.lines[0], begin))
        end = begin + laid.lines[0].width
    if end > width:
        return None
    share = {Align.CENTER: 0.5, Align.RIGHT: 1.0}.get(how.align, 0.0)
    return Laid(how, (_moved(_joined(lines, Emu(end)), round((width - end) * share)),), None)


def _parted(runs: Iterable[Run]) -> list[list[Run]]:
    """The runs between tabs."""
    parts: list[list[Run]] = [[]]
    for run in runs:
        for number, text in enumerate(run.text.split("\t")):
            if number:
                parts.append([])
            if text:
                parts[-1].append(replace(run, text=text))
    return parts


def _moved(line: TextLine, right: int) -> TextLine:
    return replace(
        line,
        x=Emu(line.x + right),
        glyphs=tuple(replace(one, x=Emu(one.x + right)) for one in line.glyphs),
        pictures=tuple(replace(one, x=Emu(one.x + right)) for one in line.pictures),
        floats=tuple((carrier, Emu(x + right)) for carrier, x in line.floats),
    )


def _joined(lines: Sequence[TextLine], width: Emu) -> TextLine:
    return replace(
        lines[0],
        glyphs=tuple(one for line in lines for one in line.glyphs),
        pictures=tuple(one for line in lines for one in line.pictures),
        floats=tuple(one for line in lines for one in line.floats),
        width=width,
        height=max(line.height for line in lines),
        formulas=sum(line.formulas for line in lines),
        lost=sum(line.lost for line in lines),
    )
