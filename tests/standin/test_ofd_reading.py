"""An OFD is read as the standard says it is drawn: what its page shows, and what a strict reader would not draw."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.ofd_content import OfdFile
from benchmarks.page_content import Area, Content, Stroke
from tests.standin.ofd_files import ofd, path, text

RED = '<ofd:StrokeColor Value="255 0 0"/>'


def read(folder: Path, *objects: str) -> tuple[Content, list[str]]:
    file = OfdFile(ofd(folder, *objects))
    (page,) = file.pages()
    return page, file.problems


def test_characters_stand_where_their_offsets_lead(tmp_path: Path) -> None:
    page, problems = read(tmp_path, text("某某市委", steps="5 g 2 6"))
    assert [(one.text, one.x, one.baseline) for one in page.glyphs] == [
        ("某", 20, 46),
        ("某", 25, 46),
        ("市", 31, 46),
        ("委", 37, 46),
    ]
    assert {one.size for one in page.glyphs} == {14.17}
    assert not problems


def test_a_character_the_font_lacks_is_drawn_as_one_that_is_missing(tmp_path: Path) -> None:
    page, _ = read(tmp_path, text("\U00020bb7某", steps="5"))
    assert [(one.text, one.x) for one in page.glyphs] == [("\ufffd", 20), ("某", 25)]


def test_narrowed_characters_keep_their_offsets(tmp_path: Path) -> None:
    page, _ = read(tmp_path, text("某某", steps="4", HScale="0.8"))
    assert [(one.x, one.width) for one in page.glyphs] == [(20, 4), (24, 4)]


def test_turned_text_runs_down_the_sheet(tmp_path: Path) -> None:
    page, problems = read(tmp_path, text("某某", steps="5", box="20 40 10 100", CTM="0 1 -1 0 10 0"))
    assert [(one.x, one.baseline, one.turned) for one in page.glyphs] == [(24, 40, True), (24, 45, True)]
    assert not problems


def test_text_that_is_sheared_leans(tmp_path: Path) -> None:
    page, _ = read(tmp_path, text("某", CTM="1 0 -0.2 1 1.2 0"), text("某"))
    assert [(one.x, one.slanted) for one in page.glyphs] == [(pytest.approx(20), True), (20, False)]


def test_lines_areas_and_pictures_are_found(tmp_path: Path) -> None:
    page, problems = read(
        tmp_path,
        path("M 0 0.5 L 156 0.5", box="28 100 156 1", colors=RED, Stroke="true", LineWidth="0.7"),
        path("M 0 0 L 30 0 L 30 10 L 0 10 C", box="28 120 30 10", Stroke="false", Fill="true"),
        '<ofd:ImageObject ID="7" Boundary="28 150 20 30" CTM="40 0 0 30 -10 0" ResourceID="2"/>',
    )
    assert page.strokes == [Stroke(28, 100.5, 184, 100.5, 0.7, "FF0000")]
    assert page.areas == [Area(28, 120, 58, 130, "000000")]
    assert [(one.x0, one.y0, one.x1, one.y1) for one in page.pictures] == [(28, 150, 48, 180)]
    assert not problems


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (text("某某", steps="5", box="20 40 100 3"), "墨迹超出 Boundary"),
        (text("某某", steps="5 5"), "DeltaX 有 2 个，文字有 2 个"),
        (text("\u3000某", steps="5"), "文字以空白开头"),
        (path("M 0 0 L 156 0", box="28 100 156 0.1", LineWidth="0.7"), "墨迹超出 Boundary 0.35 毫米"),
        ('<ofd:ImageObject ID="7" Boundary="28 150 20 30" CTM="20 0 0 30 0 0" ResourceID="8"/>', "没有图片 8"),
    ],
)
def test_what_a_strict_reader_would_not_draw_is_said(tmp_path: Path, wrong: str, said: str) -> None:
    _, problems = read(tmp_path, wrong)
    assert [said in problem for problem in problems] == [True]
