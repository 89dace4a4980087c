"""Font folders come in, the faces installed there go out, to be asked for by any of their names."""

from __future__ import annotations

import importlib.util
import json
import os
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gwformat.fonts.folders import cache_folder, font_folders
from gwformat.fonts.opened import opened
from gwformat.values import dataclass

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

REGULAR, BOLD = 400, 700
_AT_LEAST_BOLD = 600

_CACHE = "fonts-1.json"  # count up when what is kept of a font changes
_SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")
_WEB_SUFFIXES = (".woff2", ".woff")
_SIMPLIFIED_CHINESE = 1 << 18  # OS/2 ulCodePageRange1
_ITALIC = 1  # OS/2 fsSelection
_FAMILY, _FULL_NAME, _POSTSCRIPT, _TYPOGRAPHIC_FAMILY = 1, 4, 6, 16


@dataclass(frozen=True, slots=True)
class Installed:
    """One installed face: the file, its number in a collection, and what its name table says."""

    path: Path
    index: int
    names: tuple[str, ...]  # family, full and PostScript names in all languages
    families: tuple[str, ...] = ()  # typographic families, which hold many weights
    weight: int = REGULAR
    italic: bool = False
    chinese: bool = False  # says that it is made for simplified Chinese

    @property
    def name(self) -> str:
        """The name to show: the Chinese one if there is one."""
        return next((name for name in self.names if not name.isascii()), self.names[0])

    @property
    def is_bold(self) -> bool:
        """Whether the face is drawn bold."""
        return self.weight >= _AT_LEAST_BOLD


@dataclass(frozen=True, slots=True)
class InstalledFonts:
    """All faces found, those of folders named by the user first."""

    faces: tuple[Installed, ...]
    unread: tuple[Path, ...] = ()  # web fonts that this Python has nothing to unpack with
    _by_name: Mapping[str, tuple[Installed, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        index: dict[str, list[Installed]] = {}
        for face in self.faces:
            for name in dict.fromkeys(map(_key, (*face.names, *face.families))):
                index.setdefault(name, []).append(face)
        object.__setattr__(self, "_by_name", {name: tuple(faces) for name, faces in index.items()})

    def find(self, name: str) -> Installed | None:
        """The upright face of that family, full or PostScript name whose weight is nearest to regular."""
        faces = [face for face in self._by_name.get(_key(name), ()) if not face.italic]
        return min(faces, key=lambda face: (_is_wider_family(face, name), abs(face.weight - REGULAR)), default=None)

    def find_bold(self, name: str) -> Installed | None:
        """The bold face of that family, if it has one of its own."""
        faces = [face for face in self._by_name.get(_key(name), ()) if not face.italic]
        bold = [face for face in faces if face.is_bold]
        return min(bold, key=lambda face: (_is_wider_family(face, name), abs(face.weight - BOLD)), default=None)


def installed_fonts(font_dirs: Sequence[Path] = (), *, web: bool = False) -> InstalledFonts:
    """The faces in `font_dirs` and the folders of this machine; with `web` those too that nothing can draw with."""
    return _scan(tuple(dict.fromkeys((*map(Path, font_dirs), *font_folders()))), web)


def _key(name: str) -> str:
    return name.strip().casefold()


def _is_wider_family(face: Installed, name: str) -> bool:
    """Whether `name` is only the typographic family: “Noto Serif CJK SC” for its SemiBold."""
    return _key(name) not in map(_key, face.names)


@lru_cache(maxsize=8)
def _scan(folders: tuple[Path, ...], web: bool) -> InstalledFonts:
    known = _load_cache()
    entries: dict[str, list[Any]] = {}
    unread: list[Path] = []
    for path, state in _files(folders, _SUFFIXES + _WEB_SUFFIXES if web else _SUFFIXES):
        if path.lower().endswith(".woff2") and not _can_unpack():
            unread.append(Path(path))
            continue
        seen = known.get(path)
        stamp = [state.st_mtime_ns, state.st_size]
        entries[path] = seen if seen and seen[:2] == stamp else [*stamp, list(_read(path))]
    if any(known.get(path) is not entry for path, entry in entries.items()):
        _store_cache({path: entry for path, entry in known.items() if Path(path).exists()} | entries)
    faces = tuple(_installed(path, face) for path, entry in entries.items() for face in entry[2])
    return InstalledFonts(faces, tuple(unread))


def _can_unpack() -> bool:
    """Whether there is a Brotli, in which WOFF2 is packed; fontTools takes either."""
    return any(importlib.util.find_spec(name) for name in ("brotli", "brotlicffi"))


def _files(folders: Iterable[Path], suffixes: tuple[str, ...]) -> Iterator[tuple[str, os.stat_result]]:
    """The font files below `folders`, in a fixed order; a folder reached twice is read once."""
    visited: set[str] = set()
    for folder in folders:
        for root, below, names in os.walk(folder, followlinks=True):
            real = os.path.realpath(root)
            if real in visited:
                below.clear()
                continue
            visited.add(real)
            below.sort()
            for name in sorted(names):
                if not name.lower().endswith(suffixes):
                    continue
                path = Path(root, name)
                try:
                    state = path.stat()
                except OSError:  # a dead link
                    continue
                if stat.S_ISREG(state.st_mode):  # whoever opens a pipe waits for what never comes
                    yield str(path), state


def _read(path: str) -> Iterator[dict[str, Any]]:
    """What is kept of each face in the file; nothing for a file that is no font or a damaged one."""
    from fontTools.ttLib.sfnt import readTTCHeader

    faces = []
    try:
        with Path(path).open("rb") as file:
            count = readTTCHeader(file).numFonts if file.read(4) == b"ttcf" and not file.seek(0) else 1
        for index in range(count):
            with opened(Path(path), index) as font:
                faces.append(_describe(font, index))
    except Exception:  # a damaged font may make the parser raise anything
        return
    yield from (face for face in faces if face["names"])


def _describe(font: TTFont, index: int) -> dict[str, Any]:
    records = font["name"].names
    said = {"names": (_FAMILY, _FULL_NAME, _POSTSCRIPT), "families": (_TYPOGRAPHIC_FAMILY,)}
    texts = {
        key: [
            record.toUnicode(errors="replace").strip()
            for wanted in ids
            for record in records
            if record.nameID == wanted
        ]
        for key, ids in said.items()
    }
    metrics = font["OS/2"]
    return {
        "index": index,
        **{key: [text for text in dict.fromkeys(found) if text] for key, found in texts.items()},
        "weight": metrics.usWeightClass,
        "italic": bool(metrics.fsSelection & _ITALIC),
        "chinese": bool(getattr(metrics, "ulCodePageRange1", 0) & _SIMPLIFIED_CHINESE),
    }


def _installed(path: str, face: Mapping[str, Any]) -> Installed:
    return Installed(
        Path(path),
        face["index"],
        tuple(face["names"]),
        tuple(face["families"]),
        face["weight"],
        face["italic"],
        face["chinese"],
    )


def _load_cache() -> dict[str, list[Any]]:
    try:
        loaded = json.loads((cache_folder() / _CACHE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return loaded if isinstance(loaded, dict) else {}


def _store_cache(entries: Mapping[str, list[Any]]) -> None:
    store(cache_folder() / _CACHE, json.dumps(entries, ensure_ascii=False, separators=(",", ":")).encode())


def store(path: Path, data: bytes) -> None:
    """Write a cache file so that no other process sees half of it; a cache that cannot be written is no error."""
    partial = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(data)
        partial.replace(path)
    except OSError:
        partial.unlink(missing_ok=True) if partial.parent.is_dir() else None
