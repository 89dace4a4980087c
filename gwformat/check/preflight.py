"""A file as it goes to the press comes in, findings and one verdict go out: 可以印制 or 不可印制."""

from __future__ import annotations

from gwformat.check.printable import Printable
from gwformat.check.registry import Measured, Problem, Rule, print_rules
from gwformat.check.runner import Checked, asked
from gwformat.check.selection import EVERYTHING, Selection
from gwformat.findings import Finding, Location, Severity


def preflight(printable: Printable, selection: Selection = EVERYTHING) -> Checked:
    """Ask every selected rule of the press."""
    findings: list[Finding] = []
    measured: list[tuple[Rule, Measured]] = []
    rules = [rule for rule in print_rules().values() if selection.wants(rule)]
    for rule in rules:
        for said in asked(rule, printable, _finding):
            if isinstance(said, Measured):
                measured.append((rule, said))
            else:
                findings.append(said)
    findings.sort(key=lambda finding: (finding.severity.rank, finding.location.page or 0, finding.code))
    return Checked(tuple(findings), (), tuple(measured), frozenset(rule.code for rule in rules))


def may_be_printed(checked: Checked) -> bool | None:
    """The verdict: no error was found; None if that is so, but only some of the rules were asked.

    What could not be measured does not count as right; the report lists it.
    """
    if any(finding.severity is Severity.ERROR for finding in checked.findings):
        return False
    return None if unasked(checked) else True


def unasked(checked: Checked) -> frozenset[str]:
    """The codes of the rules of the press that the user did not want asked."""
    return frozenset(rule.code for rule in print_rules().values()) - checked.asked


def _finding(rule: Rule, problem: Problem) -> Finding:
    where = problem.where if isinstance(problem.where, Location) else None
    return Finding(
        rule.code,
        rule.name,
        problem.clause or rule.clause,
        problem.severity or rule.severity,
        problem.message,
        where or Location(),
        () if where is None else (where,),
        expected=problem.expected,
        measured=problem.measured,
    )
