"""Checked files come in, plain values ready for JSON go out: the contract other programs read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from gwformat.findings import Finding
from gwformat.report.checked.said import Failed

if TYPE_CHECKING:
    from gwformat.api import CheckResult


def report(outcomes: Sequence[CheckResult | Failed]) -> Iterator[dict[str, Any]]:
    """One object a file; its findings are made one by one, because there may be very many."""
    return (failed(outcome) if isinstance(outcome, Failed) else _file(outcome) for outcome in outcomes)


def failed(outcome: Failed) -> dict[str, Any]:
    """A file that could not be looked at."""
    error = outcome.error
    reason = {"exit_code": error.exit_code, "message": error.message, "advice": error.advice}
    return {"file": str(outcome.source), "error": reason}


def _file(result: CheckResult) -> dict[str, Any]:
    document = result.document
    return {
        "file": str(result.source),
        "kind": document.kind.value,
        "genre": document.genre,
        "direction": document.direction,
        "summary": {severity.value: count for severity, count in result.checked.count().items()},
        "findings": map(finding_to_json, result.findings),
        "skipped": [{"code": skipped.rule.code, "reason": skipped.reason} for skipped in result.checked.skipped],
    }


def finding_to_json(finding: Finding) -> dict[str, Any]:
    """One finding; `waived` is the reason for which it is accepted, or null."""
    where, fix = finding.location, finding.fix
    return {
        "code": finding.code,
        "name": finding.name,
        "clause": finding.clause,
        "severity": finding.severity.value,
        "message": finding.message,
        "location": {
            "part": where.part or None,
            "paragraph": where.paragraph,
            "start": where.start,
            "end": where.end,
            "page": where.page,
            "line": where.line,
        },
        "words": finding.words,
        "expected": finding.expected,
        "measured": finding.measured,
        "fix": {"text": fix.text, "safety": fix.safety.value} if fix else None,
        "waived": finding.waived or None,
    }
