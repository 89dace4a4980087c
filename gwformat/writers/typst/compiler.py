"""Typst source with its fonts and pictures comes in, bytes of a PDF, PNG or SVG go out; nothing is written to disk."""

from __future__ import annotations

import os
import tempfile
import threading
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, Literal

from gwformat.errors import ComponentMissing
from gwformat.fonts.installed import Installed
from gwformat.writers.typst.renaming import renamed
from gwformat.writers.typst.source import Typeface, picture

if TYPE_CHECKING:
    import typst

Format = Literal["pdf", "png", "svg"]

_EPOCH = datetime.fromtimestamp(0, UTC)  # archive files must have a date; a fixed one: the same pages, the same bytes


_AGES = 11  # documents after which typst forgets what none of them asked for


class PictureDamaged(Exception):
    """A picture that was to be drawn is damaged or in a format typst does not know."""


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
    """The result, one element for a PDF and one per page otherwise; `PictureDamaged` if a picture cannot be drawn."""
    library = engine()
    options: dict[str, Any] = {
        "format": form,
        "ppi": ppi,
        "pdf_standards": list(standards),
        "timestamp": created or _EPOCH,
    }
    try:
        result = guarded(lambda: _compiler(tuple(fonts)).compile(_files(text, pictures), **options))
    except library.TypstError as error:
        if len(drawable(pictures)) < len(pictures):
            raise PictureDamaged from error
        raise
    return tuple(result) if isinstance(result, list) else (result,)


def guarded(compiling: Callable[[], Any]) -> Any:
    """What comes of it; a bug in typst, which no "except Exception" catches, is an error like others to its user."""
    try:
        return compiling()
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise RuntimeError(f"typst: {error}") from error
        raise


def forget(fonts: Sequence[Installed]) -> None:
    """Give back what the last documents took: typst keeps it for the next ones, so it is given a few empty ones."""
    options: dict[str, Any] = {"format": "pdf"}
    for _ in range(_AGES):
        _compiler(tuple(fonts)).compile(_files("", {}), **options)


def typefaces(fonts: Sequence[Installed]) -> Mapping[Installed, Typeface]:
    """What typst calls each face."""
    return _book(tuple(fonts))[1]


def drawable(pictures: Mapping[bytes, str]) -> dict[bytes, str]:
    """Those of the pictures that typst can draw; damaged ones and other formats are left out."""
    return {data: name for data, name in pictures.items() if _opens(data)}


def _opens(data: bytes) -> bool:
    library = engine()
    sheet = f"#set page(width: 9pt, height: 9pt, margin: 0pt)\n#image({picture('it')}, width: 9pt, height: 9pt)"
    try:
        library.compile(_files(sheet, {data: "it"}), font_paths=no_fonts(), format="pdf")
    except library.TypstError:
        return False
    return True


class _Compilers(threading.local):
    """The last compiler of each thread, which cannot be lent to another; it has its fonts open."""

    fonts: tuple[Installed, ...] | None = None
    last: typst.Compiler | None = None


_compilers = _Compilers()


def _compiler(fonts: tuple[Installed, ...]) -> typst.Compiler:
    """A compiler with these faces; the documents of one run mostly want the same ones."""
    if _compilers.last is None or _compilers.fonts != fonts:
        _compilers.last = engine().Compiler(font_paths=_book(fonts)[0])
        _compilers.fonts = fonts
    return _compilers.last


def _files(text: str, pictures: Mapping[bytes, str]) -> dict[str, bytes]:
    """Typst's files, which live in memory only. They must be text: a picture is a JSON list of its bytes."""
    lists = {f"{name}.json": f"[{','.join(map(str, data))}]".encode() for data, name in pictures.items()}
    return {"main.typ": text.encode(), **lists}


@lru_cache(maxsize=16)
def _book(fonts: tuple[Installed, ...]) -> tuple[typst.Fonts, Mapping[Installed, Typeface]]:
    """Typst's own register of exactly these faces.

    Typst reads folders, not files. It is given one with links to the wanted files, so that it need not read all fonts
    of the machine and cannot choose another; where links are not allowed, it reads the folders the files are in.
    """
    files = list(dict.fromkeys(face.path for face in fonts))
    with tempfile.TemporaryDirectory(prefix="gwformat-fonts-") as scratch:
        try:
            for number, path in enumerate(files):
                link = Path(scratch, f"{number}{path.suffix}")
                link.symlink_to(path.resolve())
                link.stat()  # Wine says that it has made one, and has not
            folders = [scratch]
        except OSError:
            folders = [str(folder) for folder in dict.fromkeys(path.parent for path in files)]
        book, known = _registered(folders)
        places = {face: (os.path.realpath(face.path), face.index) for face in fonts}
        called = Counter(known.values())
        if alike := [face for face in fonts if called[known[places[face]]] > 1]:
            copies = {face: renamed(face) for face in alike}
            book, known = _registered([*folders, *(str(copy.parent) for copy in copies.values())])
            places |= {face: (os.path.realpath(copy), 0) for face, copy in copies.items()}
    return book, {face: known[place] for face, place in places.items()}


def _registered(folders: Sequence[str]) -> tuple[typst.Fonts, Mapping[tuple[str, int], Typeface]]:
    """The register of all faces in `folders`, and what it calls them, by file and number."""
    book = engine().Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
    known = {
        (os.path.realpath(info.path), info.index): Typeface(info.family, info.weight, info.style, info.stretch * 100)
        for info in book.fonts()
        if info.path
    }
    return book, known


@lru_cache(maxsize=1)
def no_fonts() -> typst.Fonts:
    """A register without any face."""
    fonts: typst.Fonts = engine().Fonts(include_system_fonts=False, include_embedded_fonts=False)
    return fonts


def engine() -> ModuleType:
    """The library; `ComponentMissing` where it is not installed."""
    try:
        import typst
    except ImportError:
        raise ComponentMissing("输出 PDF、PNG、SVG ", "typst", "pdf") from None
    return typst
