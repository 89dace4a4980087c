"""Checked files come in, a SARIF 2.1.0 log goes out, for systems that collect the results of checkers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gwformat import __version__
from gwformat.check import Rule, all_rules
from gwformat.findings import Finding, Severity
from gwformat.report.checked import said
from gwformat.report.checked.said import Failed

if TYPE_CHECKING:
    from gwformat.api import CheckResult

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
    Severity.UNVERIFIED: "none",
}


def report(outcomes: Sequence[CheckResult | Failed]) -> dict[str, Any]:
    """One run over all files; a file that could not be read is a notification of the run.

    The results are made one by one, because there may be very many.
    """
    checked = [outcome for outcome in outcomes if not isinstance(outcome, Failed)]
    failed = [outcome for outcome in outcomes if isinstance(outcome, Failed)]
    used = sorted({finding.code for result in checked for finding in result.findings} & all_rules().keys())
    numbers = {code: number for number, code in enumerate(used)}
    run = {
        "tool": {
            "driver": {
                "name": "gwformat",
                "version": __version__,
                "rules": [_rule(all_rules()[code]) for code in used],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not failed, "toolExecutionNotifications": list(map(_failure, failed))}],
        "artifacts": [{"location": _artifact(outcome.source)} for outcome in outcomes],
        "results": (_result(result.source, finding, numbers) for result in checked for finding in result.findings),
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": iter((run,))}


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": "\n\n".join(filter(None, (rule.summary, rule.explanation)))},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"clause": rule.clause},
    }


def _failure(failed: Failed) -> dict[str, Any]:
    place = {"physicalLocation": {"artifactLocation": _artifact(failed.source)}}
    return {"level": "error", "message": {"text": str(failed.error)}, "locations": [place]}


def _result(source: Path, finding: Finding, numbers: dict[str, int]) -> dict[str, Any]:
    details: Iterable[str] = filter(None, (finding.message, said.figures(finding), finding.clause))
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "kind": "fail" if finding.severity is not Severity.UNVERIFIED else "review",
        "message": {"text": "；".join(details)},
        "locations": [_location(source, finding)],
    }
    if finding.code in numbers:
        result["ruleIndex"] = numbers[finding.code]
    if finding.waived:
        result["suppressions"] = [{"kind": "external", "justification": finding.waived}]
    if finding.severity is Severity.UNVERIFIED:
        result["level"] = "none"
    return result


def _location(source: Path, finding: Finding) -> dict[str, Any]:
    """A docx has no lines: the paragraph is given as the line, the characters in it as columns."""
    where = finding.location
    physical: dict[str, Any] = {"artifactLocation": _artifact(source)}
    if where.paragraph is not None:
        region: dict[str, Any] = {"startLine": where.paragraph}
        if where.start is not None:
            region["startColumn"] = where.start + 1
        if where.end is not None:
            region["endColumn"] = where.end + 1
        if finding.words:
            region["snippet"] = {"text": finding.words}
        physical["region"] = region
    location: dict[str, Any] = {"physicalLocation": physical, "message": {"text": said.place(where)}}
    if where.part:
        location["logicalLocations"] = [{"name": where.part, "kind": "module"}]
    return location


def _artifact(source: Path) -> dict[str, str]:
    """Relative paths stay relative, so that a report means the same on another machine."""
    return {"uri": source.as_uri() if source.is_absolute() else _quoted(source)}


def _quoted(source: Path) -> str:
    import os
    from urllib.parse import quote

    return quote(os.fsencode(source.as_posix()))
