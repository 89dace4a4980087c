"""Checked files come in, lines for the terminal go out: faults by severity, each with place, words and clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from gwformat.check.waivers import SUFFIX
from gwformat.expressions import expression
from gwformat.findings import Finding, Fix, Safety, Severity
from gwformat.report.checked import said
from gwformat.report.checked.said import Failed

if TYPE_CHECKING:
    from gwformat.api import CheckResult, FixResult

_SHOWN = 8  # places of one fault
_UNVERIFIED = "没有核实："  # what stands behind it is the reason
_TRACE = expression("X6(?!00|39|40)")  # what left its traces in the file; not the fonts and characters it has
_COLORS = {
    Severity.ERROR: "red",
    Severity.WARNING: "yellow",
    Severity.INFO: "cyan",
    Severity.UNVERIFIED: "magenta",
}


def report(outcomes: Sequence[CheckResult | Failed]) -> str:
    """All files, one after the other; colours are left out by `click.echo` where nobody can see them."""
    said_of = ["\n".join(_file(outcome)) for outcome in outcomes]
    hints = [hint for outcome in outcomes if not isinstance(outcome, Failed) for hint in _hints(outcome)]
    return "\n\n".join(said_of) + "".join(f"\n{hint}" for hint in hints if len(outcomes) == 1)


def mended(done: FixResult, *, review: bool) -> Iterator[str]:
    """What was changed in a file, and what it still has; with `review` the user wants words touched already."""
    yield f"{done.source} → {done.output}"
    if done.fixed:
        yield f"  改正 {len(done.fixed)} 处"
    yield from changes(done.fixed)
    words = 0 if review else sum(fix.safety is Safety.REVIEW for fix in _fixes(done.after))
    more = f"（其中 {words} 处的改法涉及文字：用 --fix-review 代替 --fix，改后逐处看一遍）" if words else ""
    yield f"  改后再查：{_sum(done.after)}{more}"
    yield from (f"  提示：{notice}" for notice in done.notices)
    yield from _waivers_left_behind(done)


def _waivers_left_behind(done: FixResult) -> Iterator[str]:
    """A list of waivers beside the source is not one of the new file."""
    beside = done.source.with_name(done.source.name + SUFFIX)
    waived = sum(bool(finding.waived) for finding in done.after.findings)
    if waived and done.output != done.source and beside.is_file():
        yield f"  豁免 {waived} 处没有改；新文件也要豁免，把“{beside.name}”另存为“{done.output.name}{SUFFIX}”"


def changes(findings: Sequence[Finding]) -> Iterator[str]:
    """What fixes change and where; the same change of several places is one line."""
    if not findings:
        yield "  没有可以自动改的"
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.code, said.change(finding)), []).append(finding)
    for (code, change), group in groups.items():
        count = f"共 {len(group)} 处，" if len(group) > 1 else ""
        yield f"  {code}  {'、'.join(said.places(group))}  {change}（{count}{group[0].clause}）"


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
        told: dict[str, str] = {}  # reasons why something could not be verified, by the rule they were first told of
        for group in said.alike(chosen):
            yield from _finding(group, told)


def _sum(outcome: CheckResult) -> str:
    counted = outcome.checked.count()
    found = "，".join(f"{severity.label} {counted[severity]}" for severity in Severity if counted[severity])
    return found or "没有发现问题"


def _finding(group: Sequence[Finding], told: dict[str, str]) -> Iterator[str]:
    finding, others = group[0], group[1:]
    words = said.words(finding)
    quoted = f"  “{words}”" if words and words not in finding.message else ""
    what, unverified, reason = finding.message.partition(_UNVERIFIED)
    first = told.setdefault(reason, finding.code)
    message = finding.message if first == finding.code else f"{what}{unverified.rstrip('：')}（原因同 {first}）"
    yield f"  {finding.code}  {said.place(finding.location)}  {message if unverified else finding.message}{quoted}"
    details = "；".join(filter(None, (said.figures(finding), said.cure(finding), finding.clause)))
    yield click.style(f"        {details}", dim=True)
    if others:
        places = said.places(others)
        shown = "、".join(places[:_SHOWN]) + ("……" if len(places) > _SHOWN else "")
        yield click.style(f"        另有 {len(others)} 处：{shown}", dim=True)


def _skipped(outcome: CheckResult) -> Iterator[str]:
    reasons: dict[str, list[str]] = {}
    for skipped in outcome.checked.skipped:
        reasons.setdefault(skipped.reason, []).append(skipped.rule.code)
    for reason, codes in reasons.items():
        shown = "、".join(codes[:3]) + (f" 等 {len(codes)} 条" if len(codes) > 3 else "")
        yield f"没有检查 {shown}：{reason}"


def _hints(outcome: CheckResult) -> Iterator[str]:
    """What the user can do next about what was found."""
    if outcome.context.draft.package is None:
        return
    cured = _fixes(outcome)
    safe = sum(fix.safety is Safety.SAFE for fix in cured)
    if safe:
        yield f"能自动改 {safe} 处：加 --fix -o 修改.docx；先看看改哪些：加 --fix --diff"
    if len(cured) > safe:
        yield f"另有 {len(cured) - safe} 处的改法涉及文字，用 --fix-review 代替 --fix，改后逐处看一遍"
    traces = sorted({finding.code for finding in outcome.findings if _TRACE.match(finding.code) and not finding.waived})
    if traces:
        shown = traces[0] + (f" 等 {len(traces)} 项" if len(traces) > 1 else "")
        yield f"{shown}随文件发出去，纸上看不见：发给外单位用 gwformat exchange，去掉的、要人决定的逐项列出"


def _fixes(outcome: CheckResult) -> list[Fix]:
    return [finding.fix for finding in outcome.findings if finding.fix is not None and not finding.waived]
