"""An OFD comes in; the places of its characters as another program draws them go out: easyofd, through a PDF.

The program is in a Python of its own, which GWFORMAT_EASYOFD names. It draws every character in one font, whatever is
embedded, and neither widths, colours, areas, crops nor turned or slanted text as the file says: only places count.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from benchmarks.page_content import Content
from benchmarks.pdf_content import read_content

VARIABLE = "GWFORMAT_EASYOFD"
_MM = 72 / 200  # it takes a millimetre for 200/25.4 points
# It looks for a font by this name and says what it does on standard output.
_SCRIPT = """
import contextlib, io, sys
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
pdfmetrics.registerFont(TTFont("宋体", sys.argv[3]))
with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
    from easyofd import OFD
    ofd = OFD()
    ofd.read(sys.argv[1], fmt="path")
    data = ofd.to_pdf()
open(sys.argv[2], "wb").write(data)
"""


def pages(python: str, path: Path, shown: Sequence[Content]) -> Iterator[Content]:
    """What each page shows, in mm, as the program draws it; `shown` is what it ought to be."""
    with tempfile.TemporaryDirectory() as folder:
        target, face = Path(folder, "easyofd.pdf"), Path(folder, "font.ttf")
        _font({glyph.text for page in shown for glyph in page.glyphs}).save(face)
        command = [python, "-W", "ignore", "-c", _SCRIPT, str(path.resolve()), str(target), str(face)]
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=300)
        for page in PdfReader(target).pages:
            yield _scaled(read_content(page), _MM)


def _font(characters: Iterable[str]) -> TTFont:
    """A font with a dot for each of the characters: what is looked up by characters is found in its PDF by them."""
    glyphs = {ord(char): f"u{ord(char):X}" for char in sorted(characters)}
    order = [".notdef", *glyphs.values()]
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((0, 50))
    pen.lineTo((50, 0))
    pen.closePath()
    dot = pen.glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(glyphs)
    builder.setupGlyf(dict.fromkeys(order, dot))
    builder.setupHorizontalMetrics(dict.fromkeys(order, (1000, 0)))
    builder.setupHorizontalHeader(ascent=859, descent=-141)
    builder.setupNameTable({"familyName": "Dots", "styleName": "Regular", "psName": "Dots"})
    builder.setupOS2()
    builder.setupPost()
    return builder.font


def _scaled(content: Content, factor: float) -> Content:
    glyphs = [replace(one, x=one.x * factor, baseline=one.baseline * factor) for one in content.glyphs]
    return replace(content, width=content.width * factor, height=content.height * factor, glyphs=glyphs)
