"""Each job as a function: a path and options come in; a formatted file with its account, pages or a document go out."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from gwformat import check, drawing, layout, ledger, normalise, output, readers, recognise
from gwformat.errors import Refused, UsageError
from gwformat.findings import Finding, Location, Rewording, Safety
from gwformat.fonts.system import FontSystem, load_system, system_names
from gwformat.layout import Pages
from gwformat.ledger import Ledger
from gwformat.metadata import Values
from gwformat.model import Change, Document, Kind, Role, Seal
from gwformat.profiles import Profile, load_profile
from gwformat.profiles.loader import profile_names
from gwformat.setting.setting import Setting, setting_of
from gwformat.writers import docx

KIND_NAMES = {
    Kind.GENERAL: "文件格式",
    Kind.LETTER: "信函格式",
    Kind.ORDER: "命令（令）格式",
    Kind.MINUTES: "纪要格式",
    Kind.TELEGRAM: "电报格式",
}
_SHOWN_PROBLEMS = 5

_CLASSIFIED = "草稿标有密级：只在本机处理，除成品外不留任何副本；请在符合保密要求的计算机上使用，成品按密级管理。"


@dataclass(frozen=True, slots=True)
class FormatOptions:
    """How to format; `None` means "decide from the draft", or the profile's default."""

    kind: Kind | None = None
    system: str = "government"
    grid: str | None = None
    values: Values = field(default_factory=lambda: MappingProxyType({}))
    pins: Mapping[int, Role] = field(default_factory=lambda: MappingProxyType({}))
    seal: Seal = Seal.ROUND
    revisions: str = "keep"
    comments: str = "keep"
    enabled: frozenset[str] = frozenset()
    disabled: frozenset[str] = frozenset()
    force: bool = False
    pdf: bool = False
    strict_fonts: bool = False


DEFAULTS = FormatOptions()

# What is packaged does not change while the program runs; over many files it is read once.
_packaged_profile = functools.cache(load_profile)
_packaged_system = functools.cache(load_system)


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A draft as it will stand on its pages."""

    document: Document
    setting: Setting
    pages: Pages

    @property
    def classified(self) -> bool:
        """Whether the draft carries a 密级."""
        return self.document.first(Role.SECRECY) is not None

    @property
    def of_the_draft(self) -> tuple[str, ...]:
        """What the user should know of the draft and what was recognised in it."""
        draft = self.document.draft
        own = (_CLASSIFIED,) if self.classified else ()
        return (*own, *draft.notices, *draft.losses, *self.document.notices)

    @property
    def notices(self) -> tuple[str, ...]:
        """What the user should know, in the order in which it was noticed."""
        return (*self.of_the_draft, *self.pages.notices)


@dataclass(frozen=True, slots=True)
class RenderResult:
    """Pages that were drawn, and the files they are in."""

    laid: LaidOut
    files: tuple[Path, ...]
    drawn: tuple[str, ...] = ()  # what the drawing shows otherwise than the pages ask

    @property
    def pages(self) -> Pages:
        """The pages."""
        return self.laid.pages

    @property
    def notices(self) -> tuple[str, ...]:
        """What the user should know."""
        return (*self.laid.notices, *self.drawn)


@dataclass(frozen=True, slots=True)
class FormatResult:
    """A file that was written, what it contains, and the account that proves nothing was lost."""

    source: Path
    output: Path
    laid: LaidOut
    ledger: Ledger
    pdf: Path | None = None
    drawn: tuple[str, ...] = ()  # what the PDF shows otherwise than the pages ask

    @property
    def files(self) -> tuple[Path, ...]:
        """Everything that was written."""
        return (self.output,) if self.pdf is None else (self.output, self.pdf)

    @property
    def document(self) -> Document:
        """What was written."""
        return self.laid.document

    @property
    def pages(self) -> Pages:
        """Where it stands; worked out when asked for, unless it was drawn."""
        return self.laid.pages if self.pdf is not None else layout.lay_out(self.document, self.laid.setting)

    @property
    def changes(self) -> tuple[Change, ...]:
        """Every difference between draft and result."""
        return self.document.changes

    @property
    def suggestions(self) -> tuple[Change, ...]:
        """What would change words and was therefore left to the user."""
        return self.document.suggestions

    @property
    def missing(self) -> tuple[Role, ...]:
        """Elements that are required but neither found nor supplied."""
        return self.document.missing

    @property
    def classified(self) -> bool:
        """Whether the draft carries a 密级."""
        return self.laid.classified

    @property
    def notices(self) -> tuple[str, ...]:
        """What the user should know; that places are estimated matters only to one who reads them."""
        if self.pdf is None and self.laid.pages.estimated_from is not None:
            return self.laid.of_the_draft
        return (*self.laid.notices, *self.drawn)


def format_file(path: Path, target: Path, options: FormatOptions = DEFAULTS) -> FormatResult:
    """Format the draft at `path` into the docx `target`; nothing is written unless the ledger balances."""
    pdf = target.with_suffix(".pdf") if options.pdf else None
    targets = [target] if pdf is None else [target, pdf]
    _check(path, targets, options)
    laid = _laid_out(path, options, outline=pdf is None)
    document = laid.document
    written = docx.write(document, laid.setting, layout.facts_of(laid.pages))
    document = dataclasses.replace(document, changes=(*document.changes, *written.changes))
    account = ledger.balance(document, written.data)
    if not account.balanced:
        raise _unproven(account.problems)
    drawn = drawing.Drawing(())
    if pdf is not None:
        drawn = drawing.draw(laid.pages, laid.setting, "pdf", strict_fonts=options.strict_fonts)
    _check(path, targets, options)  # they may have appeared meanwhile
    for name, data in zip(targets, (written.data, *drawn.files), strict=True):
        output.write_atomically(name, data)
    return FormatResult(path, target, dataclasses.replace(laid, document=document), account, pdf, drawn.notices)


def _check(path: Path, targets: Iterable[Path], options: FormatOptions) -> None:
    for target in targets:
        output.check_target(path, target, force=options.force)


def lay_out_file(path: Path, options: FormatOptions = DEFAULTS) -> LaidOut:
    """Where each line of the draft at `path` stands once it is formatted."""
    return _laid_out(path, options, outline=False)


def _laid_out(path: Path, options: FormatOptions, *, outline: bool) -> LaidOut:
    """The draft laid out; the docx alone needs to know no more than where lines and pages end."""
    fonts = _fonts(options.system)
    draft = readers.read(path, revisions=options.revisions, comments=options.comments)
    document = recognise.recognise(draft, _overrides(options))
    profile, document = _profile_for(document, options)
    document = normalise.normalise(document, disabled=options.disabled, enabled=options.enabled)
    setting = setting_of(profile, fonts, options.grid, options.seal)
    document = layout.shape_titles(document, setting)
    return LaidOut(document, setting, layout.lay_out(document, setting, outline=outline))


def render_file(
    path: Path, target: Path, options: FormatOptions = DEFAULTS, *, dpi: float = 150, pdf_standard: str | None = None
) -> RenderResult:
    """Draw the formatted draft as PDF, PNG, SVG or text, by the suffix of `target`; pictures are one file a page."""
    form = target.suffix.lower().removeprefix(".")
    if form not in drawing.FORMS:
        endings = "、".join(f".{name}" for name in drawing.FORMS)
        raise UsageError(f"不会写“{target.name}”这种文件", f"成品的文件名应以 {endings} 结尾。")
    _check(path, [target], options)
    laid = lay_out_file(path, options)
    drawn = drawing.draw(
        laid.pages, laid.setting, form, dpi=dpi, pdf_standard=pdf_standard, strict_fonts=options.strict_fonts
    )
    targets = [target]
    if len(drawn.files) > 1:
        targets = [target.with_stem(f"{target.stem}-{number}") for number in range(1, len(drawn.files) + 1)]
    _check(path, targets, options)
    for name, data in zip(targets, drawn.files, strict=True):
        output.write_atomically(name, data)
    return RenderResult(laid, tuple(targets), drawn.notices)


def inspect_file(path: Path, options: FormatOptions = DEFAULTS) -> Document:
    """What the draft at `path` is recognised as; nothing is normalised, nothing is written."""
    draft = readers.read(path, revisions=options.revisions, comments=options.comments)
    return recognise.recognise(draft, _overrides(options))


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What to check and against what; `None` means "decide from the file"."""

    kind: Kind | None = None
    system: str = "government"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    directory: Path | None = None  # TOML file of organisations
    measure: bool = False  # let LibreOffice measure what the file itself does not make certain
    pins: Mapping[int, Role] = field(default_factory=lambda: MappingProxyType({}))


CHECK_DEFAULTS = CheckOptions()


@dataclass(frozen=True, slots=True)
class CheckResult:
    """A file that was checked."""

    source: Path
    context: check.Context
    checked: check.Checked

    @property
    def document(self) -> Document:
        """What the file was recognised as."""
        return self.context.document

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found, gravest first."""
        return self.checked.findings


def check_file(path: Path, options: CheckOptions = CHECK_DEFAULTS) -> CheckResult:
    """Everything that is wrong with the file at `path`; nothing is written."""
    chosen = check.selection(options.select, options.ignore)
    draft = readers.read(path)
    document = recognise.recognise(draft, recognise.Overrides(roles=options.pins, kind=options.kind))
    profile, document = _profile_for(document, FormatOptions(kind=options.kind))
    directory = check.load_directory(options.directory) if options.directory else None
    context = check.Context(document, profile, _fonts(options.system), directory=directory)
    return CheckResult(path, context, check.run(context, chosen, check.waivers_of(path, draft.package)))


@dataclass(frozen=True, slots=True)
class FixResult:
    """A file in which faults were mended, and those that were not."""

    source: Path
    output: Path
    fixed: tuple[Finding, ...]
    left: tuple[Finding, ...]  # without a fix, or one that is not wanted, or one that meets another


def fix_file(
    path: Path,
    target: Path,
    options: CheckOptions = CHECK_DEFAULTS,
    *,
    review: bool = False,
    force: bool = False,
) -> FixResult:
    """Write the docx at `path` to `target` with the safe fixes applied, with `review` those that touch words too.

    Nothing else changes: `Refused`, and nothing written, if the result reads otherwise than the fixes say.
    """
    output.check_target(path, target, force=force)
    result = check_file(path, options)
    package = result.document.draft.package
    if package is None:
        raise UsageError(f"“{path.name}”不是 docx，不能直接修改", "先用 gwformat format 排成 docx。")
    wanted = [f for f in result.findings if f.fix and not f.waived and (review or f.fix.safety is Safety.SAFE)]
    amended = docx.amend(package, [finding.fix.steps for finding in wanted if finding.fix])
    fixed = tuple(finding for finding, done in zip(wanted, amended.done, strict=True) if done)
    problems = ledger.check_amended(package.parts, amended.data, _edits(fixed))
    if problems:
        raise _unproven(problems)
    output.check_target(path, target, force=force)
    output.write_atomically(target, amended.data)
    left = tuple(finding for finding in result.findings if finding not in fixed)
    return FixResult(path, target, fixed, left)


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


def _unproven(problems: Sequence[str]) -> Refused:
    return Refused(
        f"成品与草稿核对不上，没有写出：{'；'.join(problems[:_SHOWN_PROBLEMS])}",
        "这是程序的缺陷，草稿没有问题也没有被改动；请把草稿（去掉涉密内容）和命令报告给我们。",
    )


def passes() -> Iterator[tuple[str, str, bool]]:
    """Each normalisation pass: its name on the command line, what it does, and whether it runs by default."""
    return ((step.key, f"{step.name}。{step.reason}", step.default) for step in normalise.PASSES)


def _overrides(options: FormatOptions) -> recognise.Overrides:
    return recognise.Overrides(values=options.values, roles=options.pins, kind=options.kind)


def _fonts(name_or_path: str) -> FontSystem:
    load = _packaged_system if name_or_path in system_names() else load_system
    return load(name_or_path)


def _profile_for(document: Document, options: FormatOptions) -> tuple[Profile, Document]:
    """The profile of the document's format; where there is none yet, the general one and a notice that says so."""
    name = document.kind.value
    if name in profile_names():
        return _packaged_profile(name), document
    if options.kind is not None:
        raise UsageError(f"还没有“{name}”的版式", f"可用：{'、'.join(profile_names())}；或者不写 --kind。")
    notice = f"草稿像是“{KIND_NAMES[document.kind]}”，它的版式还没有，按文件格式排版"
    return _packaged_profile(Kind.GENERAL.value), dataclasses.replace(document, notices=(*document.notices, notice))
