"""Installed faces answer to all their names; what has to be replaced is said."""

from __future__ import annotations

import logging
import os
import shutil
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.sfnt import SFNTWriter

from gwformat.errors import FontMissing
from gwformat.fonts import folders, load_system
from gwformat.fonts.choosing import choose
from gwformat.fonts.coverage import coverage
from gwformat.fonts.installed import InstalledFonts, installed_fonts
from tests.standin.fonts import build_all

PARTY = load_system("party")
linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="folders are said in fontconfig's files")


def fonts_of(folder: Path, *names: str) -> InstalledFonts:
    """The stand-ins for `names` in `folder`, and no other fonts."""
    folder.mkdir()
    for name in names:
        shutil.copy(build_all() / f"{name}.ttf", folder)
    return only(folder)


def only(folder: Path) -> InstalledFonts:
    faces = installed_fonts([folder]).faces
    return InstalledFonts(tuple(face for face in faces if face.path.is_relative_to(folder)))


@pytest.mark.parametrize("name", ["仿宋_GB2312", "FangSong_GB2312", "fangsong_gb2312"])
def test_a_family_is_found_by_its_chinese_and_its_english_name(tmp_path: Path, name: str) -> None:
    found = fonts_of(tmp_path / "fonts", "FangSong_GB2312", "SimHei").find(name)
    assert found is not None
    assert found.path.name == "FangSong_GB2312.ttf"
    assert found.name == "仿宋_GB2312"


def test_a_family_is_found_by_its_postscript_name(tmp_path: Path) -> None:
    found = fonts_of(tmp_path / "fonts", "FZXBSJW--GB1-0").find("FZXBSJW--GB1-0")
    assert found is not None
    assert found.name == "方正小标宋简体"


def test_a_face_in_a_collection_is_found_with_its_number(tmp_path: Path) -> None:
    collection = TTCollection()
    collection.fonts = [TTFont(build_all() / f"{name}.ttf") for name in ("SimHei", "KaiTi")]
    folder = tmp_path / "fonts"
    folder.mkdir()
    collection.save(folder / "two.ttc")
    found = only(folder).find("楷体")
    assert found is not None
    assert (found.path.name, found.index) == ("two.ttc", 1)


def test_the_bold_face_is_the_one_that_says_so(tmp_path: Path) -> None:
    fonts_of(tmp_path / "fonts", "SimHei")
    bold = TTFont(build_all() / "SimHei.ttf")
    bold["OS/2"].usWeightClass = 700
    bold.save(tmp_path / "fonts" / "bold.ttf")
    installed_again = InstalledFonts(tuple(face for face in _scan_again(tmp_path / "fonts").faces))
    regular, heavy = installed_again.find("黑体"), installed_again.find_bold("黑体")
    assert regular is not None and heavy is not None
    assert (regular.path.name, heavy.path.name) == ("SimHei.ttf", "bold.ttf")


def _scan_again(folder: Path) -> InstalledFonts:
    """The same fonts by another path: a folder is scanned once per process."""
    other = folder.with_name("again")
    folder.rename(other)
    return only(other)


def test_damaged_fonts_and_files_that_are_none_are_passed_over(tmp_path: Path) -> None:
    folder = tmp_path / "fonts"
    folder.mkdir()
    whole = (build_all() / "SimHei.ttf").read_bytes()
    (folder / "half.ttf").write_bytes(whole[:300])
    (folder / "text.otf").write_text("no font", encoding="utf-8")
    (folder / "empty.ttc").touch()
    (folder / "header.ttc").write_bytes(b"ttcf" + b"\xff" * 40)
    (folder / "whole.ttf").write_bytes(whole)
    assert [face.path.name for face in only(folder).faces] == ["whole.ttf"]


@linux_only
def test_a_pipe_with_the_name_of_a_font_is_not_waited_for(tmp_path: Path) -> None:
    folder = tmp_path / "fonts"
    folder.mkdir()
    os.mkfifo(folder / "pipe.ttf")
    assert only(folder).faces == ()


def test_what_is_wrong_inside_a_font_is_not_told_in_the_words_of_the_parser(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / "fonts"
    folder.mkdir()
    font = TTFont(build_all() / "SimHei.ttf")
    table = bytearray(font.getTableData("name"))
    table[-1:] = b""  # the last name ends behind the table
    with (folder / "short.ttf").open("wb") as file:
        writer = SFNTWriter(file, len(font.reader.tables))
        for tag in font.reader.tables:
            writer[tag] = bytes(table) if tag == "name" else font.reader[tag]
        writer.close()
    logging.getLogger("fontTools").setLevel(logging.NOTSET)
    assert only(folder).find("SimHei") is not None
    assert not caplog.records


def test_a_face_whose_outlines_are_gone_has_no_characters(tmp_path: Path) -> None:
    font = TTFont(build_all() / "SimHei.ttf")
    del font["hmtx"]
    folder = tmp_path / "fonts"
    folder.mkdir()
    font.save(folder / "SimHei.ttf")
    found = only(folder).find("黑体")
    assert found is not None
    assert not coverage(found).has("某")


def test_what_is_kept_of_fonts_is_read_again_and_follows_the_files(tmp_path: Path) -> None:
    folder = tmp_path / "fonts"
    fonts_of(folder, "SimHei")
    kept = folders.cache_folder() / "fonts-1.json"
    assert "黑体" in kept.read_text(encoding="utf-8")
    shutil.copy(build_all() / "KaiTi.ttf", folder / "SimHei.ttf")
    os.utime(folder / "SimHei.ttf", (1, 1))
    assert _scan_again(folder).find("黑体") is None


@pytest.mark.skipif(sys.platform == "win32", reason="access rights are different there")
def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be", encoding="utf-8")
    assert fonts_of(tmp_path / "fonts", "SimHei").find("黑体") is not None


@linux_only
def test_folders_are_those_of_fontconfig_and_of_the_files_it_includes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    more = tmp_path / "conf.d"
    more.mkdir()
    (more / "50-user.conf").write_text("<fontconfig><dir prefix='xdg'>fonts</dir></fontconfig>", encoding="utf-8")
    (more / "README").write_text("not XML", encoding="utf-8")
    conf = tmp_path / "fonts.conf"
    conf.write_text(
        "<fontconfig><dir>/opt/fonts</dir><include>conf.d</include><include>missing</include></fontconfig>",
        encoding="utf-8",
    )
    monkeypatch.setenv("FONTCONFIG_FILE", str(conf))
    monkeypatch.setenv("XDG_DATA_HOME", "/home/someone/data")
    assert folders.font_folders() == (Path("/opt/fonts"), Path("/home/someone/data/fonts"))


@pytest.mark.parametrize(
    ("name", "char", "width"), [("SimSun", "某", 1), ("SimSun", "a", 0.5), ("KaiTi_GB2312", "镕", None)]
)
def test_advances_are_those_of_the_font_file(tmp_path: Path, name: str, char: str, width: float | None) -> None:
    face = fonts_of(tmp_path / "fonts", name).faces[0]
    assert coverage(face).advance(char) == width
    coverage.cache_clear()
    assert coverage(face).advance(char) == width  # from the cache


def test_the_em_box_is_where_ascent_and_descent_make_one_em(tmp_path: Path) -> None:
    fonts = fonts_of(tmp_path / "fonts", "FandolFang-Regular", "NotoSansCJKsc-Regular")
    ascents = {face.path.stem: coverage(face).ascent for face in fonts.faces}
    assert ascents == {"FandolFang-Regular": 0.88, "NotoSansCJKsc-Regular": 0.859}


def test_a_missing_family_is_replaced_by_one_of_the_same_style_and_reported(tmp_path: Path) -> None:
    fonts = fonts_of(tmp_path / "fonts", "SimSun", "FangSong")
    choice = choose({"仿宋_GB2312": "某市"}, PARTY, fonts, strict=False)
    assert choice.face("仿宋_GB2312", "某").name == "仿宋"
    [substitution] = choice.substitutions
    assert (substitution.family, substitution.replaced_by) == ("仿宋_GB2312", "仿宋")
    assert "风格相同" in substitution.risk


def test_a_face_of_another_style_that_may_stand_in_is_not_called_one_of_the_same(tmp_path: Path) -> None:
    fonts = fonts_of(tmp_path / "fonts", "SimSun", "LXGWWenKai-Regular")
    [substitution] = choose({"仿宋_GB2312": "某市"}, PARTY, fonts, strict=False).substitutions
    assert substitution.replaced_by == "霞鹜文楷"
    assert "风格不同" in substitution.risk and "不可作定稿" in substitution.risk


def test_without_a_face_of_the_style_running_text_looks_best(tmp_path: Path) -> None:
    fonts = fonts_of(tmp_path / "fonts", "SimHei", "SimSun")
    [substitution] = choose({"方正小标宋简体": "某市"}, PARTY, fonts, strict=False).substitutions
    assert substitution.replaced_by == "宋体"
    assert "不可作定稿" in substitution.risk


def test_a_character_the_face_lacks_comes_from_another_and_is_named(tmp_path: Path) -> None:
    fonts = fonts_of(tmp_path / "fonts", "FangSong_GB2312", "FangSong")
    choice = choose({"仿宋_GB2312": "某镕"}, PARTY, fonts, strict=False)
    assert choice.face("仿宋_GB2312", "某").name == "仿宋_GB2312"
    assert choice.face("仿宋_GB2312", "镕").name == "仿宋"
    assert [(item.characters, item.replaced_by) for item in choice.substitutions] == [("镕", "仿宋")]


def test_a_character_no_face_has_is_named_too(tmp_path: Path) -> None:
    fonts = fonts_of(tmp_path / "fonts", "FangSong_GB2312", "SimSun")
    [substitution] = choose({"仿宋_GB2312": "某𠮷"}, PARTY, fonts, strict=False).substitutions
    assert (substitution.characters, substitution.replaced_by) == ("𠮷", "")


def test_a_family_wanted_for_a_character_only_that_no_face_has_is_no_reason_to_draw_nothing(tmp_path: Path) -> None:
    fonts = fonts_of(tmp_path / "fonts", "SimSun")
    choice = choose({"宋体": "某", "仿宋_GB2312": "🖳"}, PARTY, fonts, strict=False)
    assert [(item.family, item.replaced_by, item.characters) for item in choice.substitutions] == [
        ("仿宋_GB2312", "宋体", ""),
        ("仿宋_GB2312", "", "🖳"),
    ]


def test_strict_refuses_and_names_all_that_is_missing(tmp_path: Path) -> None:
    fonts = fonts_of(tmp_path / "fonts", "SimHei", "KaiTi_GB2312")
    wanted = {"仿宋_GB2312": "某", "黑体": "某", "方正小标宋简体": "某", "楷体_GB2312": "镕"}
    with pytest.raises(FontMissing) as refused:
        choose(wanted, PARTY, fonts, strict=True)
    assert refused.value.exit_code == 6
    assert refused.value.message == "没有安装字体：仿宋_GB2312、方正小标宋简体；“楷体_GB2312”没有“镕”"


def test_without_any_chinese_font_nothing_can_be_drawn(tmp_path: Path) -> None:
    fonts = fonts_of(tmp_path / "fonts", "TimesNewRomanPSMT")
    with pytest.raises(FontMissing, match="没有安装字体“仿宋_GB2312”"):
        choose({"仿宋_GB2312": "某市"}, PARTY, fonts, strict=False)
