"""Pictures in the line: those wider or higher than the type area are scaled; no exact pitch clips any of them.

Nothing is left for a program to add: no distance from the words beside them, and no grid for the lines in text boxes,
which Word would set as far apart as those of the page.
"""

from __future__ import annotations

import re

from gwformat.model import Fate
from gwformat.ooxml.drawn_sizes import VML_SHAPES
from gwformat.ooxml.names import NS, A, M, V, w
from gwformat.ooxml.values import whole
from gwformat.setting.carriers import shrink
from gwformat.setting.setting import Setting
from gwformat.units import Emu, Pt, Twips
from gwformat.writers.docx.oxml import Element, P, number, on_off, properties, put
from gwformat.writers.docx.tables import UNSAID
from gwformat.writers.docx.tally import Tally

_CELL, _WIDTH, _MARGINS = w("tc"), f"{w('tcPr')}/{w('tcW')}", f"{w('tcPr')}/{w('tcMar')}"
_INLINE = f"{{{NS['wp']}}}inline"
_EXTENT = f"{{{NS['wp']}}}extent"
_EXT = f"{{{A}}}ext"
_IMAGE = f"{{{V}}}imagedata"
_HOLDERS = (w("pict"), w("object"))
_BOXED = f"{w('txbxContent')}//{w('p')}"
_TALL = (_INLINE, w("object"), f"{{{M}}}oMath", w("ruby"), *VML_SHAPES)
_DISTANCES = ("distT", "distB", "distL", "distR")
_DISTANCE = re.compile(r";?\s*mso-wrap-distance-(?:left|right)\s*:[^;]*")
_NO_DISTANCE = "mso-wrap-distance-left:0;mso-wrap-distance-right:0"
_LENGTH = re.compile(r"(width|height)\s*:\s*(\d{1,15}(?:\.\d+)?|\.\d+)(pt|in|cm|mm|px)?", re.IGNORECASE)
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.3465, "mm": 2.83465, "px": 0.75, "": 0.75}


def settle(root: Element, setting: Setting, tally: Tally) -> None:
    """Scale what is too large and free the paragraphs that are not set yet of everything higher than a line."""
    holders: dict[Element, None] = {}
    for node in root.iter(*_TALL):
        holder = next(node.iterancestors(P), None)
        if holder is None or "position:absolute" in node.get("style", "").replace(" ", ""):
            continue
        if node.tag == _INLINE:
            for side in _DISTANCES:  # LibreOffice takes an eighth of an inch where nothing is said
                node.set(side, "0")
            _scale_inline(node, setting, _room(node), tally)
        elif node.tag in VML_SHAPES:
            above = node.getparent()
            if above is not None and above.tag in _HOLDERS and node.find(_IMAGE) is None:
                _stand_close(node)
            _scale_shape(node, setting, _room(node), tally)
        holders[holder] = None
    for holder in holders:
        _free(holder)
    for paragraph in root.iterfind(f".//{_BOXED}"):
        _off_grid(paragraph)


def _room(node: Element) -> Emu | None:
    """The width between the margins of the cell it stands in, which the table has said by now; None outside tables."""
    cell = next(node.iterancestors(_CELL), None)
    said = None if cell is None else cell.find(_WIDTH)
    width = None if said is None else number(said, "w")
    if cell is None or width is None:
        return None
    sides = [cell.find(f"{_MARGINS}/{w(side)}") for side in ("left", "right")]
    usual = UNSAID.left.twips, UNSAID.right.twips
    margins = sum(one if side is None else number(side, "w") or 0 for side, one in zip(sides, usual, strict=True))
    return Twips(max(width - margins, 1))


def _scale_inline(inline: Element, setting: Setting, room: Emu | None, tally: Tally) -> None:
    extent = inline.find(_EXTENT)
    if extent is None:
        return
    width, height = whole(extent.get("cx")) or 0, whole(extent.get("cy")) or 0
    factor = shrink(width, height, setting, room)
    if factor >= 1:
        return
    new = (str(int(width * factor)), str(int(height * factor)))
    for element in (extent, *inline.iter(_EXT)):
        if element is extent or (element.get("cx"), element.get("cy")) == (str(width), str(height)):
            element.set("cx", new[0])
            element.set("cy", new[1])
    tally.note("图片", Fate.RERENDERED, "大于版心、宽于表格的格的图片按比例缩小")


def _scale_shape(shape: Element, setting: Setting, room: Emu | None, tally: Tally) -> None:
    style = shape.get("style", "")
    lengths = {name.lower(): float(value) * _POINTS[unit.lower()] for name, value, unit in _LENGTH.findall(style)}
    factor = shrink(Pt(lengths.get("width", 0)), Pt(lengths.get("height", 0)), setting, room)
    if factor >= 1:
        return

    def shorter(found: re.Match[str]) -> str:
        return f"{found[1]}:{int(lengths[found[1].lower()] * factor * 100) / 100:g}pt"

    shape.set("style", _LENGTH.sub(shorter, style))
    tally.note("图片", Fate.RERENDERED, "大于版心、宽于表格的格的图片按比例缩小")


def _stand_close(shape: Element) -> None:
    """LibreOffice sets a drawn shape an eighth of an inch apart from the words unless it, and all in it, say not to."""
    for node in shape.iter(*VML_SHAPES):
        rest = _DISTANCE.sub("", node.get("style", "")).strip("; ")
        node.set("style", f"{rest};{_NO_DISTANCE}" if rest else _NO_DISTANCE)


def _off_grid(paragraph: Element) -> None:
    """The grid is that of our page; a paragraph that says itself whether it keeps to one goes on doing so."""
    said = properties(paragraph)
    if said.find(w("snapToGrid")) is None:
        put(said, on_off("snapToGrid", False))


def _free(paragraph: Element) -> None:
    """An exact pitch of the draft becomes a minimum."""
    spacing = properties(paragraph).find(w("spacing"))
    if spacing is not None and spacing.get(w("lineRule")) == "exact":
        spacing.set(w("lineRule"), "atLeast")
