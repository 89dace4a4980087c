"""`gwformat fonts map`: what users type and read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gwformat.api import FormatOptions, format_file
from tests.cli.running import Shell

_DRAFT = """某某市人民政府关于推进ICT应用的通知
各县（区）人民政府：
　　到2026年，Internet普及率达到85.5%，Wi-Fi、WTO规则、Windows系统应用水平提升，GDP、CPI等指标在Illinois试点。
某某市人民政府
2026年3月20日
"""


@pytest.fixture
def party(tmp_path: Path) -> Path:
    draft, target = tmp_path / "草稿.txt", tmp_path / "党委.docx"
    draft.write_text(_DRAFT, encoding="utf-8")
    format_file(draft, target, FormatOptions(system="party"))
    return target


def test_it_says_which_family_became_which_and_back(gwformat: Shell, party: Path, tmp_path: Path) -> None:
    there = gwformat("fonts", "map", party, "--to", "government", "-o", tmp_path / "政府.docx")
    assert there.code == 0
    assert "仿宋_GB2312 → 方正仿宋_GBK" in there.stdout
    assert "换回去时逐处还原" in there.stdout
    back = gwformat("fonts", "map", tmp_path / "政府.docx", "--to", "party", "-o", tmp_path / "回来.docx")
    assert "已逐处还原" in back.stdout
    assert "方正仿宋_GBK → 仿宋_GB2312" in back.stdout


@pytest.mark.usefixtures("no_fonts")
def test_kept_lines_are_reported_with_what_the_widths_rest_on(gwformat: Shell, party: Path, tmp_path: Path) -> None:
    report = tmp_path / "报告.json"
    target = tmp_path / "政府.docx"
    outcome = gwformat("fonts", "map", party, "--to", "government", "--keep-lines", "-o", target, "--report", report)
    assert outcome.code == 0
    said = json.loads(report.read_text(encoding="utf-8"))
    assert said["from"] == "party"
    assert said["to"] == "government"
    assert ("Times New Roman", "宋体") in [(one["before"], one["after"]) for one in said["fonts"]]
    assert said["lines"]["moved"] == []
    assert said["lines"]["from_tables"]
    assert "、".join(said["lines"]["from_tables"]) in outcome.stdout


def test_an_existing_result_is_refused_unless_forced(gwformat: Shell, party: Path, tmp_path: Path) -> None:
    target = tmp_path / "政府.docx"
    target.write_bytes(b"")
    assert gwformat("fonts", "map", party, "--to", "government", "-o", target).code == 4
    assert gwformat("fonts", "map", party, "--to", "government", "-o", target, "--force").code == 0


def test_one_bad_file_does_not_stop_the_others(gwformat: Shell, party: Path, tmp_path: Path) -> None:
    bad = tmp_path / "坏.docx"
    bad.write_bytes(b"PK")
    folder = tmp_path / "成品"
    outcome = gwformat("fonts", "map", bad, party, "--to", "windows", "-o", folder)
    assert outcome.code == 7
    assert (folder / "党委.docx").exists()
    assert "坏.docx" in outcome.stderr


def test_a_font_system_nobody_knows_is_a_wrong_configuration(gwformat: Shell, party: Path, tmp_path: Path) -> None:
    assert gwformat("fonts", "map", party, "--to", "nobody", "-o", tmp_path / "x.docx").code == 5


def test_a_text_is_told_to_become_a_docx_first(gwformat: Shell, tmp_path: Path) -> None:
    draft = tmp_path / "通知.txt"
    draft.write_text("关于防汛的通知\n", encoding="utf-8")
    outcome = gwformat("fonts", "map", draft, "--to", "party", "-o", tmp_path / "成品.docx")
    assert outcome.code == 3
    assert "不是 docx，不能换字体" in outcome.stderr
    assert not (tmp_path / "成品.docx").exists()
