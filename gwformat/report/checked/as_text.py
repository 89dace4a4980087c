"""Checked files come in, lines for the terminal go out: faults by severity, each with place, words and clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from gwformat.findings import Finding, Severity
from gwformat.report.checked import said
from gwformat.report.checked.said import Failed

if TYPE_CHECKING:
    from gwformat.api import CheckResult

_SHOWN = 8  # places of one fault
_COLORS = {
    Severity.ERROR: "red",
    Severity.WARNING: "yellow",
    Severity.INFO: "cyan",
    Severity.UNVERIFIED: "magenta",
}


def report(outcomes: Sequence[CheckResult | Failed]) -> str:
    """All files, one after the other; colours are left out by `click.echo` where nobody can see them."""
    return "\n\n".join("\n".join(_file(outcome)) for outcome in outcomes)


def _file(outcome: CheckResult | Failed) -> Iterator[str]:
    if isinstance(outcome, Failed):
        yield from failed(outcome)
        return
    yield f"{outcome.source}  {_sum(outcome)}"
    yield from listed([finding for finding in outcome.findings if not finding.waived])
    waived = [finding for finding in outcome.findings if finding.waived]
    if waived:
        yield f"豁免 {len(waived)}"
        yield from (f"  {f.code}  {said.place(f.location)}  {f.message}（理由：{f.waived}）" for f in waived)
    yield from _skipped(outcome)


def failed(outcome: Failed) -> Iterator[str]:
    """A file that could not be looked at, and why."""
    yield f"{outcome.source}"
    yield f"  没有检查：{outcome.error}"


def listed(findings: Sequence[Finding]) -> Iterator[str]:
    """Findings by severity, those that say the same together."""
    for severity in Severity:
        chosen = [finding for finding in findings if finding.severity is severity]
        if chosen:
            yield click.style(f"{severity.label} {len(chosen)}", fg=_COLORS[severity], bold=True)
        for group in _alike(chosen):
            yield from _finding(group)


def _sum(outcome: CheckResult) -> str:
    counted = outcome.checked.count()
    found = "，".join(f"{severity.label} {counted[severity]}" for severity in Severity if counted[severity])
    return found or "没有发现问题"


def _alike(findings: Iterable[Finding]) -> Iterable[list[Finding]]:
    """Findings that say the same of several places, together."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.code, finding.message), []).append(finding)
    return groups.values()


def _finding(group: Sequence[Finding]) -> Iterator[str]:
    finding, others = group[0], group[1:]
    words = said.words(finding)
    quoted = f"  “{words}”" if words and words not in finding.message else ""
    yield f"  {finding.code}  {said.place(finding.location)}  {finding.message}{quoted}"
    details = "；".join(filter(None, (said.figures(finding), said.cure(finding), finding.clause)))
    yield click.style(f"        {details}", dim=True)
    if others:
        places = list(dict.fromkeys(said.place(other.location) for other in others))
        shown = "、".join(places[:_SHOWN]) + ("……" if len(places) > _SHOWN else "")
        yield click.style(f"        另有 {len(others)} 处：{shown}", dim=True)


def _skipped(outcome: CheckResult) -> Iterator[str]:
    reasons: dict[str, list[str]] = {}
    for skipped in outcome.checked.skipped:
        reasons.setdefault(skipped.reason, []).append(skipped.rule.code)
    for reason, codes in reasons.items():
        shown = "、".join(codes[:3]) + (f"等 {len(codes)} 条" if len(codes) > 3 else "")
        yield f"没有检查 {shown}：{reason}"
