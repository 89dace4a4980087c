"""Pages of a finished file come in; drawings of what was read on them, and where on them findings stand, go out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from gwformat.check.press.lines import lines_of
from gwformat.expressions import expression
from gwformat.findings import Finding
from gwformat.finished.values import Area, Box, Page, Paint, Picture, Stroke, Words
from gwformat.fonts.system import EM_ASCENT
from gwformat.report.checked.pictures import FAMILIES

_QUOTED = expression("“([^”]+)”")
_THIN = 0.1  # mm: what is thinner is not seen on a screen
_PAD = 0.6  # mm around marked words


def svg(page: Page) -> str:
    """The page as it was read: words where they stand, in the fonts of who looks at it; pictures are grey frames."""
    size = f"{_mm(page.width)} {_mm(page.height)}"
    body = [
        *map(_area, page.areas),
        *map(_picture, page.pictures),
        *map(_stroke, page.strokes),
        *map(_words, page.visible),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_mm(page.width)}mm" height="{_mm(page.height)}mm" '
        f'viewBox="0 0 {size}" font-family="{FAMILIES}">'
        f'<rect width="100%" height="100%" fill="#fff"/>{"".join(body)}</svg>'
    )


def marks(finding: Finding, page: Page) -> Iterator[Box]:
    """Where on its page the words stand that a finding quotes; nowhere if they stand there more than once."""
    if page.trim not in (None, page.crop or page.media):
        return  # what is seen of the page is more than its finished sheet
    for found in _QUOTED.finditer(finding.message):
        stretches = _having(found[1], page)
        if len(stretches) == 1:
            yield stretches[0]


def _having(quoted: str, page: Page) -> Sequence[Box]:
    """The stretches of the page that have these words: lines, else words that cannot be seen."""
    lines = [
        Box(line.left - _PAD, line.top - _PAD, line.right + _PAD, line.bottom + _PAD)
        for line in lines_of(page)
        if quoted in line.text
    ]
    return lines or [_around(words) for words in page.words if quoted in words.text]


def _around(words: Words) -> Box:
    top, bottom = words.baseline - EM_ASCENT * words.size, words.baseline + (1 - EM_ASCENT) * words.size
    return Box(words.left - _PAD, top - _PAD, words.right + _PAD, bottom + _PAD)


def _area(area: Area) -> str:
    return f'<rect {_placed(area.box)} fill="{_color(area.paint)}"/>'


def _picture(picture: Picture) -> str:
    return f'<rect {_placed(picture.box)} fill="#e8e8e8" stroke="#999" stroke-width="0.2" stroke-dasharray="1 1"/>'


def _stroke(stroke: Stroke) -> str:
    ends = f'x1="{_mm(stroke.x0)}" y1="{_mm(stroke.y0)}" x2="{_mm(stroke.x1)}" y2="{_mm(stroke.y1)}"'
    return f'<line {ends} stroke="{_color(stroke.paint)}" stroke-width="{_mm(max(stroke.weight, _THIN))}"/>'


def _words(words: Words) -> str:
    text = "".join(char if char.isprintable() else " " for char in words.text)
    x, y = _mm(words.left), _mm(words.baseline)
    turned = "" if words.upright else f' transform="rotate({-words.angle:.1f} {x} {y})"'
    width = words.right - words.left
    wide = words.upright and len(text.strip()) > 1 and width > 0
    length = f' textLength="{_mm(width)}" lengthAdjust="spacingAndGlyphs"' if wide else ""
    return (
        f'<text x="{x}" y="{y}" font-size="{_mm(words.size)}" fill="{_color(words.paint)}"{length}{turned} '
        f'xml:space="preserve">{escape(text.strip())}</text>'
    )


def _placed(box: Box) -> str:
    size = f'width="{_mm(max(box.width, 0))}" height="{_mm(box.height)}"'
    return f'x="{_mm(box.left)}" y="{_mm(min(box.top, box.bottom))}" {size}'


def _color(paint: Paint) -> str:
    return "#" + "".join(f"{round(min(max(part, 0), 1) * 255):02x}" for part in paint.rgb)


def _mm(length: float) -> str:
    return f"{length:.2f}"
