"""What a docx says of its graphics: the picture, what is cut off it, where it floats, and what it shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat.model import Carrier, Floating, Image, Offset
from gwformat.readers import read
from gwformat.units import Mm, Pt
from tests import drawings
from tests.build import make_docx

IMAGE = [("img", "image", "media/image1.png")]


def carrier(run: str, folder: Path, rels: list[tuple[str, str, str]] = IMAGE) -> Carrier:
    path = folder / "草稿.docx"
    path.write_bytes(make_docx(f"<w:p>{run}</w:p>", {"word/media/image1.png": drawings.png()}, rels))
    (found,) = (run.carrier for paragraph in read(path).paragraphs() for run in paragraph.runs)
    assert found is not None
    return found


def test_a_picture_names_its_part_what_is_cut_off_and_its_turn(tmp_path: Path) -> None:
    found = carrier(drawings.inline(60, 40, crop='<a:srcRect l="25000" b="10000"/>', turn=90), tmp_path)
    assert found.image == Image("word/media/image1.png", (0.25, 0.0, 0.0, 0.1), 90)
    assert (found.floating, found.alt) == (None, "示意图")


@pytest.mark.parametrize(
    ("wrap", "pushes"), [(drawings.SQUARE, True), (drawings.TOP_AND_BOTTOM, True), (drawings.NONE, False)]
)
def test_an_anchor_says_where_and_whether_words_give_way(tmp_path: Path, wrap: str, pushes: bool) -> None:
    found = carrier(drawings.anchor(60, 40, wrap, at=(10, -5), frames=("page", "line")), tmp_path)
    assert found.floating == Floating(Offset("page", Mm(10)), Offset("line", Mm(-5)), False, pushes)


def test_what_lies_behind_the_words_pushes_none(tmp_path: Path) -> None:
    found = carrier(drawings.anchor(60, 40, drawings.SQUARE, behind=True), tmp_path)
    assert found.floating is not None
    assert (found.floating.behind, found.floating.pushes) == (True, False)


def test_old_shapes_float_by_their_style(tmp_path: Path) -> None:
    style = "position:absolute;margin-left:10pt;margin-top:-4pt;z-index:-3;mso-position-vertical-relative:page"
    found = carrier(drawings.vml(30, 20, style=style), tmp_path)
    assert found.floating == Floating(Offset("column", Pt(10)), Offset("page", Pt(-4)), behind=True)
    assert found.image == Image("word/media/image1.png", (0.25, 0.0, 0.0, 0.0))
    assert found.alt == "旧图"


def test_old_shapes_without_a_place_are_in_the_line(tmp_path: Path) -> None:
    assert carrier(drawings.vml(30, 20, style="mso-wrap-style:none"), tmp_path).floating is None


def test_a_linked_picture_and_one_that_is_missing_are_none(tmp_path: Path) -> None:
    linked = [("img", "image", "https://example.com/1.png")]
    assert carrier(drawings.inline(60, 40), tmp_path, linked).image is None
    assert carrier(drawings.inline(60, 40, "nowhere"), tmp_path).image is None


def test_a_group_of_pictures_is_not_one_picture(tmp_path: Path) -> None:
    picture = drawings.vml(30, 20).removeprefix("<w:r><w:pict>").removesuffix("</w:pict></w:r>")
    group = f"<w:r><w:pict><v:group style='width:60mm;height:30mm'>{picture}{picture}</v:group></w:pict></w:r>"
    assert carrier(group, tmp_path).image is None
