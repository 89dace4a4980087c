"""A profile by name or path comes in, the checked `Profile` goes out."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Sequence
from pathlib import Path

from gwformat.element_forms import form_fault
from gwformat.errors import ConfigurationInvalid
from gwformat.metadata import SUPPLIED, role_named, terms
from gwformat.profiles import table
from gwformat.profiles.schema import Profile

_PACKAGE = "gwformat.profiles"


def load_profile(name_or_path: str | Path) -> Profile:
    """The packaged profile of that name, or the TOML file at that path."""
    return _checked(table.load(Profile, _PACKAGE, name_or_path), name_or_path)


packaged_profile = functools.cache(load_profile)
"""A packaged profile, read once: what is packaged does not change while the program runs."""


def load_adapted(path: Path, name: str) -> Profile:
    """A unit's own profile as it is for another packaged format: what that says of itself goes before the unit's."""
    house = table.chain(_PACKAGE, path)
    profile = table.load_layers(Profile, (*own_layers(name, house), *house))
    return _checked(dataclasses.replace(profile, name=load_profile(path).name), path)


def own_layers(name: str, others: Sequence[table.Layer]) -> tuple[table.Layer, ...]:
    """What the packaged format `name` says beyond those of the `others` that are packaged too."""
    known = {layer.file for layer in others if layer.packaged}
    return tuple(layer for layer in table.chain(_PACKAGE, name) if layer.file not in known)


def _checked(profile: Profile, name_or_path: str | Path) -> Profile:
    if profile.default_grid not in profile.grids:
        grids = "、".join(profile.grids)
        raise ConfigurationInvalid(
            f"{name_or_path}：default_grid 没有名为“{profile.default_grid}”的网格", f"可用：{grids}"
        )
    for key in profile.supplied:
        if role_named(key) not in SUPPLIED:
            raise ConfigurationInvalid(f"{name_or_path}：[supplied] 中有不认识的要素“{key}”", f"可用：{terms()}")
    for key, text in ((key, text) for key, texts in profile.supplied.items() for text in texts):
        role = role_named(key)
        if role is not None and (fault := form_fault(role, text)):
            raise ConfigurationInvalid(f"{name_or_path}：[supplied] 中“{key}”的内容不对：{fault.says}", fault.advice)
    if profile.system.endswith(".toml"):  # beside the file that names it
        return dataclasses.replace(profile, system=str(Path(name_or_path).parent / profile.system))
    return profile


@functools.cache
def profile_names() -> tuple[str, ...]:
    """The names of the packaged profiles."""
    return table.names(_PACKAGE)
