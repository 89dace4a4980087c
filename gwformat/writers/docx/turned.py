"""页码 of landscape pages (clause 8): the paragraph of the number comes in; it goes out turned, at the short edge.

A landscape page is bound with its upper edge at the back. Its number then stands where those of the other pages do,
which is at the left edge of the landscape sheet, read from above.
"""

from __future__ import annotations

from lxml import etree

from gwformat.layout.sheet import Sheet
from gwformat.ooxml.names import NS, WPS, W
from gwformat.setting.setting import Setting
from gwformat.writers.docx.oxml import Element, el, thin_paragraph

_ID = 0x7E0C0001  # of a drawing in a part of its own


def at_short_edge(number: Element, side: str, upright: Sheet, setting: Setting) -> Element:
    """A paragraph that takes no room and carries a box over the whole width of the upright text area."""
    spec = setting.profile.page_number
    left = setting.profile.paper.height - spec.dash_y - spec.size // 2
    anchor = _anchor(left, upright.left, spec.size, upright.text_width, _ID + (side == "even"))
    content = next(anchor.iter(f"{{{W}}}txbxContent"))
    content.append(number)
    node = thin_paragraph()
    node.append(el("r", anchor))
    return node


def _anchor(x: int, y: int, width: int, height: int, identifier: int) -> Element:
    spaces = " ".join(f'xmlns:{name}="{NS[name]}"' for name in ("w", "wp", "a", "wps", "mc"))
    return etree.fromstring(
        f'<mc:AlternateContent {spaces}><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" '
        'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{x}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{y}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{identifier}" name="页码"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{WPS}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
        "<wps:txbx><w:txbxContent/></wps:txbx>"
        '<wps:bodyPr rot="0" vert="vert" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/>'
        "</wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent>"
    )
