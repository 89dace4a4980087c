"""A PDF comes in, its pages as pixels go out, drawn by poppler."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageChops

needs_poppler = pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler is not installed")


def drawn(data: bytes, folder: Path, dpi: int = 150) -> list[Image.Image]:
    path = folder / "drawn.pdf"
    path.write_bytes(data)
    subprocess.run(["pdftoppm", "-r", str(dpi), path, folder / "drawn"], check=True, capture_output=True)
    files = sorted(folder.glob("drawn-*.ppm"))
    pages = [Image.open(file).convert("RGB") for file in files]
    for file in files:
        file.unlink()
    return pages


def same(first: Image.Image, second: Image.Image) -> bool:
    return first.size == second.size and ImageChops.difference(first, second).getbbox() is None


def laid_on(first: Image.Image, second: Image.Image) -> Image.Image:
    """Ink on ink."""
    return ImageChops.darker(first, second)
