"""Reports of a check: checked files come in; text, JSON, SARIF, JUnit, CSV or HTML goes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from gwformat.findings import Severity
from gwformat.report.checked.said import Failed

if TYPE_CHECKING:
    from gwformat.api import CheckResult

__all__ = ["Failed", "parts", "plain"]

_PART = 1 << 16  # characters


def parts(style: str, outcomes: Sequence[CheckResult | Failed], threshold: Severity) -> Iterator[str | bytes]:
    """The report in one of the styles, part by part: all of it is too much to hold where findings are very many."""
    if style == "json":
        from gwformat.report.as_json import pieces
        from gwformat.report.checked import as_json

        return _joined(pieces(as_json.report(outcomes)))
    if style == "sarif":
        from gwformat.report.as_json import pieces
        from gwformat.report.checked import as_sarif

        return _joined(pieces(as_sarif.report(outcomes)))
    return iter((_whole(style, outcomes, threshold),))


def _joined(pieces: Iterable[str]) -> Iterator[str]:
    """Few long parts for many short ones."""
    gathered, length = [], 0
    for piece in pieces:
        gathered.append(piece)
        length += len(piece)
        if length > _PART:
            yield "".join(gathered)
            gathered, length = [], 0
    yield "".join(gathered)


def _whole(style: str, outcomes: Sequence[CheckResult | Failed], threshold: Severity) -> str | bytes:
    """A report that is short; each form is imported when it is asked for."""
    if style == "junit":
        from gwformat.report.checked import as_junit

        return as_junit.report(outcomes, threshold)
    if style == "csv":
        from gwformat.report.checked import as_csv

        return as_csv.report(outcomes)
    if style == "html":
        from gwformat.report.checked import as_html

        return as_html.report(outcomes)
    from gwformat.report.checked import as_text

    return as_text.report(outcomes) + "\n"


def plain(report: str | bytes) -> bytes:
    """The report as a file holds it: UTF-8, and no colours."""
    if isinstance(report, bytes):
        return report
    from click import unstyle

    from gwformat.text.names import READABLE

    return unstyle(report).encode(errors=READABLE)
