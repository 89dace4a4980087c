"""Typst source with its fonts and pictures comes in, bytes of a PDF, PNG or SVG go out; nothing is written to disk."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Literal

from gwformat.errors import ConfigurationInvalid
from gwformat.fonts.installed import Installed
from gwformat.writers.typst.source import Typeface

if TYPE_CHECKING:
    import typst

Format = Literal["pdf", "png", "svg"]

_EPOCH = datetime.fromtimestamp(0, UTC)  # archive files must have a date; a fixed one: the same pages, the same bytes
_SVG_BEGINS = (b"<svg", b"<?xml", b"<!--")
_SUFFIXES = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF8", "gif"),
    *((begin, "svg") for begin in _SVG_BEGINS),
)


def compiled(
    text: str,
    fonts: Sequence[Installed],
    pictures: Mapping[bytes, str],
    form: Format,
    *,
    ppi: float | None = None,
    standards: Sequence[str] = (),
    created: datetime | None = None,
) -> tuple[bytes, ...]:
    """The result, one element for a PDF and one per page otherwise."""
    engine = _engine()
    files: dict[str, bytes] = {"main.typ": text.encode(), **{name: data for data, name in pictures.items()}}
    book, _ = _book(tuple(fonts))
    result = engine.compile(
        files, font_paths=book, format=form, ppi=ppi, pdf_standards=list(standards), timestamp=created or _EPOCH
    )
    return tuple(result) if isinstance(result, list) else (result,)


def typefaces(fonts: Sequence[Installed]) -> Mapping[Installed, Typeface]:
    """What typst calls each face."""
    return _book(tuple(fonts))[1]


def drawable(contents: Sequence[bytes]) -> dict[bytes, str]:
    """File names for the pictures that typst can draw; damaged ones and other formats are left out."""
    named = {
        data: f"picture{number}.{_suffix(data)}" for number, data in enumerate(dict.fromkeys(contents)) if _suffix(data)
    }
    return {data: name for data, name in named.items() if _opens(data, name)}


def _opens(data: bytes, name: str) -> bool:
    engine = _engine()
    sheet = f'#set page(width: 1pt, height: 1pt, margin: 0pt)\n#image("{name}", width: 1pt, height: 1pt)'
    try:
        engine.compile({"main.typ": sheet.encode(), name: data}, font_paths=_no_fonts(), format="pdf")
    except engine.TypstError:
        return False
    return True


def _suffix(data: bytes) -> str:
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return next((suffix for begin, suffix in _SUFFIXES if data.lstrip().startswith(begin)), "")


@lru_cache(maxsize=16)
def _book(fonts: tuple[Installed, ...]) -> tuple[typst.Fonts, Mapping[Installed, Typeface]]:
    """Typst's own register of exactly these faces.

    Typst reads folders, not files. It is given one with links to the wanted files, so that it need not read all fonts
    of the machine and cannot choose another; where links are not allowed, it reads the folders the files are in.
    """
    engine = _engine()
    files = list(dict.fromkeys(face.path for face in fonts))
    with tempfile.TemporaryDirectory(prefix="gwformat-fonts-") as scratch:
        try:
            for number, path in enumerate(files):
                Path(scratch, f"{number}{path.suffix}").symlink_to(path.resolve())
            folders = [scratch]
        except OSError:
            folders = [str(folder) for folder in dict.fromkeys(path.parent for path in files)]
        book = engine.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
    known = {(os.path.realpath(info.path), info.index): info for info in book.fonts() if info.path}
    found = {}
    for face in fonts:
        info = known[os.path.realpath(face.path), face.index]
        found[face] = Typeface(info.family, info.weight, info.style, info.stretch * 100)
    return book, found


@lru_cache(maxsize=1)
def _no_fonts() -> typst.Fonts:
    fonts: typst.Fonts = _engine().Fonts(include_system_fonts=False, include_embedded_fonts=False)
    return fonts


def _engine() -> ModuleType:
    try:
        import typst
    except ImportError:
        advice = "请安装附加组件：pip install 'gwformat[pdf]'"
        raise ConfigurationInvalid("输出 PDF、PNG、SVG 需要 typst，这台机器上没有安装", advice) from None
    return typst
