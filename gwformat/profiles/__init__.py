"""Profiles: the numbers of a format of the standard, as TOML with the clause of each."""

from gwformat.profiles.loader import load_adapted, load_profile, packaged_profile
from gwformat.profiles.schema import Profile

__all__ = ["Profile", "load_adapted", "load_profile", "packaged_profile"]
