"""`gwformat fonts`: what users type and read."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.running import Shell
from tests.standin.fonts import build_all


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two stand-in fonts, on a machine that has no others."""
    conf = tmp_path / "fonts.conf"
    conf.write_text(f"<fontconfig><dir>{tmp_path / 'none'}</dir></fontconfig>", encoding="utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(conf))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
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
