"""The pages of a PDF come in; they go out in whole sheets, blank ones before the imprint, which may have to be parted.

7.5: where blank pages stand before the page of the imprint, neither they nor it bear a page number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gwformat.finished.matrices import transformed
from gwformat.finished.values import MM_PER_PT, FinishedFile, Page
from gwformat.printing.imposing import Order, with_blanks
from gwformat.printing.parting import Mark, part
from gwformat.printing.pdf_forms import Leaf, upright
from gwformat.values import dataclass

_PRINTED = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日印发")
_LONG = 0.5  # of the page: the lines of an imprint run across it
_HIGHEST = 0.4  # of the page: an imprint does not reach above this
_ROOM = 1.0  # mm on either side of its outer lines


@dataclass(frozen=True, slots=True)
class Filled:
    """The pages, the order in which they are read with the blank ones, and what the printer should know."""

    leaves: tuple[Leaf, ...]
    order: Order
    notices: tuple[str, ...] = ()


def filled(leaves: Sequence[Leaf], multiple: int, file: FinishedFile) -> Filled:
    """The pages made up to a multiple: blank ones before the imprint, which stays last, or else at the end."""
    count = len(leaves)
    lacking = -count % multiple
    last = file.pages[-1]
    if not lacking:
        return Filled(tuple(leaves), range(count))
    if not _has_imprint(last):
        said = f"原件 {count} 页，末尾补 {lacking} 页空白"
        return Filled(tuple(leaves), with_blanks(count, multiple, imprint=False), (said,))
    imprint = imprint_of(last)
    if imprint is None or leaves[-1].content is not None:
        said = f"原件 {count} 页，最后一页前补 {lacking} 页空白；这一页的版记没有和上文分开，请核对"
        return Filled(tuple(leaves), with_blanks(count, multiple, imprint=True), (said,))
    above, below = parted(leaves[-1], last, imprint)
    kept = (*leaves[:-1], *([above] if above is not None else []), below)
    said = f"原件 {count} 页，版记" + ("移到单独的末页，" if above is not None else "前") + f"共补 {lacking} 页"
    order = with_blanks(len(kept), multiple, imprint=True)
    return Filled(kept, order, (said,))


def _has_imprint(page: Page) -> bool:
    """Whether the page bears the line that says when it was printed (7.4.3)."""
    return bool(_PRINTED.search("".join("".join(one.text.split()) for one in page.visible if one.upright)))


def imprint_of(page: Page) -> tuple[float, float] | None:
    """From which to which height the imprint stands, in mm from the top; None if it has no lines to tell by (7.4.1)."""
    heights = [
        (stroke.y0 + stroke.y1) / 2
        for stroke in page.strokes
        if stroke.level and stroke.length > page.width * _LONG and min(stroke.y0, stroke.y1) > page.height * _HIGHEST
    ]
    if not _has_imprint(page) or len(heights) < 2:
        return None
    return min(heights) - _ROOM, max(heights) + _ROOM


def parted(leaf: Leaf, page: Page, imprint: tuple[float, float]) -> tuple[Leaf | None, Leaf]:
    """What stands above the imprint with the page number – None if it is nothing – and the imprint alone."""
    top, bottom = imprint
    height = page.height / MM_PER_PT
    matrix = upright(leaf.page)

    def from_top(mark: Mark) -> float:
        left, low, right, high = mark.box
        _, y = transformed(matrix, (left + right) / 2, (low + high) / 2)
        return (height - y) * MM_PER_PT

    def in_imprint(mark: Mark) -> bool:
        return top <= from_top(mark) <= bottom

    above = part(leaf.page, lambda mark: not in_imprint(mark))
    below = part(leaf.page, in_imprint)
    has_text = any(one.baseline < top for one in page.visible) or any(one.box.top < top for one in page.pictures)
    first = Leaf(leaf.page, above.content, above.forms) if has_text else None
    return first, Leaf(leaf.page, below.content, below.forms, stamps=False)
