"""The faces of the font systems come in, TrueType stand-ins with their real names, repertoires and advances go out.

The real fonts are proprietary and on no test machine. The stand-ins show a box for each character, but a program
that lays out with them breaks lines, falls back and measures heights as it would with the real ones.
"""

from __future__ import annotations

import getpass
import os
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

from gwformat.fonts.system import Face, Repertoire, ascii_advances, beyond_ascii, load_system, system_names
from tests.standin.charsets import ASCII, beyond, characters
from tests.standin.shapes import ASCENT, DESCENT, Box, boxes

FALLBACK = "Stand-in Fallback"
VERSION = 3  # count up when what is built changes: it names the cache directory

# Line metrics in thousandths of an em where they differ from those of the SimSun family (859, 141).
VERTICAL = {
    "Times New Roman": (891, 216),
    "Liberation Serif": (891, 216),
    "Noto Sans CJK SC": (1160, 288),
    "Noto Serif CJK SC": (1151, 286),
    "Noto Serif CJK SC SemiBold": (1151, 286),
    "FandolFang R": (880, 120),
    "霞鹜文楷": (928, 256),
}

_CHINESE, _ENGLISH = 0x0804, 0x0409
_CODEPAGE_LATIN1, _CODEPAGE_GBK = 1 << 0, 1 << 18


def faces() -> tuple[Face, ...]:
    """Every face of the packaged font systems, once."""
    systems = [load_system(name) for name in system_names()]
    found = [face for system in systems for face in (*system.faces.values(), system.latin_face)]
    return tuple({face.family: face for face in found}.values())


def build_all(directory: Path | None = None) -> Path:
    """A directory with one font file per face; built once per version and then reused."""
    target = directory or Path(tempfile.gettempdir()) / f"gwformat-standin-{VERSION}-{getpass.getuser()}"
    target.mkdir(parents=True, exist_ok=True)
    for face in faces():
        path = target / f"{face.postscript}.ttf"
        if path.exists():
            continue
        partial = path.with_suffix(f".{os.getpid()}")
        build(face).save(partial)
        partial.replace(path)  # several test processes may build at once
    return target


def build_fallback() -> Path:
    """A directory with one font of what all the others lack, as every machine has one; built once and then reused."""
    face = next(face for face in faces() if face.repertoire is Repertoire.GB2312)
    own = replace(face, family=FALLBACK, english=FALLBACK, postscript=FALLBACK.replace(" ", ""))
    faces_of_systems = build_all()
    target = faces_of_systems.with_name(f"{faces_of_systems.name}-fallback")
    path = target / f"{own.postscript}.ttf"
    if not path.exists():
        target.mkdir(exist_ok=True)
        partial = path.with_suffix(f".{os.getpid()}")
        _built(own, {code: round(1000 * face.advance(chr(code))) for code in beyond()}).save(partial)
        partial.replace(path)
    return target


def build(face: Face) -> TTFont:
    """The stand-in for one face."""
    return _built(face, _advances(face))


def _built(face: Face, advances: Mapping[int, int]) -> TTFont:
    names = {code: f"u{code:04X}" for code in sorted(advances)}
    order = [".notdef", *names.values()]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(names)
    glyphs = {name: _glyph(boxes(code, advances[code])) for code, name in names.items()}
    builder.setupGlyf({".notdef": _glyph(((100, 0, 400, 600),)), **glyphs})
    widths = {".notdef": 500, **{name: advances[code] for code, name in names.items()}}
    sides = {name: builder.font["glyf"][name].xMin for name in order}
    builder.setupHorizontalMetrics({name: (widths[name], sides[name]) for name in order})
    _line_metrics(builder, face)
    builder.font["name"] = _name_table(builder, face)
    builder.setupPost(keepGlyphNames=False)
    return builder.font


def _advances(face: Face) -> dict[int, int]:
    narrow = dict(zip(ASCII, ascii_advances(face.widths), strict=True))
    if face.repertoire is Repertoire.LATIN:
        return narrow | beyond_ascii(face.widths)
    halves = {0x00A0: 500, 0x00B2: 500, 0x00B3: 500}
    return {code: narrow.get(code) or halves.get(code, 1000) for code in characters(face.repertoire)}


@cache
def _glyph(ink: tuple[Box, ...]) -> Glyph:
    """One outline for all characters with the same ink: building and loading stay fast."""
    pen = TTGlyphPen(None)
    for x0, y0, x1, y1 in ink:
        pen.moveTo((x0, y0))
        for point in ((x0, y1), (x1, y1), (x1, y0)):
            pen.lineTo(point)
        pen.closePath()
    glyph = pen.glyph()
    glyph.recalcBounds(None)
    return glyph


def _line_metrics(builder: FontBuilder, face: Face) -> None:
    ascent, descent = VERTICAL.get(face.family, (ASCENT, DESCENT))
    latin = face.repertoire is Repertoire.LATIN
    builder.setupHorizontalHeader(ascent=ascent, descent=-descent, lineGap=0)
    builder.setupOS2(
        sTypoAscender=ascent,
        sTypoDescender=-descent,
        sTypoLineGap=0,
        usWinAscent=ascent,
        usWinDescent=descent,
        fsType=0,
        ulCodePageRange1=_CODEPAGE_LATIN1 if latin else _CODEPAGE_LATIN1 | _CODEPAGE_GBK,
    )


def _name_table(builder: FontBuilder, face: Face) -> object:
    """Family and full name in Chinese and English, as the real fonts have them, so that both resolve."""
    builder.setupNameTable({}, mac=False)
    table = builder.font["name"]
    for language, family in ((_ENGLISH, face.english), (_CHINESE, face.family)):
        for name_id, text in ((1, family), (2, "Regular"), (4, family)):
            table.setName(text, name_id, 3, 1, language)
    table.setName(f"{face.postscript} stand-in {VERSION}", 3, 3, 1, _ENGLISH)
    table.setName(face.postscript, 6, 3, 1, _ENGLISH)
    return table
