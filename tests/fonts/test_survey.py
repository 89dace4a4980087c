"""What there is of a font system on this machine: installed, replaced or missing, and what the files say."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from fontTools.ttLib import TTCollection, TTFont

from gwformat.errors import ConfigurationInvalid
from gwformat.fonts import load_system
from gwformat.fonts.coverage import coverage
from gwformat.fonts.details import details
from gwformat.fonts.embedding import embedding_of
from gwformat.fonts.installed import InstalledFonts, installed_fonts
from gwformat.fonts.survey import State, Surveyed, survey
from gwformat.profiles.schema import Slot
from tests.standin.fonts import build_all

PARTY = load_system("party")
EXAMPLE = Path(__file__).parents[2] / "examples" / "字体.toml"


def fonts_of(folder: Path, *names: str, web: bool = False) -> InstalledFonts:
    folder.mkdir(exist_ok=True)
    for name in names:
        shutil.copy(build_all() / f"{name}.ttf", folder)
    found = installed_fonts([folder], web=web)
    return InstalledFonts(tuple(face for face in found.faces if face.path.is_relative_to(folder)), found.unread)


def of(slot: Slot, found: tuple[Surveyed, ...]) -> Surveyed:
    return next(item for item in found if item.slot is slot)


def test_each_typeface_is_installed_replaced_or_missing(tmp_path: Path) -> None:
    found = survey(PARTY, fonts_of(tmp_path / "fonts", "FangSong_GB2312", "KaiTi", "SimHei"))
    states = {item.label: item.state for item in found}
    assert states == {
        "仿宋": State.INSTALLED,
        "黑体": State.INSTALLED,
        "楷体": State.SUBSTITUTED,
        "宋体": State.MISSING,
        "小标宋": State.MISSING,
        "西文": State.MISSING,
    }
    kaiti = of(Slot.KAITI, found).measured
    assert kaiti is not None
    assert kaiti.face.name == "楷体"


def test_characters_are_counted_in_the_file(tmp_path: Path) -> None:
    measured = of(Slot.FANGSONG, survey(PARTY, fonts_of(tmp_path / "fonts", "FangSong_GB2312"))).measured
    assert measured is not None
    counts = {share.name: (share.had, share.total) for share in measured.shares}
    assert counts["GB/T 2312"] == (6763, 6763)
    assert counts["通用规范汉字表"] == (8105 - 1467, 8105)
    assert counts["GB 18030 级别3"] == (6763, 87_887)


def test_version_outlines_and_embedding_are_those_of_the_face_in_the_collection(tmp_path: Path) -> None:
    collection = TTCollection()
    collection.fonts = [TTFont(build_all() / f"{name}.ttf") for name in ("SimHei", "KaiTi_GB2312")]
    collection.fonts[1]["OS/2"].fsType = 0x0108
    collection.fonts[1]["name"].setName("Version 2.50; 某某字库", 5, 3, 1, 0x0409)
    (tmp_path / "fonts").mkdir()
    collection.save(tmp_path / "fonts" / "two.ttc")
    face = fonts_of(tmp_path / "fonts").find("楷体_GB2312")
    assert face is not None
    found = details(face)
    assert (found.version, found.truetype) == ("2.50", True)
    assert found.embedding.words == "可以嵌入，文件可编辑，须整套嵌入"


@pytest.mark.parametrize(
    ("fs_type", "words", "refused"),
    [
        (0x0000, "可以嵌入和安装", False),
        (0x0002, "不许嵌入", True),
        (0x0004, "只许嵌入供查看和打印", True),
        (0x0008, "可以嵌入，文件可编辑", False),
        (0x000C, "可以嵌入，文件可编辑", False),  # several levels, as old faces have: the least restrictive
        (0x0006, "只许嵌入供查看和打印", True),
        (0x0100, "可以嵌入和安装，须整套嵌入", False),
        (0x0208, "可以嵌入，文件可编辑，只许嵌入点阵", True),
    ],
)
def test_the_embedding_right_is_said_in_words(fs_type: int, words: str, refused: bool) -> None:
    assert embedding_of(fs_type).words == words
    assert bool(embedding_of(fs_type).refusal) is refused


def test_a_web_font_is_read_or_named_as_unread_but_never_drawn_with(tmp_path: Path) -> None:
    folder = tmp_path / "fonts"
    folder.mkdir()
    font = TTFont(build_all() / "KaiTi.ttf")
    font.flavor = "woff"
    font.save(folder / "KaiTi.woff")
    (folder / "SimHei.woff2").write_bytes(b"wOF2, and what only Brotli unpacks")
    assert fonts_of(folder).find("楷体") is None
    found = fonts_of(folder, web=True)
    face = found.find("楷体")
    assert face is not None
    assert coverage(face).has("镕")
    assert found.unread in ((), (folder / "SimHei.woff2",))  # with Brotli it is read, and found to be damaged


def test_a_woff2_is_read_where_brotli_is_installed(tmp_path: Path) -> None:
    pytest.importorskip("brotli", reason="WOFF2 is packed with Brotli")
    folder = tmp_path / "fonts"
    folder.mkdir()
    font = TTFont(build_all() / "KaiTi_GB2312.ttf")
    font.flavor = "woff2"
    font.save(folder / "KaiTi.woff2")
    face = fonts_of(folder, web=True).find("楷体_GB2312")
    assert face is not None
    assert coverage(face).has("某") and not coverage(face).has("镕")


def test_the_example_of_a_system_of_ones_own_says_only_what_differs() -> None:
    system = load_system(EXAMPLE)
    assert system.faces[Slot.XIAOBIAOSONG].family == "文星简小标宋"
    assert system.faces[Slot.FANGSONG] == PARTY.faces[Slot.FANGSONG]
    states = {item.label: item.state for item in survey(system, InstalledFonts(()))}
    assert set(states.values()) == {State.MISSING}


def test_a_system_that_does_not_exist_is_named() -> None:
    with pytest.raises(ConfigurationInvalid, match="可用的名称"):
        load_system("shaanxi")


def test_a_character_mapped_to_the_missing_glyph_is_missing(tmp_path: Path) -> None:
    font = TTFont(build_all() / "SimHei.ttf")
    for table in font["cmap"].tables:
        table.cmap[ord("镕")] = ".notdef"
    (tmp_path / "fonts").mkdir()
    font.save(tmp_path / "fonts" / "SimHei.ttf")
    face = fonts_of(tmp_path / "fonts").find("黑体")
    assert face is not None
    assert coverage(face).has("某")
    assert not coverage(face).has("镕")
