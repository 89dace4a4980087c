"""Every rule fires on its wrong specimens, is silent on its right ones, and its fix turns one into the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat import api
from gwformat.check import Rule, all_rules, document_rules
from gwformat.check.clauses import clauses
from gwformat.findings import Finding, Severity
from tests.check.bases import BASES
from tests.check.specimen import docx_of, said

WRONG = [(rule, number) for rule in document_rules().values() for number in range(len(rule.wrong))]
RIGHT = [(rule, number) for rule in document_rules().values() for number in range(len(rule.right))]


def named(value: object) -> str | None:
    return value.code if isinstance(value, Rule) else None


def directory_of(specimen: str, folder: Path) -> Path | None:
    """The organisation directory that a specimen gives, as a file."""
    lines = said(specimen).directory
    if not lines:
        return None
    path = folder / "机构.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def checked(specimen: str, folder: Path) -> tuple[Finding, ...]:
    path = folder / "样例.docx"
    path.write_bytes(docx_of(specimen))
    return api.check_file(path, api.CheckOptions(directory=directory_of(specimen, folder))).findings


def found(rule: Rule, specimen: str, folder: Path) -> list[Finding]:
    """What the rule finds on a specimen; nothing may have crashed."""
    findings = checked(specimen, folder)
    assert not [finding.message for finding in findings if finding.code == "G001"]
    return [finding for finding in findings if finding.code == rule.code]


@pytest.mark.parametrize(("rule", "number"), WRONG, ids=named)
def test_a_rule_fires_on_what_is_wrong(rule: Rule, number: int, tmp_path: Path) -> None:
    findings = found(rule, rule.wrong[number], tmp_path)
    assert findings
    assert all(finding.severity is not Severity.UNVERIFIED for finding in findings)


@pytest.mark.parametrize(("rule", "number"), RIGHT, ids=named)
def test_a_rule_is_silent_on_what_is_right(rule: Rule, number: int, tmp_path: Path) -> None:
    assert not found(rule, rule.right[number], tmp_path)


@pytest.mark.parametrize("rule", all_rules().values(), ids=named)
def test_a_rule_is_its_own_documentation(rule: Rule) -> None:
    assert rule.summary.endswith("。")
    assert rule.wrong and rule.right
    assert rule.code[0] in "ELFRTXP"
    assert not (rule.from_memory and rule.severity is Severity.ERROR)


@pytest.mark.parametrize("rule", all_rules().values(), ids=named)
def test_the_clause_of_a_rule_is_in_the_list(rule: Rule) -> None:
    assert rule.clause in clauses()


@pytest.mark.parametrize("genre", BASES)
def test_nothing_is_wrong_with_the_ground_that_faults_are_planted_in(genre: str, tmp_path: Path) -> None:
    findings = checked(f"［文种］{genre}", tmp_path)
    assert not [(f.code, f.message) for f in findings if f.severity in (Severity.ERROR, Severity.WARNING)]


@pytest.mark.parametrize(("rule", "number"), [case for case in WRONG if case[0].fixable is not None], ids=named)
def test_a_fix_turns_wrong_into_right(rule: Rule, number: int, tmp_path: Path) -> None:
    path, cured = tmp_path / "样例.docx", tmp_path / "修改.docx"
    path.write_bytes(docx_of(rule.wrong[number]))
    options = api.CheckOptions(select=(rule.code,), directory=directory_of(rule.wrong[number], tmp_path))
    result = api.fix_file(path, cured, options, review=True)
    assert {finding.code for finding in result.fixed} == {rule.code}
    assert not [finding.message for finding in api.check_file(cured, options).findings if finding.fix]
