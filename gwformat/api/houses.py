"""The path of a unit's own profile comes in; its deviations from the standard go out."""

from __future__ import annotations

from gwformat.profiles.house import House, read_house

__all__ = ["House", "read_house"]
