"""Checked files come in, JUnit XML goes out: a suite a file, a case a rule, faults as failures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from gwformat.check import all_rules, document_rules
from gwformat.expressions import expression
from gwformat.findings import Finding, Severity
from gwformat.report.checked import said
from gwformat.report.checked.said import Failed

if TYPE_CHECKING:
    from gwformat.api import CheckResult

# XML 1.0 has no way to write these.
_UNWRITABLE = expression("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def report(outcomes: Sequence[CheckResult | Failed], threshold: Severity) -> bytes:
    """Findings at or above `threshold` are failures; weaker ones stand in the output of their case."""
    root = ElementTree.Element("testsuites", name="gwformat check")
    for outcome in outcomes:
        suite = _failed(outcome) if isinstance(outcome, Failed) else _file(outcome, threshold)
        root.append(suite)
    for name in ("tests", "failures", "errors", "skipped"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    ElementTree.indent(root)
    data: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def _failed(outcome: Failed) -> ElementTree.Element:
    suite = _suite(str(outcome.source), tests=1, failures=0, errors=1, skipped=0)
    case = ElementTree.SubElement(suite, "testcase", name="read", classname=str(outcome.source))
    ElementTree.SubElement(case, "error", type=type(outcome.error).__name__, message=_safe(str(outcome.error)))
    return suite


def _file(result: CheckResult, threshold: Severity) -> ElementTree.Element:
    by_code: dict[str, list[Finding]] = {}
    for finding in result.findings:
        by_code.setdefault(finding.code, []).append(finding)
    skipped = {item.rule.code: item.reason for item in result.checked.skipped}
    codes = sorted({*document_rules(), *by_code})
    failures = sum(any(_fails(finding, threshold) for finding in found) for found in by_code.values())
    suite = _suite(str(result.source), tests=len(codes), failures=failures, errors=0, skipped=len(skipped))
    for code in codes:
        rule = all_rules().get(code)
        name = f"{code} {rule.name}" if rule else code
        case = ElementTree.SubElement(suite, "testcase", name=name, classname=str(result.source))
        if code in skipped:
            ElementTree.SubElement(case, "skipped", message=skipped[code])
        found = by_code.get(code, [])
        failing = [finding for finding in found if _fails(finding, threshold)]
        if failing:
            failure = ElementTree.SubElement(case, "failure", type=failing[0].severity.value)
            failure.set("message", _safe(failing[0].message))
            failure.text = _safe("\n".join(map(_line, failing)))
        weaker = [finding for finding in found if not _fails(finding, threshold)]
        if weaker:
            ElementTree.SubElement(case, "system-out").text = _safe("\n".join(map(_line, weaker)))
    return suite


def _fails(finding: Finding, threshold: Severity) -> bool:
    return not finding.waived and finding.severity.rank <= threshold.rank


def _line(finding: Finding) -> str:
    details = "；".join(filter(None, (finding.message, said.figures(finding), finding.clause)))
    return f"{finding.severity.label}：{said.place(finding.location)}：{details}"


def _suite(name: str, **counts: int) -> ElementTree.Element:
    suite = ElementTree.Element("testsuite", name=name)
    for key, count in counts.items():
        suite.set(key, str(count))
    return suite


def _safe(text: str) -> str:
    return _UNWRITABLE.sub("�", text)
