from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import EXAMPLES, Shell

DRAFT = """某某市财政局关于召开座谈会的函

某某市审计局：
一、时间。定于2026年4月2日上午9时召开。
某某市财政局
2026年3月8日
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "草稿.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def test_json_follows_the_contract(gwformat: Shell, draft: Path) -> None:
    said = json.loads(gwformat("inspect", draft, "--format", "json").stdout)
    assert list(said) == ["file", "kind", "genre", "direction", "elements", "carriers"]
    assert said["file"] == str(draft)
    assert (said["genre"], said["direction"]) == ("函", "平行")
    title = said["elements"][0]
    assert list(title) == ["role", "label", "text", "source", "reason"]
    assert (title["role"], title["label"]) == ("title", "标题")
    assert title["text"] == "某某市财政局关于召开座谈会的函"
    assert title["source"]["paragraphs"] == [1, 1]
    assert title["reason"]


def test_a_run_in_heading_and_its_text_are_two_elements(gwformat: Shell, draft: Path) -> None:
    said = json.loads(gwformat("inspect", draft, "--format", "json").stdout)
    assert [(e["role"], e["text"]) for e in said["elements"]][2:4] == [
        ("heading1", "一、时间。"),
        ("body", "定于2026年4月2日上午9时召开。"),
    ]


@pytest.mark.parametrize(
    "path", sorted(p for p in EXAMPLES.iterdir() if p.suffix in (".txt", ".md", ".docx")), ids=lambda path: path.name
)
def test_every_example_is_recognised_as_the_genre_it_is_named_after(gwformat: Shell, path: Path) -> None:
    said = json.loads(gwformat("inspect", path, "--format", "json").stdout)
    assert said["genre"].startswith(path.stem)  # 命令（令）
    roles = {element["role"] for element in said["elements"]}
    assert {"title", "body"} <= roles or path.stem in ("纪要", "命令")


def test_carriers_are_counted(gwformat: Shell) -> None:
    said = json.loads(gwformat("inspect", EXAMPLES / "报告.docx", "--format", "json").stdout)
    assert said["carriers"]["table"] == 1
    assert said["carriers"]["image"] == 1


def test_text_shows_number_role_words_and_reason(gwformat: Shell, draft: Path) -> None:
    lines = gwformat("inspect", draft).stdout.splitlines()
    assert "信函" in lines[0] or "函" in lines[0]
    assert lines[1].split()[:3] == ["1", "标题", "某某市财政局关于召开座谈会的函"]
    assert lines[1].endswith("）")


@pytest.mark.parametrize(
    ("said", "kind"), [("信函", "letter"), ("命令（令）", "order"), ("纪要格式", "minutes"), ("general", "general")]
)
def test_the_format_may_be_named_in_chinese(gwformat: Shell, draft: Path, said: str, kind: str) -> None:
    assert json.loads(gwformat("inspect", draft, "--format", "json", "--kind", said).stdout)["kind"] == kind


def test_a_pin_overrides_what_was_recognised(gwformat: Shell, draft: Path) -> None:
    said = json.loads(gwformat("inspect", draft, "--format", "json", "--role", "4=正文").stdout)
    assert [(e["role"], e["text"]) for e in said["elements"] if e["source"]["paragraphs"] == [4, 4]] == [
        ("body", "一、时间。定于2026年4月2日上午9时召开。")
    ]


def test_a_missing_draft_is_3(gwformat: Shell, tmp_path: Path) -> None:
    outcome = gwformat("inspect", tmp_path / "没有.txt")
    assert outcome.code == 3
    assert outcome.stderr.startswith("错误：")
    assert "建议：" in outcome.stderr
