"""Where the paragraphs of a docx stand on paper: computed, measured, or not known, and why."""

from gwformat.check.geometry.geometry import Geometry
from gwformat.check.geometry.values import Known, PlacedLine, PlacedStroke, Stand

__all__ = ["Geometry", "Known", "PlacedLine", "PlacedStroke", "Stand"]
