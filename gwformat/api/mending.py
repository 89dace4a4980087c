"""A checked file comes in; the file with faults mended, or marked with comments, goes out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from gwformat import ledger, output
from gwformat.api.checking import CHECK_DEFAULTS, CheckResult, check_file
from gwformat.api.options import CheckOptions
from gwformat.api.proving import prove
from gwformat.errors import OutputNotWritable, UsageError
from gwformat.findings import Finding, Location, Rewording, Safety, Severity
from gwformat.ooxml.package import Package
from gwformat.writers import docx

_AUTHOR = "gwformat"


@dataclass(frozen=True, slots=True)
class FixResult:
    """A file in which faults were mended, and those that were not."""

    source: Path
    output: Path
    fixed: tuple[Finding, ...]
    left: tuple[Finding, ...]  # without a fix, or one that is not wanted, or one that meets another


def fixable(findings: Iterable[Finding], *, review: bool) -> list[Finding]:
    """Those with a fix that may be applied: safe ones, with `review` those that touch words too."""
    return [f for f in findings if f.fix and not f.waived and (review or f.fix.safety is Safety.SAFE)]


def fix_file(
    path: Path,
    target: Path,
    options: CheckOptions = CHECK_DEFAULTS,
    *,
    review: bool = False,
    force: bool = False,
) -> FixResult:
    """Write the docx at `path` to `target` with the fixes applied that `fixable` names.

    Nothing else changes: `Refused`, and nothing written, if the result reads otherwise than the fixes say.
    """
    output.check_target(path, target, force=force)
    data, fixed, left = _mended(check_file(path, options), review)
    output.check_target(path, target, force=force)
    output.write_atomically(target, data)
    return FixResult(path, target, fixed, left)


def fix_in_place(
    path: Path, options: CheckOptions = CHECK_DEFAULTS, *, review: bool = False, force: bool = False
) -> FixResult:
    """Mend the docx at `path` itself; what it was stays beside it as `….bak.docx`."""
    backup = path.with_suffix(f".bak{path.suffix}")
    if backup.exists() and not force:
        advice = "先把它移走或者改名；不要它了，加上 --force。"
        raise OutputNotWritable(f"以前改的时候留下的“{backup.name}”还在", advice)
    output.check_target(path, backup, force=force)
    before = path.read_bytes() if path.is_file() else b""
    data, fixed, left = _mended(check_file(path, options), review)
    output.write_atomically(backup, before)
    output.write_atomically(path, data)
    return FixResult(path, path, fixed, left)


def annotate(result: CheckResult, target: Path, *, force: bool = False) -> None:
    """Write the checked docx to `target` with a comment for each finding at its words; nothing else changes."""
    output.check_target(result.source, target, force=force)
    package = _package(result)
    notes = [docx.Note(finding.location, _comment(finding)) for finding in result.findings if not finding.waived]
    data = docx.annotate(package, notes, _AUTHOR)
    prove(package, data, comments=True)
    output.write_atomically(target, data)


def _mended(result: CheckResult, review: bool) -> tuple[bytes, tuple[Finding, ...], tuple[Finding, ...]]:
    """The mended file, what was mended and what was left."""
    package = _package(result)
    wanted = fixable(result.findings, review=review)
    amended = docx.amend(package, [finding.fix.steps for finding in wanted if finding.fix])
    fixed = tuple(finding for finding, done in zip(wanted, amended.done, strict=True) if done)
    prove(package, amended.data, _edits(fixed))
    return amended.data, fixed, tuple(finding for finding in result.findings if finding not in fixed)


def _package(result: CheckResult) -> Package:
    package = result.document.draft.package
    if package is None:
        raise UsageError(f"“{result.source.name}”不是 docx，不能直接修改或加批注", "先用 gwformat format 排成 docx。")
    return package


def _edits(fixed: Iterable[Finding]) -> ledger.Edits:
    """The words that fixes replace, by part and paragraph."""
    edits: dict[tuple[str, int], list[tuple[int, int, str]]] = {}
    for finding in fixed:
        for step in finding.fix.steps if finding.fix else ():
            where = step.where
            if isinstance(step, Rewording) and isinstance(where, Location) and where.paragraph is not None:
                edits.setdefault((where.part, where.paragraph), []).append(
                    (where.start or 0, where.end or 0, step.text)
                )
    return edits


def _comment(finding: Finding) -> str:
    """What the comment says: the fault, the figures, the cure, and the clause."""
    figures = [f"{label} {value}" for label, value in (("应为", finding.expected), ("实为", finding.measured)) if value]
    cure = [f"可改为：{finding.fix.text}"] if finding.fix and finding.severity is not Severity.UNVERIFIED else []
    head = f"【{finding.severity.label} {finding.code}】{finding.message}"
    return "\n".join([head, *(["，".join(figures)] if figures else []), *cure, f"依据：{finding.clause}"])
