"""印章和签名章 (7.3.5): pictures go into the files unchanged, behind the words they press, and come back from them."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from lxml import etree

from gwformat import api
from gwformat.errors import GwError, InputUnreadable, UsageError
from gwformat.layout.boxes import Layer
from gwformat.model import Role, Seal
from gwformat.ooxml.names import w
from gwformat.units import Mm
from tests.api.test_joint import body_of, elements, whole
from tests.drawings import png
from tests.organs import organs

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def pictures(folder: Path, count: int, width: int = 600, height: int = 600) -> tuple[Path, ...]:
    """So many pictures, no two of them alike."""
    paths = tuple(folder / f"印章{number}.png" for number in range(1, count + 1))
    for number, path in enumerate(paths):
        path.write_bytes(png(width, height, grey=number * 9))
    return paths


def signed(folder: Path, count: int) -> Path:
    return whole(folder, [*organs(count), "文件"] if count > 1 else [f"{organs(1)[0]}文件"], organs(count))


def anchors(path: Path) -> list[etree._Element]:
    return list(etree.fromstring(body_of(path)).iter(f"{WP}anchor"))


@pytest.mark.parametrize("count", [1, 2, 3, 5, 9])
@pytest.mark.parametrize("means", [Seal.ROUND, Seal.SIGNATURE])
def test_each_organ_has_its_own_picture_behind_the_words(tmp_path: Path, count: int, means: Seal) -> None:
    size = (600, 600) if means is Seal.ROUND else (900, 300)
    given = pictures(tmp_path, count, *size)
    options = api.FormatOptions(seal=means, seal_pictures=given, pdf=True)
    result = api.format_file(signed(tmp_path, count), tmp_path / "成品.docx", options)
    drawn = anchors(result.output)
    assert [anchor.get("behindDoc") for anchor in drawn] == ["1"] * count
    described = [anchor.find(f"{WP}docPr").get("descr") for anchor in drawn]
    assert sorted(described) == sorted(f"{name}印章" for name in organs(count))
    with zipfile.ZipFile(result.output) as package:
        media = {package.read(name) for name in package.namelist() if name.startswith("word/media/")}
    assert media == {path.read_bytes() for path in given}
    shown = [placed for page in result.pages.pages for placed in page.carriers]
    assert [placed.carrier.data for placed in shown] == [path.read_bytes() for path in given]
    assert {placed.layer for placed in shown} == {Layer.BEHIND}


@pytest.mark.parametrize("means", Seal)
def test_a_file_formatted_again_is_signed_as_it_was_without_being_told(tmp_path: Path, means: Seal) -> None:
    options = api.FormatOptions(seal=means, seal_diameter=Mm(50))
    first = api.format_file(signed(tmp_path, 2), tmp_path / "成品.docx", options)
    again = api.format_file(first.output, tmp_path / "再排.docx")
    assert again.output.read_bytes() == first.output.read_bytes()
    other = api.format_file(
        again.output, tmp_path / "换.docx", api.FormatOptions(seal=Seal.ROUND, seal_diameter=Mm(45))
    )
    sizes = {seal.width for page in other.pages.pages for seal in page.seals}
    assert sizes == {Mm(45)}


def test_a_picture_seals_what_was_written_without_seals(tmp_path: Path) -> None:
    bare = api.format_file(signed(tmp_path, 1), tmp_path / "成品.docx", api.FormatOptions(seal=Seal.NONE))
    options = api.FormatOptions(seal_pictures=pictures(tmp_path, 1))
    assert len(anchors(api.format_file(bare.output, tmp_path / "盖章.docx", options).output)) == 1


@pytest.mark.parametrize("means", [Seal.ROUND, Seal.SIGNATURE])
def test_a_file_with_seals_formatted_again_is_the_same(tmp_path: Path, means: Seal) -> None:
    size = (600, 600) if means is Seal.ROUND else (500, 333)
    options = api.FormatOptions(seal=means, seal_pictures=pictures(tmp_path, 3, *size))
    first = api.format_file(signed(tmp_path, 3), tmp_path / "成品.docx", options)
    assert elements(api.inspect_file(first.output)) == elements(first.document)
    again = api.format_file(first.output, tmp_path / "再排.docx", api.FormatOptions(seal=means))
    assert body_of(again.output) == body_of(first.output)
    assert len(anchors(again.output)) == 3


def test_seals_may_be_taken_off_again(tmp_path: Path) -> None:
    options = api.FormatOptions(seal_pictures=pictures(tmp_path, 2))
    first = api.format_file(signed(tmp_path, 2), tmp_path / "成品.docx", options)
    bare = api.format_file(first.output, tmp_path / "无章.docx", api.FormatOptions(seal=Seal.NONE))
    assert anchors(bare.output) == []
    assert elements(bare.document) == elements(first.document)


def test_other_seals_take_the_place_of_those_in_the_file(tmp_path: Path) -> None:
    old, new, *_ = pictures(tmp_path, 2)
    first = api.format_file(signed(tmp_path, 1), tmp_path / "成品.docx", api.FormatOptions(seal_pictures=(old,)))
    again = api.format_file(first.output, tmp_path / "换章.docx", api.FormatOptions(seal_pictures=(new,)))
    assert [seal.data for seal in again.document.seals if seal] == [new.read_bytes()]
    assert len(anchors(again.output)) == 1


def test_the_picture_is_as_large_as_the_seal(tmp_path: Path) -> None:
    options = api.FormatOptions(seal_pictures=pictures(tmp_path, 1), seal_diameter=Mm(45))
    result = api.format_file(signed(tmp_path, 1), tmp_path / "成品.docx", options)
    (anchor,) = anchors(result.output)
    assert anchor.find(f"{WP}extent").attrib == {"cx": str(Mm(45)), "cy": str(Mm(45))}
    date = next(anchor.iterancestors(w("p")))
    assert date.find(f"{w('pPr')}/{w('pStyle')}").get(w("val")) == "gw-date"


def test_an_organ_without_a_picture_keeps_its_place_free_and_the_user_is_told(tmp_path: Path) -> None:
    options = api.FormatOptions(seal_pictures=pictures(tmp_path, 1))
    result = api.format_file(signed(tmp_path, 2), tmp_path / "成品.docx", options)
    assert [seal is not None for seal in result.document.seals] == [True, False]
    assert sum(len(page.seals) for page in result.pages.pages) == 2
    assert any(organs(2)[1] in notice and "留出位置" in notice for notice in result.notices)


def test_a_table_of_the_metadata_file_names_the_pictures_by_organ(tmp_path: Path) -> None:
    first, second = pictures(tmp_path, 2)
    by_organ = {organs(2)[1]: first, organs(2)[0]: second, "某某市气象局": tmp_path / "没有.png"}
    options = api.FormatOptions(seals_by_organ=by_organ)
    result = api.format_file(signed(tmp_path, 2), tmp_path / "成品.docx", options)
    assert [seal.data for seal in result.document.seals if seal] == [second.read_bytes(), first.read_bytes()]


def refused(folder: Path, picture: Path, *others: Path, means: Seal | None = None) -> GwError:
    options = api.FormatOptions(seal=means, seal_pictures=(picture, *others))
    with pytest.raises(GwError) as caught:
        api.format_file(signed(folder, 1), folder / "成品.docx", options)
    assert not (folder / "成品.docx").exists()
    assert caught.value.advice
    return caught.value


def test_a_seal_that_is_not_square_is_refused(tmp_path: Path) -> None:
    (picture,) = pictures(tmp_path, 1, 900, 300)
    error = refused(tmp_path, picture)
    assert isinstance(error, UsageError)
    assert "不是正方形（900×300 像素）" in error.message


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"GIF89a", "不是 PNG 或 JPEG"), (b"\x89PNG\r\n\x1a\n", "已损坏"), (png(600, 600)[:-20], "已损坏")],
)
def test_what_is_no_whole_picture_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    picture = tmp_path / "章.png"
    picture.write_bytes(content)
    error = refused(tmp_path, picture)
    assert isinstance(error, InputUnreadable)
    assert message in error.message


def test_a_picture_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert "没有.png" in refused(tmp_path, tmp_path / "没有.png").message


def test_a_picture_of_too_many_pixels_is_refused(tmp_path: Path) -> None:
    picture = tmp_path / "章.png"
    picture.write_bytes(png(1, 1).replace(b"\x00\x00\x00\x01\x00\x00\x00\x01", b"\x00\x00\xff\xff\x00\x00\xff\xff", 1))
    assert "太大（65535×65535 像素" in refused(tmp_path, picture).message


def test_there_is_no_seal_without_a_signature(tmp_path: Path) -> None:
    assert "不能出现没有署名的空白印章" in refused(tmp_path, *pictures(tmp_path, 2)).message


def test_no_seal_and_a_picture_contradict_each_other(tmp_path: Path) -> None:
    assert "不能同时" in refused(tmp_path, *pictures(tmp_path, 1), means=Seal.NONE).message


def test_posts_stand_beside_their_signature_stamps(tmp_path: Path) -> None:
    posts = ["某某市教育局局长", "某某市财政局局长"]
    source = whole(tmp_path, [*organs(2), "文件"], posts)
    options = api.FormatOptions(seal=Seal.SIGNATURE, seal_pictures=pictures(tmp_path, 2, 900, 300))
    result = api.format_file(source, tmp_path / "成品.docx", options)
    assert [block.text for block in result.document.of(Role.SIGNATURE)] == posts
    for page in result.pages.pages:
        lines = [line for line in page.lines if line.role is Role.SIGNATURE]
        for line, seal in zip(lines, page.seals, strict=True):
            assert abs(line.top + line.bottom - 2 * seal.y - seal.height) < 2 * Mm(0.1)
            assert (seal.x - line.x - line.width) / Mm(5.54) == pytest.approx(2, abs=0.05)


@pytest.mark.parametrize("size", [(500, 333), (1200, 200)])
def test_a_signature_stamp_keeps_its_proportions(tmp_path: Path, size: tuple[int, int]) -> None:
    options = api.FormatOptions(seal=Seal.SIGNATURE, seal_pictures=pictures(tmp_path, 1, *size))
    (anchor,) = anchors(api.format_file(signed(tmp_path, 1), tmp_path / "成品.docx", options).output)
    across, down = (int(anchor.find(f"{WP}extent").get(side)) for side in ("cx", "cy"))
    assert across / down == pytest.approx(size[0] / size[1], rel=0.001)
