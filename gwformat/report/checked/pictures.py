"""A checked docx comes in, pictures of its pages go out: every line at its place, with marks at the findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from gwformat.check.geometry import Geometry, PlacedLine
from gwformat.findings import Finding
from gwformat.model import OBJECT, Align, Paragraph
from gwformat.ooxml.effective import Formatting, SectionLook
from gwformat.text.width import is_wide
from gwformat.units import Emu, Mm

if TYPE_CHECKING:
    from gwformat.api import CheckResult

FAMILIES = "FangSong,STFangsong,'Noto Serif CJK SC','Source Han Serif SC',SimSun,serif"
"""What drawings of pages are lettered in, on whatever machine they are looked at."""
_ASCENT = 0.86  # of the em box above the baseline, in the faces of Chinese text
_NARROWEST = Mm(2)  # of a mark
_PAD = Mm(0.6)

Mark = tuple[int, int, str, Finding]  # from, to, anchor, finding


def pictures(result: CheckResult, file: int) -> Iterator[str]:
    """One SVG picture for each page that is known; none for what has no formatting."""
    geometry, formatting = result.context.geometry, result.context.formatting
    if geometry is None or formatting is None:
        return
    marks = marks_of(result.findings, file)
    drawn = _by_page(result, geometry, formatting)
    opened: set[str] = set()
    for page in sorted(drawn):
        yield _page(page, drawn[page], _Drawing(geometry, formatting, marks, opened))


def marks_of(findings: Sequence[Finding], file: int) -> Mapping[tuple[str, int], list[Mark]]:
    """The stretches that findings mark, by part and paragraph."""
    marks: dict[tuple[str, int], list[Mark]] = {}
    for index, finding in enumerate(findings):
        for place in finding.places:
            if place.paragraph is not None:
                stretch = (place.start or 0, place.end or 0, f"f{file}-{index}", finding)
                marks.setdefault((place.part, place.paragraph), []).append(stretch)
    return marks


def shown(result: CheckResult) -> set[int]:
    """The paragraphs whose lines are all in the pictures."""
    geometry, formatting = result.context.geometry, result.context.formatting
    if geometry is None or formatting is None:
        return set()
    stands = {p.source.first: lines_of(p, geometry, formatting) for p in result.document.draft.paragraphs()}
    return {number for number, lines in stands.items() if lines and all(_is_drawn(line) for line, _ in lines)}


def _is_drawn(line: PlacedLine) -> bool:
    return line.page is not None and line.start is not None and line.end is not None


def _by_page(
    result: CheckResult, geometry: Geometry, formatting: Formatting
) -> dict[int, list[tuple[Paragraph, PlacedLine, bool]]]:
    found: dict[int, list[tuple[Paragraph, PlacedLine, bool]]] = {}
    for paragraph in result.document.draft.paragraphs():
        for line, sure in lines_of(paragraph, geometry, formatting):
            if line.page is not None and _is_drawn(line):
                found.setdefault(line.page, []).append((paragraph, line, sure))
    return found


def lines_of(paragraph: Paragraph, geometry: Geometry, formatting: Formatting) -> list[tuple[PlacedLine, bool]]:
    """The lines of a paragraph, and whether it is certain where each breaks; about where, if only their heights are."""
    stand = geometry.of(paragraph.source.first)
    if not stand.is_whole:
        return [(line, True) for line in stand.lines]
    number, text = paragraph.source.first, paragraph.text
    look, section = formatting.paragraph(number), formatting.section_of(number)
    width = section.text_width - look.left.emu - look.right.emu
    found: list[tuple[PlacedLine, bool]] = []
    position = 0
    for order, line in enumerate(stand.lines):
        start = position if line.start is None else line.start
        room = (width - (look.first_line.emu if order == 0 else 0)) / max(line.bottom - line.top, 1)
        end = len(text) if line is stand.lines[-1] else start + _fitting(text[start:], room)
        position = end if line.end is None else line.end
        sure = line.start is not None and line.end is not None
        found.append((replace(line, start=start, end=max(position, start)), sure))
    return found


def _fitting(text: str, room: float) -> int:
    """About how many characters fit in so many full widths."""
    for count, char in enumerate(text):
        room -= 1.0 if is_wide(char) else 0.5
        if room < 0 or char == "\n":
            return count + (char == "\n")
    return len(text)


def _page(page: int, lines: Sequence[tuple[Paragraph, PlacedLine, bool]], drawing: _Drawing) -> str:
    section = drawing.formatting.section_of(lines[0][0].source.first)
    size = f"{_mm(section.width)} {_mm(section.height)}"
    body = [*drawing.frame(section), *drawing.strokes(page, section)]
    for paragraph, line, sure in lines:
        body += drawing.line(paragraph, line, section, sure=sure)
    about = "" if all(sure for _, _, sure in lines) else "（灰色的行在哪里断开取决于所装字体，只画大致位置）"
    return (
        f'<figure><svg class="page" viewBox="0 0 {size}" role="group" aria-label="第{page}页">{"".join(body)}</svg>'
        f"<figcaption>第 {page} 页{about}</figcaption></figure>"
    )


class _Drawing:
    """Draws the pages of one file; `opened` are the anchors that were set."""

    def __init__(
        self,
        geometry: Geometry,
        formatting: Formatting,
        marks: Mapping[tuple[str, int], list[Mark]],
        opened: set[str],
    ) -> None:
        self.geometry, self.formatting, self.marks, self.opened = geometry, formatting, marks, opened

    def frame(self, section: SectionLook) -> Iterator[str]:
        """The sheet and its type area."""
        area = section.left, section.top, section.text_width, section.text_height
        yield f'<rect class="paper" width="{_mm(section.width)}" height="{_mm(section.height)}"/>'
        x, y, width, height = map(_mm, area)
        yield f'<rect class="area" x="{x}" y="{y}" width="{width}" height="{height}"/>'

    def strokes(self, page: int, section: SectionLook) -> Iterator[str]:
        """The lines drawn on a page."""
        for stroke in self.geometry.strokes:
            if stroke.page == page:
                left = stroke.left if stroke.left is not None else section.left
                right = stroke.right if stroke.right is not None else Emu(section.width - section.right)
                yield (
                    f'<line x1="{_mm(left)}" x2="{_mm(right)}" y1="{_mm(stroke.y)}" y2="{_mm(stroke.y)}" '
                    f'stroke="#{escape(stroke.color)}" stroke-width="{_mm(max(stroke.weight, Mm(0.15)))}"/>'
                )

    def line(self, paragraph: Paragraph, line: PlacedLine, section: SectionLook, *, sure: bool) -> Iterator[str]:
        """One line of text, its marks below it; grey where it is not certain which words it holds."""
        number, text = paragraph.source.first, paragraph.text[line.start : line.end].rstrip("\n ")
        size = Emu(line.bottom - line.top)
        extent = Emu(round(_columns(text) * size))
        left = line.left if line.left is not None else self._left(paragraph, line, section, extent)
        right = line.right if line.right is not None else Emu(left + extent)
        for mark in self.marks.get((paragraph.source.part, number), ()):
            yield from self._mark(mark, text, line, left, right)
        words = text.replace(OBJECT, "▢").replace("\t", "　")
        if words.strip():
            runs = self.formatting.runs(number)
            color = f' fill="#{escape(runs[0].color)}"' if runs and runs[0].color else ""
            color = color if sure else ' class="about"'
            width = _mm(Emu(max(right - left, 1)))
            length = f' textLength="{width}" lengthAdjust="spacingAndGlyphs"' if len(words) > 1 else ""
            y = _mm(Emu(line.top + round(_ASCENT * size)))
            yield f'<text x="{_mm(left)}" y="{y}" font-size="{_mm(size)}"{length}{color}>{escape(words)}</text>'

    def _left(self, paragraph: Paragraph, line: PlacedLine, section: SectionLook, extent: Emu) -> Emu:
        """About where a line of that width begins."""
        look = self.formatting.paragraph(paragraph.source.first)
        left, right = section.left + look.left.emu, section.width - section.right - look.right.emu
        if look.align is Align.CENTER:
            return Emu((left + right - extent) // 2)
        if look.align is Align.RIGHT:
            return Emu(right - extent)
        return Emu(left + (0 if line.start else look.first_line.emu - look.hanging.emu))

    def _mark(self, mark: Mark, text: str, line: PlacedLine, left: Emu, right: Emu) -> Iterator[str]:
        """The rectangle of a finding on a line, and its anchor the first time."""
        start, end, anchor, finding = mark
        assert line.start is not None and line.end is not None
        whole = start == end == 0
        if not whole and (start >= max(line.end, line.start + 1) or max(end, start + 1) <= line.start):
            return
        share = (right - left) / max(_columns(text), 1)
        first = 0 if whole else max(start - line.start, 0)
        last = len(text) if whole else min(max(end, start + 1) - line.start, len(text))
        x = Emu(left + round(_columns(text[:first]) * share))
        width = Emu(max(round(_columns(text[first:last]) * share), _NARROWEST))
        identity = "" if anchor in self.opened else f' id="{anchor}"'
        self.opened.add(anchor)
        title = escape(f"{finding.code} {finding.message}")
        yield (
            f'<a href="#r{anchor}"><rect{identity} class="mark {finding.severity.value}" x="{_mm(x)}" '
            f'y="{_mm(Emu(line.top - _PAD))}" width="{_mm(width)}" '
            f'height="{_mm(Emu(line.bottom - line.top + 2 * _PAD))}"><title>{title}</title></rect></a>'
        )


def _columns(text: str) -> float:
    """About how many full widths a text takes."""
    return sum(1.0 if is_wide(char) else 0.5 for char in text)


def _mm(length: int) -> str:
    return f"{Emu(length).mm:.2f}".rstrip("0").rstrip(".")


STYLE = f"""
.pages {{ display: grid; grid-template-columns: repeat(auto-fill, minmax(min(26em, 100%), 1fr)); gap: 1em; }}
figure {{ margin: 0; max-width: 36em; break-inside: avoid; }}
figcaption {{ text-align: center; color: var(--soft); font-size: .9em; }}
svg.page {{ width: 100%; height: auto; box-shadow: 0 0 4px #999; font-family: {FAMILIES}; }}
svg .paper {{ fill: #fff; }} svg .area {{ fill: none; stroke: #9cc4e0; stroke-width: .2; stroke-dasharray: 1 1; }}
svg .about {{ fill: #767676; }}
svg .mark {{ fill: #ffe08a; fill-opacity: .6; stroke: #e0a000; stroke-width: .25; }}
svg .mark.error {{ fill: #ffc9c9; stroke: #c00; }} svg .mark.unverified {{ fill: #ecd7f2; stroke: #7a2a8c; }}
svg .mark.info {{ fill: #d3ecf7; stroke: #06608a; }}
svg .mark:target, svg a:focus .mark {{ stroke-width: 1; }}
"""
