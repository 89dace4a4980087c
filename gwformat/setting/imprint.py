"""版记 (7.4): the passages of the imprint come in; its rows and columns go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gwformat.model import Role
from gwformat.setting.passages import Passage
from gwformat.setting.setting import Setting
from gwformat.units import Emu


@dataclass(frozen=True, slots=True)
class Imprint:
    """Numbers of the passages in each place; the date stands in a right-hand column of `date_width`."""

    copies: tuple[int, ...]
    printers: tuple[int, ...]
    dates: tuple[int, ...]
    date_width: Emu
    below: Emu  # from the last line to the lower margin

    @property
    def has_printer(self) -> bool:
        """Whether there is a row of 印发机关 and 印发日期."""
        return bool(self.printers or self.dates)


def plan(passages: Sequence[Passage], setting: Setting) -> Imprint:
    """The imprint; it stands at the foot of the text area."""
    spec = setting.spec(Role.PRINT_DATE)
    places = {role: tuple(n for n, passage in enumerate(passages) if passage.role is role) for role in Role}
    dates = places[Role.PRINT_DATE]
    widest = Emu(max((setting.width(passages[number].text, spec) for number in dates), default=0))
    return Imprint(
        places[Role.COPY_TO],
        places[Role.PRINTER],
        dates,
        Emu(min(widest + setting.columns(spec, spec.right + 1), setting.text_width // 2)),
        # The text area may end below the type area (GB/T 33476.2 6.2), on whose edge the last line lies.
        Emu(max(setting.profile.paper.height - setting.grid.bottom - setting.profile.imprint.last_line, 0)),
    )
