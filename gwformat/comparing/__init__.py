"""Comparing: the passages of two versions come in, every difference between them goes out."""

from gwformat.comparing.differences import Difference, Kind, differences
from gwformat.comparing.passages import Passage, Place, compared

__all__ = ["Difference", "Kind", "Passage", "Place", "compared", "differences"]
