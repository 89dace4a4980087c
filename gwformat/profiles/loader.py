"""A profile by name or path comes in, the checked `Profile` goes out."""

from __future__ import annotations

from pathlib import Path

from gwformat.errors import ConfigurationInvalid
from gwformat.profiles import table
from gwformat.profiles.schema import Profile

_PACKAGE = "gwformat.profiles"


def load_profile(name_or_path: str | Path) -> Profile:
    """The packaged profile of that name, or the TOML file at that path."""
    profile = table.load(Profile, _PACKAGE, name_or_path)
    if profile.default_grid not in profile.grids:
        grids = "、".join(profile.grids)
        raise ConfigurationInvalid(
            f"{name_or_path}：default_grid 没有名为“{profile.default_grid}”的网格", f"可用：{grids}"
        )
    return profile


def profile_names() -> tuple[str, ...]:
    """The names of the packaged profiles."""
    return table.names(_PACKAGE)
