"""`gwformat fonts`: what users type and read."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.running import Shell
from tests.standin.fonts import build_all


@pytest.fixture
def folder(no_fonts: None, tmp_path: Path) -> Path:
    """A folder with two stand-in fonts, on a machine that has no others."""
    found = tmp_path / "字体"
    found.mkdir()
    for name in ("FangSong_GB2312", "FangSong"):
        shutil.copy(build_all() / f"{name}.ttf", found)
    return found


def test_the_list_says_what_is_installed_and_where_the_rest_comes_from(gwformat: Shell, folder: Path) -> None:
    outcome = gwformat("fonts", "list", "--system", "party", "--font-dir", folder)
    assert outcome.code == 0
    assert "仿宋  仿宋_GB2312（GB/T 2312-1980）：已安装" in outcome.stdout
    assert "有汉字：GB2312 全，GBK 6763（32.3%）" in outcome.stdout
    assert "可以嵌入和安装" in outcome.stdout
    assert "小标宋  方正小标宋简体（GB/T 2312-1980）：没有安装，也没有能代替的字体\n      取得：向北大方正购买许可" in (
        outcome.stdout
    )


def test_strict_leaves_with_6_and_names_what_is_not_installed(gwformat: Shell, folder: Path) -> None:
    outcome = gwformat("fonts", "list", "--system", "party", "--font-dir", folder, "--strict")
    assert outcome.code == 6
    assert "没有安装字体：黑体、楷体_GB2312、宋体、方正小标宋简体、Times New Roman" in outcome.stderr


def test_the_list_is_given_to_programs_as_json(gwformat: Shell, folder: Path) -> None:
    said = json.loads(gwformat("fonts", "list", "--font-dir", folder, "--format", "json").stdout)
    assert [system["name"] for system in said["systems"]] == ["government", "open", "party", "windows"]
    windows = said["systems"][3]["faces"][0]
    assert (windows["family"], windows["state"]) == ("仿宋", "installed")
    assert windows["file"]["han"]["通用规范汉字表"] == {"had": 7909, "total": 8105}
    assert windows["file"]["path"] == str(folder / "FangSong.ttf")


def test_a_folder_that_is_none_is_a_usage_error(gwformat: Shell, tmp_path: Path) -> None:
    outcome = gwformat("fonts", "list", "--font-dir", tmp_path / "missing")
    assert outcome.code == 2
    assert "不是文件夹" in outcome.stderr


def test_coverage_says_code_set_place_and_the_face_that_has_it(gwformat: Shell, folder: Path) -> None:
    draft = folder.parent / "名单.txt"
    draft.write_text("任免名单\n李镕、王\ue123。\n", encoding="utf-8")
    outcome = gwformat("fonts", "coverage", draft, "--system", "party", "--font-dir", folder)
    assert outcome.code == 1
    assert "仿宋_GB2312：" in outcome.stdout
    assert "镕 U+9555（始见于 GBK，通用规范汉字三级）：“仿宋_GB2312”没有，可用“仿宋”；第 2 段" in outcome.stdout
    assert "造字 1 个" in outcome.stdout
    assert "U+E123" in outcome.stdout


def test_a_file_without_a_missing_character_leaves_with_0(gwformat: Shell, folder: Path) -> None:
    draft = folder.parent / "名单.txt"
    draft.write_text("任免名单——某某“同志”·1名\n", encoding="utf-8")
    outcome = gwformat("fonts", "coverage", draft, "--system", "party", "--font-dir", folder)
    assert outcome.code == 0
    assert outcome.stdout.endswith("不缺字\n")


def test_coverage_is_given_to_programs_as_json(gwformat: Shell, folder: Path) -> None:
    draft = folder.parent / "名单.txt"
    draft.write_text("李镕", encoding="utf-8")
    said = json.loads(
        gwformat("fonts", "coverage", draft, "--system", "party", "--font-dir", folder, "--format", "json").stdout
    )
    assert said["missing"] == [
        {
            "char": "镕",
            "code": "U+9555",
            "first_set": "GBK",
            "standard_level": 3,
            "proper": None,
            "font": "仿宋_GB2312",
            "evidence": "measured",
            "spare": {"font": "仿宋", "evidence": "measured"},
            "places": [{"part": None, "paragraph": 1, "start": 1, "end": 2}],
        }
    ]


def test_mending_and_where_to_write_belong_together(gwformat: Shell, folder: Path) -> None:
    draft = folder.parent / "名单.txt"
    draft.write_text("李镕", encoding="utf-8")
    assert "要一起写" in gwformat("fonts", "coverage", draft, "--fix").stderr
    assert gwformat("fonts", "coverage", draft, "-o", folder.parent / "b.docx").code == 2


def test_coverage_mends_a_docx_and_lists_what_it_changed(gwformat: Shell, folder: Path) -> None:
    draft, formatted, mended = (folder.parent / name for name in ("稿.txt", "成品.docx", "补字.docx"))
    draft.write_text("关于任免的通知\n\n某某局：\n\n任命李镕为局长。\n", encoding="utf-8")
    gwformat("format", draft, "--system", "party", "-o", formatted)
    outcome = gwformat("fonts", "coverage", formatted, "--font-dir", folder, "--fix", "-o", mended)
    assert outcome.code == 0
    assert "改了 1 个字的字体，别的都没有动" in outcome.stdout
    assert "“仿宋_GB2312”改为“仿宋”，第 3 段" in outcome.stdout
    assert mended.exists()


def test_fonts_are_embedded_and_taken_out_again(gwformat: Shell, folder: Path) -> None:
    draft, formatted, carried, bare = (folder.parent / name for name in ("稿.txt", "成品.docx", "外发.docx", "去.docx"))
    draft.write_text("关于召开会议的通知\n\n某某局：\n\n请参加会议。\n", encoding="utf-8")
    gwformat("format", draft, "--system", "party", "-o", formatted)
    outcome = gwformat("fonts", "embed", formatted, "--font-dir", folder, "-o", carried)
    assert outcome.code == 0
    assert "嵌入“仿宋_GB2312”（用到的字）" in outcome.stdout
    assert "没有嵌入“方正小标宋简体”：这台计算机没有安装" in outcome.stdout
    assert "去掉了嵌入的字体：仿宋_GB2312" in gwformat("fonts", "unembed", carried, "-o", bare).stdout
    assert "没有嵌入的字体" in gwformat("fonts", "unembed", bare, "-o", folder.parent / "再.docx").stdout


def test_strict_embeds_all_fonts_or_none(gwformat: Shell, folder: Path) -> None:
    draft, formatted, carried = (folder.parent / name for name in ("稿.txt", "成品.docx", "外发.docx"))
    draft.write_text("关于召开会议的通知\n\n某某局：\n\n请参加会议。\n", encoding="utf-8")
    gwformat("format", draft, "--system", "party", "-o", formatted)
    outcome = gwformat("fonts", "embed", formatted, "--font-dir", folder, "-o", carried, "--strict")
    assert outcome.code == 6
    assert "方正小标宋简体" in outcome.stderr
    assert not carried.exists()
