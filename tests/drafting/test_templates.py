"""Every template is a real draft: its elements are known, its layout is right, and what is left open is told."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from docs.make_templates import TEMPLATES, wanted
from gwformat import api
from gwformat.findings import Severity
from gwformat.model import CarrierKind, Kind, Role
from tests.ooxml_validation import needs_schemas, problems

NAMES = [listed.name for listed in api.templates()]
# 《党政机关公文处理工作条例》第八条
GENRES = (
    *("决议", "决定", "命令", "公报", "公告", "通告", "意见", "通知"),
    *("通报", "报告", "请示", "批复", "议案", "函", "纪要"),
)
KINDS = {"命令": Kind.ORDER, "函": Kind.LETTER, "纪要": Kind.MINUTES}
# What is asked of a draft only because places are still open.
OPEN = {"E190", "E165"}


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_templates_on_disk_are_those_that_are_made_anew() -> None:
    made = {TEMPLATES / name: members(data) for name, data in wanted()}
    kept = {path: members(path.read_bytes()) for path in TEMPLATES.rglob("*.docx")}
    assert kept.keys() == made.keys(), "python docs/make_templates.py"
    assert [path.name for path in kept if kept[path] != made[path]] == [], "python docs/make_templates.py"


def test_making_a_template_twice_gives_the_same_bytes() -> None:
    assert api.make("通知") == api.make("通知")
    assert api.make("发文稿纸") == api.make("发文稿纸")


def test_every_template_says_in_a_sentence_what_it_is_for() -> None:
    assert all(listed.says.endswith("。") and "\n" not in listed.says for listed in api.templates())


@pytest.mark.parametrize("name", GENRES)
def test_a_template_is_recognised_as_its_genre(name: str, tmp_path: Path) -> None:
    document = api.inspect_file(api.new_file(name, tmp_path / "草稿.docx").output)
    assert document.genre is not None
    assert document.genre.startswith(name)
    assert document.kind is KINDS.get(name, Kind.GENERAL)
    assert not document.missing
    assert [block.text for block in document.of(Role.OTHER) if block.text] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_template_has_no_fault_but_what_is_left_open(name: str, tmp_path: Path) -> None:
    findings = api.check_file(api.new_file(name, tmp_path / "草稿.docx").output).findings
    errors = [f for f in findings if f.severity is Severity.ERROR and f.code not in OPEN]
    assert [(finding.code, finding.message) for finding in errors] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_open_place_is_a_control_and_is_told(name: str, tmp_path: Path) -> None:
    drafted = api.new_file(name, tmp_path / "草稿.docx")
    draft = api.inspect_file(drafted.output).draft
    assert dict(draft.carriers)[CarrierKind.CONTENT_CONTROL] >= len(drafted.left)
    (told,) = [notice for notice in draft.notices if "没有填写" in notice]
    assert f"{len(drafted.left)} 项" in told
    assert any(finding.code == "E190" for finding in api.check_file(drafted.output).findings)


@needs_schemas
@pytest.mark.parametrize("name", NAMES)
def test_a_template_is_valid(name: str) -> None:
    assert problems(api.make(name)[0]) == []
