"""Two pages are compared thing by thing: what is missing, moved, too much or of another size or colour is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.page_content import Area, Content, Glyph, Picture, Stroke
from benchmarks.page_difference import compare, compare_places

LIMIT = 0.1
GLYPH = Glyph("某", 20, 50, 5.6, 16, "F", "000000")
NEXT = replace(GLYPH, text="市", x=25.6)
RULE = Stroke(28, 100, 184, 100, 0.35, "FF0000")
SHADE = Area(28, 120, 60, 130, "DDDDDD")
PICTURE = Picture(28, 150, 60, 170)
PAGE = Content(210, 297, [GLYPH, NEXT], [RULE], [SHADE], [PICTURE])


def test_the_same_page_has_no_faults_and_everything_is_counted() -> None:
    said = compare(PAGE, PAGE, LIMIT)
    assert (said.glyphs, said.strokes, said.areas, said.pictures) == (2, 1, 1, 1)
    assert (said.farthest, said.faults) == (0, [])


def test_a_move_below_the_limit_is_only_measured() -> None:
    said = compare(PAGE, replace(PAGE, glyphs=[replace(GLYPH, x=20.06), NEXT]), LIMIT)
    assert said.farthest == pytest.approx(0.06)
    assert not said.faults


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (replace(PAGE, width=297.0, height=210.0), "纸张"),
        (replace(PAGE, glyphs=[GLYPH]), "少了“市”"),
        (replace(PAGE, glyphs=[GLYPH, NEXT, replace(NEXT, x=31.2)]), "多了“市”"),
        (replace(PAGE, glyphs=[GLYPH, replace(NEXT, baseline=50.2)]), "“市”应在"),
        (replace(PAGE, glyphs=[GLYPH, replace(NEXT, size=15)]), "应为 16 磅"),
        (replace(PAGE, glyphs=[GLYPH, replace(NEXT, width=5)]), "应宽"),
        (replace(PAGE, glyphs=[GLYPH, replace(NEXT, color="FF0000")]), "颜色"),
        (replace(PAGE, strokes=[replace(RULE, x1=183)]), "应在"),
        (replace(PAGE, strokes=[replace(RULE, weight=0.25)]), "线应粗"),
        (replace(PAGE, areas=[]), "少了“DDDDDD”"),
        (replace(PAGE, pictures=[replace(PICTURE, y1=175)]), "“图片”应在"),
    ],
)
def test_every_difference_is_said(found: Content, said: str) -> None:
    assert [said in fault for fault in compare(PAGE, found, LIMIT).faults] == [True]


def test_another_program_may_draw_more_but_no_character_elsewhere() -> None:
    more = replace(PAGE, glyphs=[GLYPH, NEXT, replace(GLYPH, x=90)], strokes=[])
    assert not compare_places(PAGE, more, LIMIT).faults
    assert compare_places(PAGE, replace(more, glyphs=[GLYPH, replace(NEXT, x=90)]), LIMIT).faults
