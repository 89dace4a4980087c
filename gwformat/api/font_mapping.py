"""A docx and a font system come in; the docx with its fonts mapped stands at a path, and what was done goes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from gwformat import ledger, output
from gwformat.api.common import fonts_of, undisturbed, unproven
from gwformat.fonts.system import FontSystem
from gwformat.ooxml.package import Package
from gwformat.writers.docx.mapping import Mapped, map_fonts


@dataclass(frozen=True, slots=True)
class MapResult:
    """A file whose fonts were mapped."""

    source: Path
    output: Path
    system: FontSystem
    mapped: Mapped
    lacking: str = ""  # characters that the faces of the system do not have
    notices: tuple[str, ...] = ()  # of the file that was read


@undisturbed()
def map_fonts_file(
    path: Path,
    target: Path,
    system: str,
    *,
    keep_lines: bool = False,
    font_dirs: Sequence[Path] = (),
    force: bool = False,
) -> MapResult:
    """Write the docx at `path` to `target` with every font named as the font system names it.

    Nothing but fonts changes, and with `keep_lines` the tracking of some letters and digits: `Refused`, and nothing
    written, if the result reads otherwise.
    """
    output.check_target(path, target, force=force)
    fonts = fonts_of(system)
    package = Package.open(path)
    advances = None
    if keep_lines:
        from gwformat.fonts.advances import Advances
        from gwformat.fonts.installed import installed_fonts

        advances = Advances(installed_fonts(font_dirs))
    mapped = map_fonts(package, fonts, advances)
    data = mapped.package.to_bytes()
    problems = ledger.check_amended(package.parts, data, {})
    if problems:
        raise unproven(problems)
    output.check_target(path, target, force=force)
    output.write_atomically(target, data)
    return MapResult(path, target, fonts, mapped, notices=package.notices)
