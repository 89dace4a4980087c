"""The footers of a docx come in, its page numbers with their place and look go out."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check.context import Context
from gwformat.check.once import once
from gwformat.expressions import expression
from gwformat.findings import Location
from gwformat.model import Align
from gwformat.ooxml.effective import ParagraphLook, PartLooks, RunLook
from gwformat.ooxml.effective.boxes import Box
from gwformat.units import Emu, Mm
from gwformat.values import dataclass

_WIDE = Mm(60)


@dataclass(frozen=True, slots=True)
class PageNumber:
    """A paragraph of a footer (or header) that shows the page number; `side` is "default", "even" or "first"."""

    side: str
    where: Location
    text: str  # the field as “{PAGE}”
    look: RunLook
    paragraph: ParagraphLook
    in_header: bool = False
    below: Emu | None = Emu(0)  # the room of what stands below it in the footer, None if that is not known
    box: Box | None = None  # the text box it stands in

    @property
    def mirrored(self) -> bool:
        """Whether it changes sides from page to page by itself, as a box does that is aligned to the outside."""
        return self.box is not None and self._fitting and self.box.align in ("inside", "outside")

    @property
    def align(self) -> Align | None:
        """On which side of the text it stands, on odd pages unless its side is "even"; None if that is not known."""
        if self.paragraph.frame is not None:
            return None
        if self.box is None or not self._fitting:
            return self.paragraph.align
        if self.mirrored:
            return Align.LEFT if (self.box.align == "outside") == (self.side == "even") else Align.RIGHT
        return Align(self.box.align) if self.box.align else None

    @property
    def _fitting(self) -> bool:
        """Whether the box is too narrow for its paragraph's own alignment to matter."""
        return self.box is not None and (self.box.width is None or self.box.width < _WIDE)


@once
def page_numbers(context: Context) -> tuple[PageNumber, ...]:
    """The page numbers that are shown, each part once."""
    return tuple(_shown(context))


def _shown(context: Context) -> Iterator[PageNumber]:
    formatting = context.formatting
    assert formatting is not None
    seen: set[str] = set()
    for section in formatting.sections:
        for in_header, stories in ((False, section.footers), (True, section.headers)):
            for side, name in stories.items():
                shown = (side != "even" or formatting.settings.even_and_odd) and (side != "first" or section.title_page)
                if shown and name not in seen:
                    seen.add(name)
                    yield from _proper(list(_numbers(context, side, name, in_header)))


_ALONE = expression(r"\W*\{PAGE\}\W*")


def _proper(found: list[PageNumber]) -> list[PageNumber]:
    """Those that stand alone; a number among other words counts only where there is no such."""
    alone = [number for number in found if _ALONE.fullmatch(number.text.strip())]
    return alone or found


def _numbers(context: Context, side: str, name: str, in_header: bool) -> Iterator[PageNumber]:
    formatting = context.formatting
    part = formatting.part(name) if formatting is not None else None
    if part is None:
        return
    for number in range(1, len(part) + 1):
        looks = [piece.look for piece in part.pieces(number) if piece.field == "PAGE"]
        if looks:
            where = Location(name, number)
            below = _below(part, number)
            yield PageNumber(
                side, where, part.text(number), looks[0], part.paragraph(number), in_header, below, part.box(number)
            )


def _below(part: PartLooks, number: int) -> Emu | None:
    """The room of the paragraphs that follow, one line each."""
    room = int(part.paragraph(number).after.emu)
    for following in range(number + 1, len(part) + 1):
        look = part.paragraph(following)
        if look.line.exact is None:
            return None
        room += look.before.emu + look.line.exact + look.after.emu
    return Emu(room)
