"""A page of pypdf comes in, a `Page` goes out: its boxes, its annotations, and what its content draws."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any

from gwformat.finished.matrices import Matrix
from gwformat.finished.values import MM_PER_PT, Annotation, Box, Page
from gwformat.pdf.content import Interpreter
from gwformat.pdf.damage import DAMAGE
from gwformat.pdf.fonts import Fonts

_HIDDEN, _PRINT, _NO_VIEW = 2, 4, 32


def read_page(page: Any, number: int, fonts: Fonts) -> Page:
    """All of one page; content that cannot be read is said, not raised."""
    media = _box(page, "/MediaBox") or Box(0, 297, 210, 0)
    crop, trim = _box(page, "/CropBox"), _box(page, "/TrimBox")
    rotation = int(_inherited(page, "/Rotate") or 0) % 360
    unit = float(page.get("/UserUnit", 1))
    runner = Interpreter(_onto_page(trim or crop or media, rotation, unit), fonts, page.pdf)
    unread = ""
    try:
        contents = page.get_contents()
        if contents is not None and _is_lost(page):
            unread = "内容解不开"
        elif contents is not None:
            runner.run(contents, _inherited(page, "/Resources"))
    except DAMAGE as error:
        unread = f"{type(error).__name__}：{error}"
    drawn = runner.drawn
    return Page(
        number=number,
        media=media,
        crop=crop,
        bleed=_box(page, "/BleedBox"),
        trim=trim,
        rotation=rotation,
        user_unit=unit,
        words=tuple(drawn.words),
        strokes=tuple(drawn.strokes),
        areas=tuple(drawn.areas),
        pictures=tuple(drawn.pictures),
        annotations=tuple(_annotations(page)),
        transparency=tuple(drawn.transparency),
        unread=unread,
    )


def _is_lost(page: Any) -> bool:
    """Whether a stream of the page is packed and cannot be unpacked; pypdf makes it empty without a word."""
    found = page["/Contents"].get_object()
    streams = [item.get_object() for item in found] if isinstance(found, list) else [found]
    return any(_is_broken(stream) for stream in streams if not stream.get_data())


def _is_broken(stream: Any) -> bool:
    packed = getattr(stream, "_data", b"")
    if not packed or stream.get("/Filter") != "/FlateDecode":
        return False
    try:
        zlib.decompress(packed)
    except zlib.error:
        return True
    return False


def _inherited(page: Any, key: str) -> Any:
    """The value of a page, or of the nodes above it."""
    node, depth = page, 0
    while node is not None and depth < 50:
        if key in node:
            return node[key].get_object()
        parent = node.get("/Parent")
        node, depth = parent.get_object() if parent is not None else None, depth + 1
    return None


def _box(page: Any, key: str) -> Box | None:
    """A box in mm, its corners in order; only media and crop boxes are inherited."""
    said = _inherited(page, key) if key in ("/MediaBox", "/CropBox") else page.get(key)
    if said is None:
        return None
    try:
        x0, y0, x1, y1 = (float(value) * MM_PER_PT for value in said.get_object())
    except (TypeError, ValueError):
        return None
    return Box(min(x0, x1), max(y0, y1), max(x0, x1), min(y0, y1))


def _onto_page(sheet: Box, rotation: int, unit: float) -> Matrix:
    """From points of the file to mm from the upper left corner of the sheet as it is looked at."""
    k = MM_PER_PT * unit
    left, top, right, bottom = (value * unit for value in (sheet.left, sheet.top, sheet.right, sheet.bottom))
    if rotation == 90:
        return 0.0, k, k, 0.0, -bottom, -left
    if rotation == 180:
        return -k, 0.0, 0.0, k, right, -bottom
    if rotation == 270:
        return 0.0, -k, -k, 0.0, top, right
    return k, 0.0, 0.0, -k, -left, top


def _annotations(page: Any) -> Iterator[Annotation]:
    found = page.get("/Annots")
    for reference in (found.get_object() or ()) if found is not None else ():
        said = reference.get_object()
        if not hasattr(said, "get"):
            continue
        flags = int(said.get("/F", 0))
        yield Annotation(
            kind=str(said.get("/Subtype", "")).lstrip("/"),
            printed=bool(flags & _PRINT) and not flags & (_HIDDEN | _NO_VIEW),
            bordered=_border(said) > 0,
            words=str(said.get("/Contents", "")),
        )


def _border(said: Any) -> float:
    """The weight of the frame around an annotation, in points; 1 where nothing is said."""
    if "/BS" in said:
        return float(said["/BS"].get_object().get("/W", 1))
    border = said.get("/Border")
    border = border.get_object() if border is not None else None
    return float(border[2]) if border is not None and len(border) > 2 else 1.0
