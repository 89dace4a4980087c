"""A docx comes in; the same document for another system, with nothing in it that is not seen, and a manifest go out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from gwformat import check, ledger, output, recognise
from gwformat.api import manifest
from gwformat.api.common import demand_docx, profile_for, undisturbed
from gwformat.api.font_mapping import in_fonts_of
from gwformat.api.options import ExchangeOptions, StrPath
from gwformat.api.proving import unproven
from gwformat.check.gate import CLASSIFIED
from gwformat.errors import Refused, UsageError
from gwformat.findings import Finding
from gwformat.fonts.system import FontSystem, load_system
from gwformat.model import Document
from gwformat.ooxml.archive import read_file
from gwformat.ooxml.hidden import hidden_said
from gwformat.ooxml.leaks import WITH_WORDS, Leak, LeakKind
from gwformat.ooxml.package import Package
from gwformat.ooxml.revisions import settle, strip_comments
from gwformat.readers.docx import read_package
from gwformat.values import dataclass
from gwformat.writers.docx.mapping import Mapped
from gwformat.writers.docx.sanitise import Sanitised, sanitise

MANIFEST = ".json"
"""What is added to the name of a result for its manifest."""
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Exchanged:
    """A file that may leave the house: what stands in it, what went, what the user should know."""

    source: Path
    output: Path
    manifest: Path
    document: Document
    pages: int | None
    pages_unknown: str  # why it is not certain how many pages there are; "" if it is
    sanitised: Sanitised
    mapped: Mapped
    warned: tuple[Finding, ...]
    settled: frozenset[LeakKind]

    @property
    def removed(self) -> Sequence[Leak]:
        """What was taken out."""
        return self.sanitised.removed


@undisturbed()
def exchange_file(path: StrPath, target: StrPath, options: ExchangeOptions) -> Exchanged:
    """Write the docx at `path` to `target` for another system, with a manifest beside it; both or neither.

    `Refused`, and nothing written anywhere, if it is classified, holds what the policy forbids, or reads otherwise.
    """
    path, target = Path(path), Path(target)
    described = target.with_name(target.name + MANIFEST)
    for file in (target, described):
        output.check_target(path, file, force=options.force)
    policy = check.load_policy(None if options.policy is None else Path(options.policy))
    system = load_system(options.system)
    data = read_file(path)
    demand_docx(path, data, "不能交换")
    package, settled = _settled(Package.from_bytes(data).opened, options)
    package = hidden_said(package)
    context = _context(path, package, system)
    warned = _pass_gate(context, policy, settled, options, [code for code in policy.codes if code not in _OF_FONTS])
    wanted = policy.wanted | settled
    # Names go last: what a style is called tells the mapping what its words are.
    done = sanitise(package, wanted - {LeakKind.NAMES})
    # After the cleaning, which would displace what the mapping remembers.
    mapped = in_fonts_of(system, done.package, path, keep_lines=options.keep_lines, font_dirs=options.font_dirs)
    done = _again(done, sanitise(mapped.package, wanted))
    result = done.package.to_bytes()
    problems = ledger.check_sanitised(package.as_said.parts, result, done.taken if _unseen(done) else None)
    if problems:
        raise unproven(problems)
    sent = _context(target, done.package, system)
    fonts = [code for code in policy.codes if code in _OF_FONTS]
    warned = (*warned, *(_pass_gate(sent, policy, settled, options, fonts) if fonts else ()))
    assert sent.geometry is not None  # of every docx
    document, pages, why = sent.document, sent.geometry.page_count, sent.geometry.pages_unknown
    said = manifest.Made(data, result, system.name, policy, settled, document, pages, why, done, mapped, warned)
    for file in (target, described):
        output.check_target(path, file, force=options.force)
    output.write_all({target: result, described: manifest.dumps(manifest.of(said))})
    return Exchanged(path, target, described, document, pages, why, done, mapped, warned, settled)


def _settled(package: Package, options: ExchangeOptions) -> tuple[Package, frozenset[LeakKind]]:
    """Tracked changes and comments dealt with as the user said, and which of the two the user spoke of."""
    if options.revisions not in (None, "accept", "reject") or options.comments not in (None, "strip"):
        said = f"{options.revisions}、{options.comments}"
        raise UsageError(f"修订或批注的处理方式不对：{said}", "修订可写 accept、reject，批注可写 strip，或者都不写。")
    settled: set[LeakKind] = set()
    if options.revisions is not None:
        package = settle(package, accept=options.revisions == "accept")
        settled.add(LeakKind.REVISION)
    if options.comments is not None:
        package = strip_comments(package)
        settled.add(LeakKind.COMMENT)
    return package, frozenset(settled)


def _again(first: Sanitised, second: Sanitised) -> Sanitised:
    """Two cleanings as one: new fonts may leave old names without use."""
    return Sanitised(second.package, (*first.removed, *second.removed), second.left, first.taken + second.taken)


def _recognised(path: Path, package: Package) -> Document:
    return recognise.recognise(read_package(path, package, checking=True))


def _context(path: Path, package: Package, system: FontSystem) -> check.Context:
    profile, document = profile_for(_recognised(path, package))
    return check.Context(document, profile, system)


# What is judged in the fonts the file is sent with: F325 characters they lack, X630 embedded ones, X639 unknown ones.
_OF_FONTS = frozenset(("F325", "X630", "X639"))


def _pass_gate(
    context: check.Context,
    policy: check.Policy,
    settled: frozenset[LeakKind],
    options: ExchangeOptions,
    codes: Sequence[str],
) -> tuple[Finding, ...]:
    """What the user is to be warned of as far as rules of `codes` see it; `Refused` if the file must not go."""
    findings = check.run(context, check.selection(codes)).findings
    if not options.classified_offline and any(finding.code == CLASSIFIED for finding in findings):
        raise Refused(
            "文件标有密级，不得经由普通渠道交换，没有写出任何文件",
            "按保密规定通过机要渠道传递；确在隔离的涉密计算机上处理的，加上 --classified-offline。",
        )
    verdict = check.judge(findings, context.leaks, policy, settled)
    if verdict.refused:
        said = [f"{finding.code} {finding.message}" for finding in verdict.refused[:_SHOWN]]
        more = f"，等 {len(verdict.refused)} 项" if len(verdict.refused) > _SHOWN else ""
        raise Refused(f"文件里有不能发出的内容，没有写出：{'；'.join(said)}{more}", _advice(verdict.refused))
    return verdict.warned


_CURES = {
    "X601": "修订写明 --revisions accept（全部接受）或 reject（全部拒绝）",
    "X602": "批注用 --comments strip 去掉",
}


def _advice(refused: Sequence[Finding]) -> str:
    cures = list(dict.fromkeys(_CURES[finding.code] for finding in refused if finding.code in _CURES))
    others = dict.fromkeys(finding.code for finding in refused if finding.code not in _CURES)
    if others:
        cures.append(f"{'、'.join(others)} 请在 Word 或 WPS 里改好，或者用 --policy 另定处理办法")
    return f"{'；'.join(cures)}。"


def _unseen(done: Sanitised) -> bool:
    """Whether words or objects went with what nobody saw."""
    return any(leak.kind in WITH_WORDS for leak in done.removed)


@dataclass(frozen=True, slots=True)
class Verified:
    """A received file held against its manifest: in what the two disagree."""

    file: Path
    manifest: Path
    disagreements: tuple[str, ...]
    program: str = ""
    elements: int = 0

    @property
    def agrees(self) -> bool:
        """Whether the file is the one the manifest was written for, to the last bit."""
        return not self.disagreements


def verify_file(path: StrPath, described: StrPath | None = None) -> Verified:
    """Hold the file at `path` against its manifest, which stands beside it unless `described` says where."""
    path, described = Path(path), None if described is None else Path(described)
    place = described or path.with_name(path.name + MANIFEST)
    data, said = read_file(path), manifest.load(place)
    found = tuple(manifest.disagreements(said, data, lambda: _recognised(path, Package.from_bytes(data))))
    return Verified(path, place, found, said.get("program", ""), len(said.get("elements", ())))
