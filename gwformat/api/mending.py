"""A checked file comes in; the file with faults mended, or marked with comments, goes out."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import replace
from pathlib import Path

from gwformat import ledger, output
from gwformat.api.checking import CHECK_DEFAULTS, CheckResult, check_again, check_file
from gwformat.api.common import demand_docx, no_docx
from gwformat.api.options import CheckOptions, StrPath
from gwformat.api.proving import prove
from gwformat.errors import OutputNotWritable, UsageError
from gwformat.findings import Finding, Location, Reformat, Rewording, Safety, Severity, Span
from gwformat.ooxml.archive import read_file
from gwformat.ooxml.package import Package
from gwformat.values import dataclass
from gwformat.writers import docx

_AUTHOR = "gwformat"


_ROUNDS = 8  # what a mended file still has is mended as often; two rounds are the most that real files need


@dataclass(frozen=True, slots=True)
class Mended:
    """A docx in which faults were mended: what was found at first or came to light by mending, and what is left."""

    data: bytes
    fixed: tuple[Finding, ...]
    after: CheckResult


@dataclass(frozen=True, slots=True)
class FixResult:
    """A file in which faults were mended; `after` is what it has now, `notices` what did not go into it."""

    source: Path
    output: Path
    fixed: tuple[Finding, ...]
    after: CheckResult
    notices: tuple[str, ...] = ()


def fixable(findings: Iterable[Finding], *, review: bool) -> list[Finding]:
    """Those with a fix that may be applied: safe ones, with `review` those that touch words too."""
    return [f for f in findings if f.fix and not f.waived and (review or f.fix.safety is Safety.SAFE)]


def mend(result: CheckResult, *, review: bool = False) -> Mended:
    """The checked docx with the fixes applied that `fixable` names, and with those that only then can be.

    A paragraph that is no longer centred wants its indent, words in a new face are bold: what the mended file has is
    mended in turn, until nothing is left that was not tried. Nothing else changes: `Refused` if the file reads
    otherwise than the fixes of a round say. `InputUnreadable` if it is no docx.
    """
    package = _package(result)
    data, fixed = package.to_bytes(), list[Finding]()
    tried: set[Hashable] = set()
    for _ in range(_ROUNDS):
        wanted = [finding for finding in fixable(result.findings, review=review) if _cure(finding) not in tried]
        if not wanted:
            break
        amended = docx.amend(package, [finding.fix.steps for finding in wanted if finding.fix])
        done = [finding for finding, is_done in zip(wanted, amended.done, strict=True) if is_done]
        prove(package, amended.data, _edits(done))
        tried.update(map(_cure, done))
        fixed += done
        if not done:
            break
        data, package = amended.data, Package.from_bytes(amended.data)
        result = check_again(result, package)
    return Mended(data, tuple(fixed), result)


def fix_file(
    path: StrPath,
    target: StrPath,
    options: CheckOptions = CHECK_DEFAULTS,
    *,
    review: bool = False,
    force: bool = False,
) -> FixResult:
    """Write the docx at `path` to `target`, mended as `mend` says; nothing is written if that is not possible."""
    path, target = Path(path), Path(target)
    output.check_target(path, target, force=force)
    result = check_file(path, options)
    mended = mend(result, review=review)
    output.check_target(path, target, force=force)
    output.write_atomically(target, mended.data)
    return FixResult(path, target, mended.fixed, mended.after, _package(result).notices)


def fix_in_place(
    path: StrPath, options: CheckOptions = CHECK_DEFAULTS, *, review: bool = False, force: bool = False
) -> FixResult:
    """Mend the docx at `path` itself; what it was stays beside it as `….bak.docx`.

    A file in which nothing is to be mended is not touched. `InputUnreadable` for what is no docx, `UsageError`
    for what is not called so, or has macros or signatures, which do not stay: its name would not fit.
    """
    path = Path(path)
    backup = path.with_suffix(f".bak{path.suffix}")
    if backup.exists() and not force:
        advice = "先把它移走或者改名；不要它了，加上 --force。"
        raise OutputNotWritable(f"以前改的时候留下的“{backup.name}”还在", advice)
    output.check_target(path, backup, force=force)
    output.refuse_read_only(path)
    before = read_file(path)
    demand_docx(path, before, "不能直接在原文件上改")
    result = check_file(path, options)
    _refuse_in_place(path, _package(result))
    mended = mend(result, review=review)
    if mended.fixed:
        output.write_atomically(backup, before)
        output.write_atomically(path, mended.data)
    return FixResult(path, path, mended.fixed, mended.after)


def _refuse_in_place(path: Path, package: Package) -> None:
    """`UsageError` if what is written is no longer what the name of the file promises, or lacks what was in it."""
    is_docx = path.suffix.lower() == ".docx"
    if not is_docx or package.opened.parts.keys() - package.parts.keys():
        reason = "里有宏或数字签名，改后不再保留" if is_docx else "的后缀不是 .docx"
        raise UsageError(f"“{path.name}”{reason}，不能直接在原文件上改", "用 -o 另存为一份 docx。")


def annotate(result: CheckResult, target: StrPath, *, force: bool = False) -> None:
    """Write the checked docx to `target` with a comment for each finding at its words; nothing else changes."""
    target = Path(target)
    output.check_target(result.source, target, force=force)
    package = _package(result)
    notes = [docx.Note(finding.location, _comment(finding)) for finding in result.findings if not finding.waived]
    data = docx.annotate(package, notes, _AUTHOR)
    prove(package, data, comments=True)
    output.write_atomically(target, data)


def _cure(finding: Finding) -> Hashable:
    """What a fix does where, whatever page that is on: one that does not help is not applied again and again."""
    assert finding.fix is not None
    return finding.code, tuple((_unpaged(step.where), *_asked(step)) for step in finding.fix.steps)


def _unpaged(where: Span | Location | None) -> Span | Location | None:
    return replace(where, page=None, line=None) if isinstance(where, Location) else where


def _asked(step: Rewording | Reformat) -> tuple[str, ...]:
    return (step.text,) if isinstance(step, Rewording) else (step.property, step.value)


def _package(result: CheckResult) -> Package:
    package = result.document.draft.package
    if package is None:
        raise no_docx(result.source, "不能直接修改或加批注")
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
