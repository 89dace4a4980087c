"""`gwformat profile check` and `--profile`: what they say, and how they end."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.running import EXAMPLES, Shell


def written(directory: Path, text: str) -> Path:
    path = directory / "本单位.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_deviation_is_explained_with_clause_and_reason(gwformat: Shell) -> None:
    outcome = gwformat("profile", "check", EXAMPLES / "版式-市政府办公室.toml")
    assert outcome.code == 0
    assert "标准：1.5磅（标准未规定；GB/T 9704-2012 7.2.7）" in outcome.stdout
    assert "本单位：2磅" in outcome.stdout
    assert "理由：红头在印刷厂套印" in outcome.stdout


def test_a_deviation_from_what_is_ruled_is_pointed_out(gwformat: Shell) -> None:
    outcome = gwformat("profile", "check", EXAMPLES / "版式-县委办公室.toml")
    assert "页码居中" in outcome.stdout
    assert "注意：标准用的是“规定”的语气" in outcome.stdout


def test_a_deviation_of_an_element_says_which_element(gwformat: Shell, tmp_path: Path) -> None:
    path = written(tmp_path, 'extends = "general"\n[elements.title]\nreason = "本单位习惯"\nsize = "小二"')
    outcome = gwformat("profile", "check", path)
    assert "标题的" in outcome.stdout


def test_a_deviation_without_a_reason_ends_with_1(gwformat: Shell, tmp_path: Path) -> None:
    path = written(tmp_path, 'extends = "general"\n[seal]\nclause = "本单位规定"\ndiameter = "45mm"')
    outcome = gwformat("profile", "check", path)
    assert outcome.code == 1
    assert "没有写明理由 1 处：seal.diameter" in outcome.stdout


def test_an_unknown_key_ends_with_5_and_is_named(gwformat: Shell, tmp_path: Path) -> None:
    path = written(tmp_path, 'extends = "general"\n[head]\nreason = "细"\nweight = "2pt"')
    outcome = gwformat("profile", "check", path)
    assert outcome.code == 5
    assert "head.weight" in outcome.stderr


def test_the_report_for_programs_has_the_same(gwformat: Shell) -> None:
    outcome = gwformat("profile", "check", EXAMPLES / "版式-市政府办公室.toml", "--format", "json")
    value = json.loads(outcome.stdout)
    assert value["extends"] == "general"
    (line,) = [item for item in value["deviations"] if item["key"] == "head.line_weight"]
    assert line["standard"] == "1.5pt"
    assert line["house"] == "2pt"
    assert line["force"] == "silent"


def test_format_layout_render_and_check_take_the_profile(gwformat: Shell, tmp_path: Path) -> None:
    house = ("--profile", EXAMPLES / "版式-县委办公室.toml")
    draft, result = EXAMPLES / "公告.txt", tmp_path / "公告.docx"
    assert gwformat("format", draft, "-o", result, *house).code == 0
    assert gwformat("layout", draft, *house).code == 0
    assert gwformat("render", draft, "-o", tmp_path / "公告.txt", *house).code == 0
    assert gwformat("check", result, *house).code == 0


def test_a_profile_that_is_missing_ends_with_5(gwformat: Shell, tmp_path: Path) -> None:
    outcome = gwformat("format", EXAMPLES / "公告.txt", "-o", tmp_path / "x.docx", "--profile", tmp_path / "无.toml")
    assert outcome.code == 5


def test_the_fonts_of_a_unit_are_named_and_must_be_there(gwformat: Shell, tmp_path: Path) -> None:
    path = written(tmp_path, 'extends = "general"\nsystem = "party"')
    assert "字体方案：party，GB2312 字体系" in gwformat("profile", "check", path).stdout
    path = written(tmp_path, 'extends = "general"\nsystem = "字体.toml"')
    outcome = gwformat("profile", "check", path)
    assert outcome.code == 5
    assert "字体.toml" in outcome.stderr
