"""The path of a unit's own profile comes in; its deviations from the standard go out."""

from __future__ import annotations

from gwformat.api.options import StrPath
from gwformat.fonts.system import load_system
from gwformat.profiles import house
from gwformat.profiles.house import House

__all__ = ["House", "read_house"]


def read_house(path: StrPath) -> House:
    """The profile at `path` with its deviations; `ConfigurationInvalid` if it or the fonts it names cannot be used."""
    found = house.read_house(path)
    if found.profile.system:
        load_system(found.profile.system)
    return found
