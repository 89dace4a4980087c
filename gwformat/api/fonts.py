"""Font systems and documents come in; what is installed, what is lacking, and files with fonts in them go out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from gwformat.api.options import StrPath
from gwformat.fonts.system import FontSystem, load_system, system_names
from gwformat.values import dataclass

if TYPE_CHECKING:
    from gwformat.fonts.installed import InstalledFonts
    from gwformat.fonts.survey import Surveyed


@dataclass(frozen=True, slots=True)
class FontsListed:
    """What there is of font systems on this machine."""

    systems: tuple[tuple[FontSystem, tuple[Surveyed, ...]], ...]
    notices: tuple[str, ...] = ()

    @property
    def absent(self) -> tuple[str, ...]:
        """The families that are not installed."""
        from gwformat.fonts.survey import State

        every = (found for _, faces in self.systems for found in faces)
        return tuple(dict.fromkeys(found.face.family for found in every if found.state is not State.INSTALLED))


def list_fonts(systems: Sequence[str] = (), font_dirs: Sequence[StrPath] = ()) -> FontsListed:
    """The typefaces of the systems named, of all packaged ones if none is."""
    from gwformat.fonts.survey import survey

    fonts = fonts_here(font_dirs)
    chosen = [load_system(name) for name in systems or system_names()]
    return FontsListed(tuple((system, survey(system, fonts)) for system in chosen), unread(fonts))


def fonts_here(font_dirs: Sequence[StrPath]) -> InstalledFonts:
    """The fonts of this machine and of the folders named, web fonts too."""
    from gwformat.errors import UsageError, is_folder
    from gwformat.fonts.installed import installed_fonts

    folders = [Path(folder) for folder in font_dirs]
    for folder in folders:
        if not is_folder(folder):
            raise UsageError(f"“{folder}”不是文件夹，或者打不开", "--font-dir 后面写放字体的文件夹。")
    return installed_fonts(folders, web=True)


def unread(fonts: InstalledFonts) -> tuple[str, ...]:
    """The notice for web fonts that could not be read."""
    if not fonts.unread:
        return ()
    return (f"有 {len(fonts.unread)} 个 WOFF2 字体没有读，要先装解压用的库：pip install brotli",)
