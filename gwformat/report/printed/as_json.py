"""What was found before printing comes in, plain values ready for JSON go out: findings as `check` writes them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from gwformat.report.checked.as_json import failed, finding_to_json
from gwformat.report.checked.said import Failed
from gwformat.report.printed.said import word

if TYPE_CHECKING:
    from gwformat.api import Preflighted


def report(outcomes: Sequence[Preflighted | Failed]) -> list[dict[str, Any]]:
    """One object a file."""
    return [failed(outcome) if isinstance(outcome, Failed) else _file(outcome) for outcome in outcomes]


def _file(result: Preflighted) -> dict[str, Any]:
    return {
        "file": str(result.source),
        "verdict": word(result),
        "may_be_printed": result.may_be_printed,
        "unasked": sorted(result.unasked),
        "page_count": len(result.file.pages),
        "summary": {severity.value: count for severity, count in result.checked.count().items()},
        "findings": [finding_to_json(finding) for finding in result.findings],
        "measured": [
            {"code": rule.code, "what": taken.what, "expected": taken.expected, "value": taken.value}
            for rule, taken in result.checked.measured
        ],
    }
