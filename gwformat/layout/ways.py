"""Pages on which a sign-off lacks room or text come in; what else may be tried goes out (GB/T 9704-2012 7.3.5.5)."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.layout.boxes import Pages
from gwformat.layout.seals import over
from gwformat.model import TEXT_ROLES, Role, Seal
from gwformat.setting.setting import Setting, with_close_rows
from gwformat.setting.sign_off import End
from gwformat.units import Emu, Hao, Mm
from gwformat.values import dataclass

_ZERO = Emu(0)
_STEPS = 4
_TOLERANCE = Mm(0.5)  # half of that of the page (5.2.1)


@dataclass(frozen=True, slots=True)
class Way:
    """How a document may be laid out."""

    setting: Setting
    up: Emu = _ZERO  # by how much less follows the title
    end: End = End.SHORT


def lack(pages: Pages, setting: Setting) -> tuple[bool, bool, Emu, bool]:
    """Whether a sign-off stands without text, or page 1 does, how far a seal stands below the type area.

    The last is whether page 1 ends before it is full, so that a line of the text goes with the sign-off.
    """
    below = max((over(page, setting) for page in pages.pages), default=_ZERO)
    return pages.only_signed, _begins_late(pages), below, _ends_early(pages)


def ways(pages: Pages, setting: Setting) -> Iterator[Way]:
    """Rows of seals nearer to each other; on page 1 less below the title, and the last line alone taken from it."""
    rows = any(len({seal.y for seal in page.seals}) > 1 for page in pages.pages)
    close = with_close_rows(setting) if rows and setting.seal is Seal.ROUND else None
    late = _begins_late(pages)
    raised = (late or over(pages.pages[0], setting) > 0 or _ends_early(pages)) and not pages.shift
    most = setting.grid.pitch - Hao("三号") + _TOLERANCE  # an empty line between characters is left
    for up in (Emu(most * step // _STEPS) for step in range(_STEPS + 1 if raised else 1)):
        if up:
            yield Way(setting, up)
        if close is not None:
            yield Way(close, up)
    if late:
        yield Way(setting, end=End.ANY)


def _begins_late(pages: Pages) -> bool:
    """Whether the text begins on page 2, against 7.3.3."""
    if len(pages.pages) < 2 or any(line.role in TEXT_ROLES for line in pages.pages[0].lines):
        return False
    return any(line.role in TEXT_ROLES for line in pages.pages[1].lines)


def _ends_early(pages: Pages) -> bool:
    """Whether page 1 ends inside a paragraph though it has room for more."""
    return any(end.place for end in pages.page_ends) and _has_date(pages, 1)


def _has_date(pages: Pages, place: int) -> bool:
    return len(pages.pages) > place and any(line.role is Role.DATE for line in pages.pages[place].lines)
