"""P773: something nearer than 3 mm to the edge of the sheet."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable, on
from gwformat.findings import Severity
from gwformat.finished.values import Box, Page

_TINT = 0.6  # of the sheet: what is larger is a tint (P737)


@rule(
    "P773",
    name="too-near-the-edge",
    clause="惯例",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """离裁切边 3 毫米之内没有内容，裁切时会切掉。

    有出血、一直铺到出血框的不在此列。

    不合规::

        ［印件］文字离纸边 1 毫米

    不合规::

        ［印件］线条碰到纸边

    合规::

        ［印件］合格
    """
    safety = printable.figures.trim.safety.mm
    for page in printable.pages:
        if page.number in printable.unseen:
            continue
        near = next((what for what, box in _drawn(page) if _is_near(box, page, safety)), None)
        if near:
            yield Problem(f"{near}离纸边不到 {safety:g} 毫米", on(page), expected=f"{safety:g} mm")


def _drawn(page: Page) -> Iterator[tuple[str, Box]]:
    """Everything that can be seen, with the rectangle around it."""
    for words in page.visible:
        if words.upright:
            above, below = words.baseline - 0.8 * words.size, words.baseline + 0.1 * words.size
            yield f"文字“{words.text.strip()[:12]}”", Box(words.left, above, words.right, below)
    for stroke in page.strokes:
        if not stroke.paint.is_white:
            top, bottom = sorted((stroke.y0, stroke.y1))
            yield "线条", Box(stroke.x0, top, stroke.x1, bottom)
    for area in page.areas:
        if not area.paint.is_white and area.box.width * area.box.height < _TINT * page.width * page.height:
            yield "图形", area.box
    for picture in page.pictures:
        yield "图片", picture.box


def _is_near(box: Box, page: Page, safety: float) -> bool:
    """Whether it comes near an edge of the sheet, neither reaching over it nor lying beyond it."""
    if box.right <= 0 or box.left >= page.width or box.bottom <= 0 or box.top >= page.height:
        return False
    bled = page.bleed is not None and page.bleed.width > page.finished.width + 1
    gaps = (box.left, box.top, page.width - box.right, page.height - box.bottom)
    return any(gap < safety and not (bled and gap < -1) for gap in gaps)
