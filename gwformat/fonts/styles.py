"""The name of a font comes in, which of the typefaces the standard names it is a face of goes out."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from importlib import resources

from gwformat.expressions import expression
from gwformat.profiles.schema import Slot

_SEPARATORS = expression(r"[\s_\-@]+")


@functools.cache
def _table(name: str) -> Mapping[str, Slot]:
    """Names or parts of names of one table of `styles.toml`, in its order."""
    tables = tomllib.loads(resources.files(__package__).joinpath("styles.toml").read_text("utf-8"))
    return {_plain(said): Slot(slot) for slot, names in tables[name].items() for said in names}


def _plain(name: str) -> str:
    return _SEPARATORS.sub("", name).casefold()


@functools.lru_cache(maxsize=512)
def style_of(name: str) -> Slot | None:
    """The typeface a family belongs to: by its name, else by a part of it; None if neither says."""
    plain = _plain(name)
    known = _table("names").get(plain)
    return _by_part(plain, "parts") if known is None else known


@functools.lru_cache(maxsize=512)
def style_like(name: str) -> Slot | None:
    """The typeface a family belongs to or at least resembles, as 微软雅黑 does 黑体; None if nothing says."""
    return style_of(name) or _by_part(_plain(name), "like")


def _by_part(plain: str, table: str) -> Slot | None:
    return next((slot for part, slot in _table(table).items() if part in plain), None)
