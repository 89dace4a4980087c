"""Where this machine keeps its fonts, and where what is found out about them may be cached."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

_FONTCONFIG = Path("/etc/fonts/fonts.conf")
_DEPTH = 8  # of includes in fontconfig files
_VARIABLES = (  # that say where folders are
    *("FONTCONFIG_FILE", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME"),
    *("SYSTEMROOT", "LOCALAPPDATA", "USERPROFILE"),
)


def font_folders() -> tuple[Path, ...]:
    """The folders in which the system and the user keep fonts, each once, whether they exist or not.

    They are looked up once for an environment: over many files, fontconfig's own would take longer than some of these.
    """
    return _found(sys.platform, tuple(map(os.environ.get, _VARIABLES)))


@lru_cache(maxsize=8)
def _found(platform: str, environment: tuple[str | None, ...]) -> tuple[Path, ...]:
    found = _windows() if platform == "win32" else _macos() if platform == "darwin" else _linux()
    return tuple(dict.fromkeys(found))


def cache_folder() -> Path:
    """The user's cache folder of this program; it need not exist."""
    if sys.platform == "win32":
        return _from_environment("LOCALAPPDATA", Path.home() / "AppData" / "Local") / "gwformat" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "gwformat"
    return _from_environment("XDG_CACHE_HOME", Path.home() / ".cache") / "gwformat"


def _from_environment(variable: str, default: Path) -> Path:
    value = os.environ.get(variable, "")
    return Path(value) if value else default


def _windows() -> list[Path]:
    system = _from_environment("SYSTEMROOT", Path("C:/Windows")) / "Fonts"
    local = _from_environment("LOCALAPPDATA", Path.home() / "AppData" / "Local")
    return [system, local / "Microsoft" / "Windows" / "Fonts"]


def _macos() -> list[Path]:
    # Fonts on demand, and those that Office keeps to itself: 仿宋, 楷体 and 宋体 are among them.
    assets = sorted(Path("/System/Library/AssetsV2").glob("com_apple_MobileAsset_Font*"))
    office = Path("/Applications/Microsoft Word.app/Contents/Resources/DFonts")
    return [Path.home() / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"), *assets, office]


def _linux() -> list[Path]:
    configured = os.environ.get("FONTCONFIG_FILE", "")
    found = list(_fontconfig(Path(configured) if configured else _FONTCONFIG, _DEPTH))
    data = _from_environment("XDG_DATA_HOME", Path.home() / ".local" / "share")
    usual = [data / "fonts", Path.home() / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts")]
    return found or usual


def _fontconfig(path: Path, depth: int) -> Iterator[Path]:
    """The `dir` elements of a fontconfig file and of the files it includes; a file that cannot be read has none."""
    from xml.etree import ElementTree

    try:
        root = ElementTree.parse(path).getroot()
    except (OSError, ElementTree.ParseError):
        return
    for element in root:
        text = (element.text or "").strip()
        if element.tag == "dir" and text:
            yield _resolved(text, element.get("prefix", ""), "XDG_DATA_HOME", ".local/share", path.parent)
        elif element.tag == "include" and text and depth:
            target = _resolved(text, element.get("prefix", ""), "XDG_CONFIG_HOME", ".config", path.parent)
            files = sorted(target.glob("[0-9]*.conf")) if target.is_dir() else [target]
            for file in files:
                yield from _fontconfig(file, depth - 1)


def _resolved(text: str, prefix: str, variable: str, default: str, parent: Path) -> Path:
    if prefix == "xdg":
        return _from_environment(variable, Path.home() / default) / text
    return parent / Path(text).expanduser()
