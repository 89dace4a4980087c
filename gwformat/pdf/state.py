"""The graphics state of a PDF: what places and what paints, copied when it is saved."""

from __future__ import annotations

import copy

from gwformat.finished.matrices import EVERYWHERE, Bounds, Matrix
from gwformat.finished.paints import BLACK
from gwformat.finished.values import Paint
from gwformat.pdf.colours import DEVICE, ColourSpace
from gwformat.pdf.fonts import PdfFont
from gwformat.values import dataclass


@dataclass(slots=True)
class State:
    """What places and colours text, lines and pictures."""

    matrix: Matrix
    clip: Bounds = EVERYWHERE  # in mm on the page
    fill: Paint = BLACK
    stroke: Paint = BLACK
    fill_space: ColourSpace = DEVICE["/DeviceGray"]
    stroke_space: ColourSpace = DEVICE["/DeviceGray"]
    weight: float = 1.0
    font: PdfFont | None = None
    size: float = 0.0
    tracking: float = 0.0
    word: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0

    def copy(self) -> State:
        """A state of its own."""
        return copy.copy(self)
