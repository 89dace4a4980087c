"""A setting comes in; a page goes out whose rulers show in mm how far the machine prints beside the place (套打)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gwformat.layout.boxes import Line, Page, Pages, Stroke
from gwformat.printing.imposing import figures
from gwformat.printing.words import ending_at, words
from gwformat.setting.setting import Setting
from gwformat.units import Emu, Mm, Pt

_WEIGHT = Pt(0.25)
_INSET = Mm(15)  # of the rulers from the edges of the sheet
_TICKS = {10: Mm(4), 5: Mm(3), 1: Mm(2)}
_SIZE, _WORDS = Pt(7), Pt(9)
_CROSS = Mm(6)
_SAID = (
    "套打试张：按实际大小（不缩放）印在预印红头的纸上。",
    "刻度上的数是到左边、上边纸边的毫米数。用尺量纸边到刻度的实际距离：",
    "横向量得 a 毫米，刻度是 b，向右的偏移写 b－a；纵向量得 c 毫米，刻度是 d，向下的偏移写 d－c。",
    "例：量得横 101.5、纵 99.2，刻度都是 100，写 --offset -1.5,0.8。四角的十字是版心的角。",
)


def ruled_sheet(setting: Setting, right: Emu = Emu(0), down: Emu = Emu(0)) -> Pages:
    """The sheet; with the offset that was found its rulers come to lie where they say."""
    paper = setting.profile.paper
    width, height = paper.width, paper.height
    strokes = [*_rulers(width, height), *_corners()]
    lines = [*_numbers(width, height, setting), *_instructions(setting)]
    page = Page(
        *(1, None, width, height),
        tuple(_moved(line, right, down) for line in lines),
        tuple(Stroke(Emu(s.x + right), Emu(s.y + down), s.width, s.weight, s.color, s.height) for s in strokes),
    )
    return Pages((page,))


def _rulers(width: Emu, height: Emu) -> Iterator[Stroke]:
    """Along all four edges; ticks point to the edge."""
    for y, inwards in ((_INSET, -1), (Emu(height - _INSET), 1)):
        yield Stroke(_INSET, y, Emu(width - 2 * _INSET), _WEIGHT)
        for millimetre in _millimetres(width):
            tick = _tick(millimetre)
            yield Stroke(Mm(millimetre), Emu(min(y, y + inwards * tick)), Emu(0), _WEIGHT, height=tick)
    for x, inwards in ((_INSET, -1), (Emu(width - _INSET), 1)):
        yield Stroke(x, _INSET, Emu(0), _WEIGHT, height=Emu(height - 2 * _INSET))
        for millimetre in _millimetres(height):
            tick = _tick(millimetre)
            yield Stroke(Emu(min(x, x + inwards * tick)), Mm(millimetre), tick, _WEIGHT)


def _millimetres(length: Emu) -> range:
    return range(round(_INSET.mm), round(length.mm - _INSET.mm) + 1)


def _tick(millimetre: int) -> Emu:
    return next(length for step, length in _TICKS.items() if millimetre % step == 0)


def _corners() -> Iterator[Stroke]:
    """Crosses on the corners of the type area."""
    left, top, width, height = figures().type_area
    half = Emu(_CROSS // 2)
    for x in (left, Emu(left + width)):
        for y in (top, Emu(top + height)):
            yield Stroke(Emu(x - half), y, _CROSS, _WEIGHT)
            yield Stroke(x, Emu(y - half), Emu(0), _WEIGHT, height=_CROSS)


def _numbers(width: Emu, height: Emu, setting: Setting) -> Iterator[Line]:
    """At each centimetre, inside the rulers."""
    gap = Mm(1)
    for millimetre in (one for one in _millimetres(width) if one % 10 == 0):
        line = words(str(millimetre), Mm(millimetre), Emu(_INSET + gap), _SIZE, setting.fonts)
        centred = Emu(Mm(millimetre) + line.width // 2)
        yield ending_at(line, centred)
        low = words(str(millimetre), line.x, Emu(height - _INSET - gap - _SIZE), _SIZE, setting.fonts)
        yield ending_at(low, centred)
    inner = range(round(_INSET.mm) + 6, round(Emu(height - _INSET).mm) - 5)
    for millimetre in (one for one in inner if one % 10 == 0):
        top = Emu(Mm(millimetre) - _SIZE // 2)
        line = words(str(millimetre), Emu(_INSET + gap), top, _SIZE, setting.fonts)
        yield line
        yield ending_at(line, Emu(width - _INSET - gap))


def _instructions(setting: Setting) -> Iterator[Line]:
    left, top, *_ = figures().type_area
    for number, said in enumerate(_SAID):
        yield words(said, Emu(left + _CROSS), Emu(top + _CROSS + number * 2 * _WORDS), _WORDS, setting.fonts)


def _moved(line: Line, right: Emu, down: Emu) -> Line:
    glyphs = tuple(replace(one, x=Emu(one.x + right)) for one in line.glyphs)
    x, top, bottom = Emu(line.x + right), Emu(line.top + down), Emu(line.bottom + down)
    return replace(line, glyphs=glyphs, x=x, top=top, bottom=bottom)
