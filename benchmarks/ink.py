"""A page of a PDF and an area come in, the box around the ink in that area goes out, in mm (600 dpi, poppler)."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

_DPI = 600


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in mm."""

    x0: float
    y0: float
    x1: float
    y1: float


def ink(pdf: Path, page: int, area: Box) -> Box | None:
    """The part of `area` that is not white, on a raster of the page; needs poppler's `pdftoppm`."""
    scale = _DPI / 25.4
    left, top = max(0, int(area.x0 * scale)), max(0, int(area.y0 * scale))
    width, height = int((area.x1 - area.x0) * scale), int((area.y1 - area.y0) * scale)
    command = ["pdftoppm", "-gray", "-r", str(_DPI), "-f", str(page), "-l", str(page), "-aa", "no", "-aaVector", "no"]
    region = ["-x", str(left), "-y", str(top), "-W", str(width), "-H", str(height)]
    image = subprocess.run([*command, *region, str(pdf)], capture_output=True, check=True).stdout
    header = re.match(rb"P5\s+(\d+)\s+(\d+)\s+(\d+)\s", image)
    if header is None:
        raise ValueError("pdftoppm gave no grey image")
    wide, high = int(header[1]), int(header[2])
    pixels = image[header.end() :]
    rows = [pixels[row * wide : (row + 1) * wide] for row in range(high)]
    marked = [row for row, line in enumerate(rows) if line.strip(b"\xff")]
    if not marked:
        return None
    x0 = min(wide - len(rows[row].lstrip(b"\xff")) for row in marked)
    x1 = max(len(rows[row].rstrip(b"\xff")) for row in marked)
    return Box(*((left + x0) / scale, (top + marked[0]) / scale, (left + x1) / scale, (top + marked[-1] + 1) / scale))
