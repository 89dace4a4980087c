"""A context and a selection come in, findings with their places go out; a rule that crashes is a finding itself."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from gwformat.check.context import Context
from gwformat.check.places import Places
from gwformat.check.registry import Measured, Need, Problem, Rule, document_rules
from gwformat.check.selection import EVERYTHING, Selection
from gwformat.check.waivers import Waiver
from gwformat.findings import Finding, Fix, Location, Reformat, Rewording, Severity, Span
from gwformat.values import dataclass

CRASHED = "G001"
NOT_MEASURED = "G002"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A rule that was not asked, and why."""

    rule: Rule
    reason: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of one file found, gravest first, and what it did not look at."""

    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...] = ()
    measured: tuple[tuple[Rule, Measured], ...] = ()
    asked: frozenset[str] = frozenset()  # the codes of the rules that ran

    def count(self) -> Mapping[Severity, int]:
        """How many findings of each severity; waived ones are not counted."""
        found = [finding.severity for finding in self.findings if not finding.waived]
        return {severity: found.count(severity) for severity in Severity}


def run(context: Context, selection: Selection = EVERYTHING, waivers: Iterable[Waiver] = ()) -> Checked:
    """Ask every selected rule."""
    places = Places(context)
    accepted = tuple(waivers)
    findings: list[Finding] = []
    measured: list[tuple[Rule, Measured]] = []
    plan = _plan(selection, tuple(context.profile.check.ignored.items()), _lacking(context))
    finding = partial(_finding, places=places, waivers=accepted)
    for rule in plan.rules:
        for said in asked(rule, context, finding):
            if isinstance(said, Measured):
                measured.append((rule, said))
            else:
                findings.append(said)
    if context.refuses_to_measure:
        message = "涉密文件不复制给其他软件，没有用 LibreOffice 量位置；算不出的位置都没有核实"
        findings.append(Finding(NOT_MEASURED, "not-measured", "惯例", Severity.UNVERIFIED, message))
    findings.sort(key=_order)
    return Checked(tuple(findings), plan.skipped, tuple(measured), plan.codes)


@dataclass(frozen=True, slots=True)
class _Plan:
    """The rules that are asked, and those that are not."""

    rules: tuple[Rule, ...]
    skipped: tuple[Skipped, ...]
    codes: frozenset[str]  # of those that are asked


@functools.lru_cache(maxsize=32)
def _plan(selection: Selection, ignored: tuple[tuple[str, str], ...], lacking: frozenset[Need]) -> _Plan:
    """What is asked of files that lack so much, by profiles that leave these rules out for their reasons."""
    reasons = dict(ignored)
    chosen = [rule for rule in document_rules().values() if selection.wants(rule)]
    why = {rule.code: reasons.get(rule.code) or _said_of(rule, lacking) for rule in chosen}
    rules = tuple(rule for rule in chosen if not why[rule.code])
    skipped = tuple(Skipped(rule, why[rule.code]) for rule in chosen if why[rule.code])
    return _Plan(rules, skipped, frozenset(rule.code for rule in rules))


_LACKING = {
    Need.FORMATTING: "文本草稿没有版式，不作检查",
    Need.DIRECTORY: "没有给出机构名录（--org），不作检查",
}


def _lacking(context: Context) -> frozenset[Need]:
    """What rules may need and this file or call does not have."""
    has = {Need.FORMATTING: context.draft.package is not None, Need.DIRECTORY: context.directory is not None}
    return frozenset(need for need in _LACKING if not has[need])


def _said_of(rule: Rule, lacking: frozenset[Need]) -> str:
    """Why a rule cannot be asked, "" if it can."""
    return next((words for need, words in _LACKING.items() if need in lacking and need in rule.needs), "")


def asked(rule: Rule, subject: object, finding: Callable[[Rule, Problem], Finding]) -> Sequence[Finding | Measured]:
    """What one rule says of its subject; that which it said before a crash counts."""
    found: list[Finding | Measured] = []
    try:
        for said in rule.check(subject):
            found.append(said if isinstance(said, Measured) else finding(rule, said))  # noqa: PERF401 - kept in a crash
    except Exception as error:  # whatever a rule does wrong must not hide what the others find
        message = f"规则 {rule.code} 运行时出错（{type(error).__name__}：{error}），这一条没有检查"
        found.append(Finding(CRASHED, "rule-crashed", rule.clause, Severity.UNVERIFIED, message))
    return found


def _finding(rule: Rule, problem: Problem, *, places: Places, waivers: tuple[Waiver, ...]) -> Finding:
    stretches = places.of(problem.where)
    finding = Finding(
        rule.code,
        rule.name,
        problem.clause or rule.clause,
        problem.severity or rule.severity,
        problem.message,
        stretches[0] if stretches else Location(),
        stretches,
        places.words(problem.where),
        problem.expected,
        problem.measured,
        _placed(problem.fix, places, problem.where, stretches) if problem.fix is not None else None,
    )
    waiver = next((waiver for waiver in waivers if waiver.covers(finding)), None) if waivers else None
    return replace(finding, waived=waiver.reason) if waiver else finding


def _placed(fix: Fix, places: Places, where: Span | Location | None, stretches: tuple[Location, ...]) -> Fix | None:
    """The fix with its steps at places of the file; None if words it replaces do not stand there in one stretch.

    Most steps are at the place of the problem itself: `stretches` are those of `where`.
    """
    steps: list[Rewording | Reformat] = []
    for step in fix.steps:
        found = stretches if step.where is where else places.of(step.where)
        if isinstance(step, Reformat):
            steps += [Reformat(place, step.property, step.value) for place in found or (None,)]
        elif len(found) == 1 and places.holds(found[0], step.where):
            steps.append(Rewording(found[0], step.text))
        else:
            return None
    return Fix(fix.text, fix.safety, tuple(steps))


def _order(finding: Finding) -> tuple[int, str, int, int, str]:
    """The gravest come first; of these, those of the whole file ("" is no part), then in the order of the document."""
    location = finding.location
    return finding.severity.rank, location.part, location.paragraph or 0, location.start or 0, finding.code
