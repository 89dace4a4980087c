"""Reports of what was found before printing: text, JSON or HTML, each with the one verdict."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gwformat.api import Preflighted
    from gwformat.report.checked.said import Failed

STYLES = ("text", "json", "html")


def report(style: str, outcomes: Sequence[Preflighted | Failed]) -> str:
    """The report in one of `STYLES`."""
    if style == "json":
        from gwformat.report.as_json import dumps
        from gwformat.report.printed import as_json

        return dumps(as_json.report(outcomes))
    if style == "html":
        from gwformat.report.printed import as_html

        return as_html.report(outcomes)
    from gwformat.report.printed import as_text

    return as_text.report(outcomes) + "\n"
