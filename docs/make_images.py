"""Draw the pictures of the README: an example draft comes in, its first page before and after goes to docs/images.

    python docs/make_images.py [DRAFT]

The draft is drawn by LibreOffice, the result by this program, which sets it as Word and WPS do. Needs LibreOffice,
poppler and the fonts Noto Serif CJK, Noto Sans CJK and LXGW WenKai, which stand in here for the proprietary ones.
Widths of Han characters are the same in all of them, so the lines break where they will.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

from gwformat.api import FormatOptions, render_file
from gwformat.fonts import load_system
from gwformat.profiles.schema import Slot

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
RESOLUTION = 88
SYSTEM = "government"
SONGTI = "Noto Serif CJK SC"
STAND_INS = {
    Slot.FANGSONG: "LXGW WenKai Light",
    Slot.HEITI: "Noto Sans CJK SC",
    Slot.KAITI: "LXGW WenKai",
    Slot.SONGTI: SONGTI,
    Slot.XIAOBIAOSONG: f"{SONGTI}:bold",
}


def stand_ins() -> dict[str, str]:
    """What stands in for each family: those of the font system, and the 宋体 of the draft."""
    families = load_system(SYSTEM).families
    return {"宋体": SONGTI} | {family: STAND_INS[slot] for slot, family in families.items()}


def fontconfig(folder: Path) -> Path:
    """A fontconfig file that lets the stand-ins answer to the names of the real fonts."""
    matches = []
    for name, stand_in in stand_ins().items():
        family, _, weight = stand_in.partition(":")
        bold = '<edit name="weight" mode="assign" binding="strong"><const>bold</const></edit>' if weight else ""
        matches.append(
            f'<match target="pattern"><test name="family"><string>{escape(name)}</string></test>'
            f'<edit name="family" mode="assign" binding="strong"><string>{family}</string></edit>{bold}</match>'
        )
    path = folder / "fonts.conf"
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>'
        f"<include>/etc/fonts/fonts.conf</include>{''.join(matches)}</fontconfig>",
        encoding="utf-8",
    )
    return path


def first_page(docx: Path, png: Path, folder: Path) -> None:
    """Render the first page of `docx` to `png`."""
    environment = os.environ | {"FONTCONFIG_FILE": str(fontconfig(folder))}
    profile = (folder / "profile").as_uri()
    convert = ["soffice", "--headless", f"-env:UserInstallation={profile}", "--convert-to", "pdf"]
    subprocess.run([*convert, "--outdir", folder, docx], check=True, env=environment, stdout=subprocess.DEVNULL)
    pdf = folder / f"{docx.stem}.pdf"
    draw = ["pdftoppm", "-png", "-singlefile", "-r", str(RESOLUTION), "-f", "1", "-l", "1"]
    subprocess.run([*draw, pdf, png.with_suffix("")], check=True)


def result_page(draft: Path, png: Path, folder: Path) -> None:
    """Draw the first page of what this program makes of `draft`."""
    first, *_ = render_file(draft, folder / "page.png", FormatOptions(system=SYSTEM), dpi=RESOLUTION).files
    png.write_bytes(first.read_bytes())


def main(draft: Path) -> None:
    """Draw before.png and after.png."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first_page(draft, IMAGES / "before.png", folder)
        result_page(draft, IMAGES / "after.png", folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "examples" / "通知.docx")
