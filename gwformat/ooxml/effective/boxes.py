"""A paragraph comes in; how the text box around it is aligned across the page goes out."""

from __future__ import annotations

from lxml import etree

from gwformat.expressions import expression
from gwformat.ooxml.names import WP, WPS, V, w
from gwformat.ooxml.values import length, whole
from gwformat.units import Emu
from gwformat.values import dataclass

_ANCHOR, _INLINE, _CONTENT = f"{{{WP}}}anchor", f"{{{WP}}}inline", w("txbxContent")
_ACROSS = f"{{{WP}}}positionH"
_TEXT = frozenset(("margin", "column"))  # what reaches from one edge of the text to the other
_VML_ALIGN = expression(r"mso-position-horizontal\s*:\s*([a-z]+)")
_VML_FROM = expression(r"mso-position-horizontal-relative\s*:\s*([a-z]+)")
_VML_WIDTH = expression(r"(?:^|;)\s*width\s*:\s*([^;]+)")


@dataclass(frozen=True, slots=True)
class Box:
    """A floating text box; `align` is "left", "center", "right", "inside" or "outside" of the text, "" if none is said.

    `width` is None if the box is as wide as its words.
    """

    align: str
    width: Emu | None
    behind: bool = False  # the text


def box_around(paragraph: etree._Element) -> Box | None:
    """The text box a paragraph stands in; None if it stands in none."""
    if next(paragraph.iterancestors(_CONTENT), None) is None:
        return None
    holder = next(paragraph.iterancestors(_ANCHOR, _INLINE), None)
    if holder is None:
        return _vml(
            next((e for e in paragraph.iterancestors() if e.tag.startswith(f"{{{V}}}") and e.get("style")), None)
        )
    across = holder.find(_ACROSS)
    align = across.find(f"{{{WP}}}align") if across is not None else None
    body = next((e for e in holder.iter(f"{{{WPS}}}bodyPr")), None)
    extent = holder.find(f"{{{WP}}}extent")
    fits = body is not None and body.get("wrap") == "none"
    width = None if fits or extent is None else Emu(whole(extent.get("cx")) or 0)
    behind = holder.get("behindDoc") in ("1", "true")
    if across is None or align is None or across.get("relativeFrom") not in _TEXT:
        return Box("", width, behind)
    return Box((align.text or "").strip(), width, behind)


def _vml(shape: etree._Element | None) -> Box:
    style = shape.get("style", "") if shape is not None else ""
    align, origin, wide = (pattern.search(style) for pattern in (_VML_ALIGN, _VML_FROM, _VML_WIDTH))
    said = align[1] if align and (origin is None or origin[1] in (*_TEXT, "text")) else ""
    fits = "mso-wrap-style:none" in style.replace(" ", "")
    return Box(said if said != "absolute" else "", None if fits or wide is None else length(wide[1].strip(), Emu(1)))
