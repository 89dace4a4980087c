"""Every fault planted in a finished file is found by the rule for it, and nothing else is reported."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from gwformat import api
from gwformat.check import Rule, print_rules
from gwformat.findings import Finding, Severity
from tests.printing.ground import TODAY
from tests.printing.plants import Plant, plants

FAULTS = [planted for planted in plants().values() if planted.rule]
RIGHT = [planted for planted in plants().values() if not planted.rule]

needs_poppler = pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="poppler is not installed")


def named(value: Plant | Rule) -> str:
    return value.name


def stored(planted: Plant, folder: Path) -> Path:
    if planted.program and shutil.which(planted.program) is None:
        pytest.skip(f"{planted.program} is not installed")
    path = folder / f"印件.{planted.form}"
    path.write_bytes(planted.make())
    return path


def looked_at(path: Path) -> tuple[Finding, ...]:
    return api.preflight_file(path, api.PreflightOptions(today=TODAY)).findings


@needs_poppler
@pytest.mark.parametrize("planted", [*FAULTS, *RIGHT], ids=named)
def test_another_program_sees_what_was_planted(planted: Plant, tmp_path: Path) -> None:
    assert planted.proof(stored(planted, tmp_path))


@pytest.mark.parametrize("planted", FAULTS, ids=named)
def test_a_fault_is_found_by_its_rule_and_by_no_other(planted: Plant, tmp_path: Path) -> None:
    findings = looked_at(stored(planted, tmp_path))
    found = [finding for finding in findings if finding.code == planted.rule]
    assert any(finding.severity is not Severity.UNVERIFIED for finding in found), findings
    grave = {finding.code for finding in findings if finding.severity in (Severity.ERROR, Severity.WARNING)}
    assert grave <= {planted.rule, *planted.also}


def test_several_copies_in_one_file_are_recognised_as_such(tmp_path: Path) -> None:
    findings = looked_at(stored(plants()["几份合在一个文件里"], tmp_path))
    assert any("几份合在一个文件里" in finding.message for finding in findings)


@pytest.mark.parametrize("planted", RIGHT, ids=named)
def test_what_is_right_is_not_reported(planted: Plant, tmp_path: Path) -> None:
    findings = looked_at(stored(planted, tmp_path))
    assert not [(f.code, f.message) for f in findings if f.severity in (Severity.ERROR, Severity.WARNING)]


def test_with_a_font_system_named_the_fonts_of_another_are_found(tmp_path: Path) -> None:
    path = stored(plants()["合格"], tmp_path)
    asked = api.PreflightOptions(today=TODAY, system="windows", select=("P721",))
    assert {finding.code for finding in api.preflight_file(path, asked).findings} == {"P721"}
    assert not api.preflight_file(path, replace(asked, system="government")).findings


@pytest.mark.parametrize("rule", print_rules().values(), ids=named)
def test_the_specimens_of_a_rule_are_plants(rule: Rule) -> None:
    wrong = [line.removeprefix("［印件］") for line in rule.wrong]
    assert wrong and rule.right
    assert {plants()[name].rule for name in wrong} == {rule.code}
    assert not any(plants()[line.removeprefix("［印件］")].rule for line in rule.right)


def test_there_are_sixty_kinds_of_faults() -> None:
    assert len(FAULTS) >= 60
