"""A docx and a font system come in; the docx with its fonts mapped stands at a path, and what was done goes out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from gwformat import output
from gwformat.api.common import demand_docx, undisturbed
from gwformat.api.options import StrPath
from gwformat.api.proving import prove
from gwformat.fonts.system import FontSystem, load_system
from gwformat.model import Document
from gwformat.ooxml.archive import read_file
from gwformat.ooxml.hidden import hidden_said
from gwformat.ooxml.package import Package
from gwformat.values import dataclass
from gwformat.writers.docx.mapping import Mapped, map_fonts


@dataclass(frozen=True, slots=True)
class MapResult:
    """A file whose fonts were mapped."""

    source: Path
    output: Path
    system: FontSystem
    mapped: Mapped
    notices: tuple[str, ...] = ()  # of the file that was read


@undisturbed()
def map_fonts_file(
    path: StrPath,
    target: StrPath,
    system: str,
    *,
    keep_lines: bool = False,
    font_dirs: Sequence[StrPath] = (),
    force: bool = False,
) -> MapResult:
    """Write the docx at `path` to `target` with every font named as the font system names it.

    Nothing but fonts changes, and with `keep_lines` the tracking of some letters and digits: `Refused`, and nothing
    written, if the result reads otherwise.
    """
    path, target = Path(path), Path(target)
    output.check_target(path, target, force=force)
    fonts = load_system(system)
    data = read_file(path)
    demand_docx(path, data, "不能换字体")
    package = hidden_said(Package.from_bytes(data))
    mapped = in_fonts_of(fonts, package, path, keep_lines=keep_lines, font_dirs=font_dirs)
    result = mapped.package.to_bytes()
    prove(package, result)
    output.check_target(path, target, force=force)
    output.write_atomically(target, result)
    return MapResult(path, target, fonts, mapped, notices=package.notices)


def in_fonts_of(
    system: FontSystem, package: Package, path: Path, *, keep_lines: bool, font_dirs: Sequence[StrPath] = ()
) -> Mapped:
    """The package with every font named as `system` names it; `path` is what the file is called."""
    advances = None
    if keep_lines:
        from gwformat.fonts.advances import Advances
        from gwformat.fonts.installed import installed_fonts

        advances = Advances(installed_fonts([Path(folder) for folder in font_dirs]))
    return map_fonts(package, system, advances, lambda read: _recognised(path, read))


def _recognised(path: Path, package: Package) -> Document:
    """The elements of the file as it is; asked for only where it has fonts nobody knows."""
    from gwformat import recognise
    from gwformat.readers.docx import read_package

    return recognise.recognise(read_package(path, package, checking=True))
