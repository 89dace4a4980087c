"""版记 (7.4): the passages of the imprint come in; its rows and columns go out."""

from __future__ import annotations

from collections.abc import Sequence

from gwformat.model import Role
from gwformat.setting.paragraph import STYLED, Direct, Indents, style_indents
from gwformat.setting.passages import Passage
from gwformat.setting.setting import Setting
from gwformat.text.organ_lines import first_line
from gwformat.units import Emu
from gwformat.values import dataclass

_SLACK = 2  # 字


@dataclass(frozen=True, slots=True)
class Imprint:
    """Numbers of the passages in each place; the date stands in a right-hand column of `date_width`."""

    copies: tuple[int, ...]
    printers: tuple[int, ...]
    dates: tuple[int, ...]
    runs: tuple[int, ...]
    date_width: Emu
    has_lines: bool
    below: Emu  # from the last line to the lower margin

    @property
    def has_printer(self) -> bool:
        """Whether there is a row of 印发机关 and 印发日期."""
        return bool(self.printers or self.dates)


def plan(passages: Sequence[Passage], setting: Setting) -> Imprint:
    """The imprint; it stands at the foot of the text area."""
    places = {role: tuple(n for n, passage in enumerate(passages) if passage.role is role) for role in Role}
    dates = places[Role.PRINT_DATE]
    return Imprint(
        places[Role.COPY_TO],
        places[Role.PRINTER],
        dates,
        places[Role.PRINT_RUN],
        _date_width([passages[n].text for n in dates], [passages[n].text for n in places[Role.PRINTER]], setting),
        setting.profile.imprint.lines or bool(dates or places[Role.PRINTER]),  # which a letter has not (10.1)
        # The text area may end below the type area (GB/T 33476.2 6.2), on whose edge the last line lies.
        Emu(max(setting.profile.paper.height - setting.grid.bottom - setting.profile.imprint.last_line, 0)),
    )


def printed_as(passage: Passage, width: Emu, setting: Setting) -> Direct:
    """How a passage is set in a column of that `width`: a 印发机关 on two lines parts where its name does."""
    if passage.role is not Role.PRINTER:
        return STYLED
    spec, own = setting.spec(passage.role), style_indents(passage.role, setting)
    room = Emu(width - own.left - own.right)
    if setting.width(passage.text, spec) <= room:
        return STYLED
    half = setting.columns(spec, 0.5)  # programs measure words differently by a little
    first = first_line(passage.text, lambda words: setting.width(words, spec), Emu(room - half))
    if first is None:
        return STYLED
    free = Emu(room - setting.width(first, spec) - half)
    return Direct(indents=Indents(own.left, Emu(own.right + free), own.first_line))


def _date_width(dates: Sequence[str], printers: Sequence[str], setting: Setting) -> Emu:
    """The column of the date: its words, the inset, and what the 印发机关 leaves of three 字.

    A program that spaces digits more widely must not break the line.
    """
    spec, left = setting.spec(Role.PRINT_DATE), setting.spec(Role.PRINTER)
    needed = max((setting.width(text, spec) for text in dates), default=0) + setting.columns(spec, spec.right + 1)
    taken = max((setting.width(text, left) for text in printers), default=0) + setting.columns(left, left.left)
    room = setting.text_width - taken
    wanted = max(needed, min(needed + setting.columns(spec, _SLACK), room))
    return Emu(min(wanted, setting.text_width // 2))
