"""Checked files come in, JUnit XML goes out: a suite a file, a case a rule, faults as failures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from gwformat import __version__
from gwformat.check import all_rules, document_rules
from gwformat.drawing import creation_time
from gwformat.expressions import expression
from gwformat.findings import Finding, Severity
from gwformat.report.checked import said
from gwformat.report.checked.said import Failed

if TYPE_CHECKING:
    from gwformat.api import CheckResult

# XML 1.0 has no way to write these.
_UNWRITABLE = expression("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def report(outcomes: Sequence[CheckResult | Failed], threshold: Severity) -> bytes:
    """Findings at or above `threshold` are failures; weaker ones stand in the output of their file.

    The schemas in use (that of Ant, that of Jenkins) contradict each other; what is written here is what both allow:
    counts at the suites alone, one outcome a case, no output at a case, the reason of a skipped case as its text, and
    all that Ant's schema demands of a suite.
    """
    moment = creation_time().strftime("%Y-%m-%dT%H:%M:%S")
    root = ElementTree.Element("testsuites")
    for number, outcome in enumerate(outcomes):
        suite = _failed(outcome) if isinstance(outcome, Failed) else _file(outcome, threshold)
        # Neither the machine's name nor the time taken is anybody's business; the schema wants both.
        for name, value in (("id", str(number)), ("timestamp", moment), ("hostname", "localhost"), ("time", "0")):
            suite.set(name, value)
        root.append(suite)
    ElementTree.indent(root)
    data: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def _failed(outcome: Failed) -> ElementTree.Element:
    suite = _suite(outcome.source, tests=1, failures=0, errors=1, skipped=0)
    case = _case(suite, "read", outcome.source)
    ElementTree.SubElement(case, "error", type=type(outcome.error).__name__, message=_safe(str(outcome.error)))
    _output(suite, [])
    return suite


def _file(result: CheckResult, threshold: Severity) -> ElementTree.Element:
    by_code: dict[str, list[Finding]] = {}
    for finding in result.findings:
        by_code.setdefault(finding.code, []).append(finding)
    failing = {code: [finding for finding in found if _fails(finding, threshold)] for code, found in by_code.items()}
    weaker = [finding for finding in result.findings if not _fails(finding, threshold)]
    skipped = {item.rule.code: item.reason for item in result.checked.skipped}
    codes = sorted({*document_rules(), *by_code})
    counts = {"failures": sum(map(bool, failing.values())), "skipped": len(skipped.keys() - by_code.keys())}
    suite = _suite(result.source, tests=len(codes), errors=0, **counts)
    for code in codes:
        rule = all_rules().get(code)
        case = _case(suite, f"{code} {rule.name}" if rule else code, result.source)
        if found := failing.get(code):
            failure = ElementTree.SubElement(case, "failure", type=found[0].severity.value)
            failure.set("message", _safe(found[0].message))
            failure.text = _safe("\n".join(map(_line, found)))
        elif code in skipped and code not in by_code:
            ElementTree.SubElement(case, "skipped").text = _safe(skipped[code])
    _output(suite, [f"{finding.code} {_line(finding)}" for finding in weaker])
    return suite


def _fails(finding: Finding, threshold: Severity) -> bool:
    return not finding.waived and finding.severity.rank <= threshold.rank


def _line(finding: Finding) -> str:
    details = "；".join(filter(None, (finding.message, said.figures(finding), finding.clause)))
    return f"{finding.severity.label}：{said.place(finding.location)}：{details}"


def _suite(source: Path, **counts: int) -> ElementTree.Element:
    name = _safe(str(source))
    suite = ElementTree.Element("testsuite", name=name, package=name)
    for key, count in counts.items():
        suite.set(key, str(count))
    properties = ElementTree.SubElement(suite, "properties")
    ElementTree.SubElement(properties, "property", name="gwformat", value=__version__)
    return suite


def _case(suite: ElementTree.Element, name: str, source: Path) -> ElementTree.Element:
    return ElementTree.SubElement(suite, "testcase", name=name, classname=_safe(str(source)), time="0")


def _output(suite: ElementTree.Element, lines: list[str]) -> None:
    ElementTree.SubElement(suite, "system-out").text = _safe("\n".join(lines))
    ElementTree.SubElement(suite, "system-err")


def _safe(text: str) -> str:
    return _UNWRITABLE.sub("�", text)
