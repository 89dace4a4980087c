"""What the look of a document depends on: profile, grid, fonts and seal in one value; lengths in EMU go out."""

from __future__ import annotations

from dataclasses import replace

from gwformat.errors import UsageError
from gwformat.fonts.system import FontSystem
from gwformat.model import TAB_STOPS, Role, Seal
from gwformat.profiles.schema import ElementSpec, Grid, Pitch, Profile
from gwformat.units import Emu, Hao
from gwformat.values import dataclass


@dataclass(frozen=True, eq=False, slots=True)
class Setting:
    """Profile, grid, fonts and seal of one run."""

    profile: Profile
    grid: Grid
    fonts: FontSystem
    seal: Seal
    diameter: Emu  # of the round seal
    close: bool = False  # its rows stand as near to each other as they may
    tab_stops: Emu = TAB_STOPS  # how far apart

    def spec(self, role: Role) -> ElementSpec:
        """How an element of `role` is set; what the profile does not know is set as 其他."""
        return self.profile.elements.get(role) or self.profile.elements[Role.OTHER]

    def tracking(self, spec: ElementSpec) -> Emu:
        """Only 三号 text stands on the character grid (spec U-6)."""
        return self.grid.tracking if spec.size == Hao("三号") else Emu(0)

    def column(self, spec: ElementSpec) -> Emu:
        """One 字 of the element, as wide as its characters really advance."""
        return Emu(spec.size + self.tracking(spec))

    def columns(self, spec: ElementSpec, count: float) -> Emu:
        """`count` 字 of the element."""
        return Emu(round(self.column(spec) * count))

    def rows(self, count: float) -> Emu:
        """`count` lines of the grid."""
        return Emu(round(self.grid.pitch * count))

    def line(self, spec: ElementSpec) -> Emu:
        """The exact line pitch of the element."""
        if spec.pitch is Pitch.ROW:
            return self.grid.pitch
        if spec.pitch is Pitch.EM:
            return spec.size
        assert isinstance(spec.pitch, Emu)
        return spec.pitch

    def width(self, text: str, spec: ElementSpec) -> Emu:
        """How wide `text` becomes in the element's fonts, tracking included."""
        ems = self.fonts.width(text, spec.slot, spec.throughout)
        return Emu(round(ems * spec.size + len(text) * self.tracking(spec)))

    @property
    def stamp(self) -> tuple[Emu, Emu]:
        """Width and height of the room for a 签名章."""
        spec = self.profile.sign_off[self.seal]
        return self.columns(self.spec(Role.DATE), spec.stamp_width), self.rows(spec.stamp_height)

    @property
    def first_top(self) -> Emu:
        """From the sheet's top to the text area of the first page."""
        first = self.profile.first_page
        return self.grid.top if first is None else first.top

    @property
    def first_bottom(self) -> Emu:
        """From the text area of the first page to the sheet's lower edge; the leading of its last line is in it."""
        first = self.profile.first_page
        if first is None:
            return self.grid.bottom
        leading = (self.grid.pitch - Hao("三号")) // 2
        return Emu(self.profile.paper.height - first.line_y + first.line_gap - leading)

    @property
    def text_width(self) -> Emu:
        """Width of the type area."""
        return Emu(self.profile.paper.width - self.grid.left - self.grid.right)

    @property
    def text_height(self) -> Emu:
        """Height between the margins."""
        return Emu(self.profile.paper.height - self.grid.top - self.grid.bottom)


def with_close_rows(setting: Setting) -> Setting:
    """The same with rows of seals as near to each other as they may stand: where nothing else gives room (7.3.5.5)."""
    return replace(setting, close=True)


_SETTINGS: dict[tuple[int, int, str, Seal, Emu, Emu], Setting] = {}
_ROOM = 16


def setting_of(
    profile: Profile,
    fonts: FontSystem,
    grid: str | None,
    seal: Seal | None = None,
    diameter: Emu | None = None,
    *,
    tab_stops: Emu = TAB_STOPS,
) -> Setting:
    """The setting of a run; the same one for the same profile and fonts, so that styles are built once a batch."""
    name = grid or profile.default_grid
    means = seal or profile.authentication
    across = profile.seal.diameter if diameter is None else diameter
    # A kept setting keeps both alive, so the ids stay theirs.
    key = (id(profile), id(fonts), name, means, across, tab_stops)
    found = _SETTINGS.get(key)
    if found is None:
        if name not in profile.grids:
            raise UsageError(f"没有名为“{name}”的版心", f"可用：{'、'.join(profile.grids)}。")
        if len(_SETTINGS) >= _ROOM:
            _SETTINGS.clear()
        found = _SETTINGS[key] = Setting(profile, profile.grids[name], fonts, means, across, tab_stops=tab_stops)
    return found
