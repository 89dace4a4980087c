"""A profile by name or path comes in, the checked `Profile` goes out."""

from __future__ import annotations

import dataclasses
import functools
from pathlib import Path

from gwformat.errors import ConfigurationInvalid
from gwformat.metadata import SUPPLIED, role_named, terms
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
    for key in profile.supplied:
        if role_named(key) not in SUPPLIED:
            raise ConfigurationInvalid(f"{name_or_path}：[supplied] 中有不认识的要素“{key}”", f"可用：{terms()}")
    if profile.system.endswith(".toml"):  # beside the file that names it
        return dataclasses.replace(profile, system=str(Path(name_or_path).parent / profile.system))
    return profile


@functools.cache
def profile_names() -> tuple[str, ...]:
    """The names of the packaged profiles."""
    return table.names(_PACKAGE)
