"""The name of a font comes in, which of the typefaces the standard names it is a face of goes out."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping
from importlib import resources

from gwformat.profiles.schema import Slot

_SEPARATORS = re.compile(r"[\s_\-@]+")


@functools.cache
def _names() -> Mapping[str, Slot]:
    text = resources.files(__package__).joinpath("styles.toml").read_text("utf-8")
    return {_plain(name): Slot(slot) for slot, names in tomllib.loads(text)["names"].items() for name in names}


@functools.cache
def _parts() -> tuple[tuple[str, Slot], ...]:
    text = resources.files(__package__).joinpath("styles.toml").read_text("utf-8")
    return tuple((_plain(part), Slot(slot)) for slot, parts in tomllib.loads(text)["parts"].items() for part in parts)


def _plain(name: str) -> str:
    return _SEPARATORS.sub("", name).casefold()


@functools.lru_cache(maxsize=512)
def style_of(name: str) -> Slot | None:
    """The typeface a family belongs to: by its name, else by a part of it; None if neither says."""
    plain = _plain(name)
    known = _names().get(plain)
    if known is not None:
        return known
    return next((slot for part, slot in _parts() if part in plain), None)
