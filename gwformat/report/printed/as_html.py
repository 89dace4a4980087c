"""What was found before printing comes in, one self-contained page goes out: the verdict and a table."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING

from gwformat.findings import Finding
from gwformat.report import page
from gwformat.report.checked import said as checked_said
from gwformat.report.checked.as_html import FINDINGS, about, failed
from gwformat.report.checked.said import Failed
from gwformat.report.printed import said

if TYPE_CHECKING:
    from gwformat.api import Preflighted
    from gwformat.check import Measured, Rule

_TITLE = "印制前检查报告"
_BADGES = {True: "pass", False: "error", None: "unverified"}


def report(outcomes: Sequence[Preflighted | Failed]) -> str:
    """All files on one page."""
    body = [f"<h1>{_TITLE}</h1>"]
    for outcome in outcomes:
        body.extend(failed(outcome) if isinstance(outcome, Failed) else _file(outcome))
    return page.html(_TITLE, "\n".join(body))


def _file(result: Preflighted) -> Iterator[str]:
    badge = _BADGES[result.may_be_printed]
    yield f"<h2>{escape(str(result.source))}</h2>"
    yield f'<p class="badge {badge}">{escape(said.verdict(result))}</p><p>{escape(said.counted(result))}</p>'
    if result.findings:
        yield from page.table(FINDINGS, map(_row, result.findings))
    if result.checked.measured:
        yield from page.table(("规则", "量得", "应为", "实为"), itertools.starmap(_measured, result.checked.measured))


def _measured(rule: Rule, taken: Measured) -> str:
    cells = (rule.code, taken.what, taken.expected, taken.value)
    return f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"


def _row(finding: Finding) -> str:
    figures = checked_said.figures(finding)
    measured = f'<div class="cure">{escape(figures)}</div>' if figures else ""
    return (
        f'<tr class="{finding.severity.value}"><td title="{about(finding)}">{escape(finding.code)}</td>'
        f"<td>{escape(checked_said.place(finding.location))}</td><td>{finding.severity.label}</td>"
        f'<td>{escape(finding.message)}{measured}<div class="clause">{escape(finding.clause)}</div></td></tr>'
    )
