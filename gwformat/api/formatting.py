"""Each job as a function: a path and options come in; a formatted file with its account, pages or a document go out."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from gwformat import drawing, layout, ledger, normalise, output, recognise
from gwformat.api.common import fonts_of, own_profiles, profile_for, supplied_by, undisturbed
from gwformat.api.options import FormatOptions, StrPath
from gwformat.api.proving import unproven
from gwformat.api.reading import read_in_order
from gwformat.api.sealing import sealed
from gwformat.errors import UsageError, is_folder
from gwformat.layout import Pages
from gwformat.ledger import Ledger
from gwformat.metadata import Values
from gwformat.model import Change, Document, Draft, Role, Seal
from gwformat.profiles import Profile
from gwformat.setting.setting import Setting, setting_of
from gwformat.units import Emu
from gwformat.values import dataclass
from gwformat.writers import docx

_CLASSIFIED = "草稿标有密级：只在本机处理，除成品外不留任何副本；请在符合保密要求的计算机上使用，成品按密级管理。"


DEFAULTS = FormatOptions()


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
    def media(self) -> Mapping[str, bytes]:
        """The parts of the draft's package, where its pictures are."""
        package = self.document.draft.package
        return MappingProxyType({}) if package is None else package.parts

    def drawn(self, form: str, options: FormatOptions, **how: Any) -> drawing.Drawing:
        """The pages in one of `drawing.FORMS`."""
        return drawing.draw(
            *(self.pages, self.setting, form),
            strict_fonts=options.strict_fonts,
            media=self.media,
            genre=self.document.genre,
            **how,
        )

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
    beside: tuple[Path, ...] = ()  # the same pages, drawn as PDF or OFD
    drawn: tuple[str, ...] = ()  # what these show otherwise than the pages ask

    @property
    def files(self) -> tuple[Path, ...]:
        """Everything that was written."""
        return (self.output, *self.beside)

    @property
    def document(self) -> Document:
        """What was written."""
        return self.laid.document

    @property
    def pages(self) -> Pages:
        """Where it stands; worked out when asked for, unless it was drawn."""
        return self.laid.pages if self.beside else layout.lay_out(self.document, self.laid.setting)

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
    def notices(self) -> tuple[str, ...]:
        """What the user should know; that places are estimated matters only to one who reads them."""
        if not self.beside and self.laid.pages.estimated_from is not None:
            return self.laid.of_the_draft
        return (*self.laid.notices, *self.drawn)


@undisturbed()
def format_file(path: StrPath, target: StrPath, options: FormatOptions = DEFAULTS) -> FormatResult:
    """Format the draft at `path` into the docx `target`; nothing is written unless the ledger balances."""
    path, target = Path(path), Path(target)
    forms = [form for form, wanted in (("pdf", options.pdf), ("ofd", options.ofd)) if wanted]
    beside = [target.with_suffix(f".{form}") for form in forms]
    _check(path, (target, *beside), options)
    laid = _laid_out(path, options, outline=not forms)
    document = laid.document
    written = docx.write(document, laid.setting, layout.facts_of(laid.pages), laid.pages.seals)
    document = dataclasses.replace(document, changes=(*document.changes, *written.changes))
    account = ledger.balance(document, written.data)
    if not account.balanced:
        raise unproven(account.problems)
    drawings = [laid.drawn(form, options) for form in forms]
    _check(path, (target, *beside), options)  # they may have appeared meanwhile
    output.write_all(dict(zip((target, *beside), (written.data, *(one.data for one in drawings)), strict=True)))
    said = dict.fromkeys(notice for one in drawings for notice in one.notices)
    laid = dataclasses.replace(laid, document=document)
    return FormatResult(path, target, laid, account, tuple(beside), tuple(said))


def _check(path: Path, targets: Iterable[Path], options: FormatOptions) -> None:
    for target in targets:
        output.check_target(path, target, force=options.force)


@undisturbed()
def lay_out_file(path: StrPath, options: FormatOptions = DEFAULTS) -> LaidOut:
    """Where each line of the draft at `path` stands once it is formatted."""
    return _laid_out(Path(path), options, outline=False)


def _laid_out(path: Path, options: FormatOptions, *, outline: bool) -> LaidOut:
    """The draft laid out; the docx alone needs to know no more than where lines and pages end."""
    own = own_profiles(options.profiles)
    draft = read_in_order(path, options.revisions, options.comments)
    document = recognise.recognise(draft, _overrides(options))
    profile, document = profile_for(document, own)
    if supplied := _supplied(profile, document):
        document = recognise.recognise(draft, _overrides(options, supplied))
    document = normalise.fitted(document, profile)
    document = normalise.normalise(document, disabled=options.disabled, enabled=options.enabled)
    fonts = fonts_of(options.system, profile)
    setting = setting_of(profile, fonts, options.grid, *_sealing(draft, options), tab_stops=draft.tab_stops)
    document = sealed(document, setting.seal, options.seal_pictures, options.seals_by_organ)
    document = layout.fit_form_lines(layout.shape_lines(document, setting), setting)
    document, pages = layout.arrange(document, setting, outline=outline)
    return LaidOut(document, setting, pages)


def _sealing(draft: Draft, options: FormatOptions) -> tuple[Seal | None, Emu | None]:
    """What the user says, or else what an earlier run was told; pictures are not given for a sign-off without seals."""
    seal = options.seal or draft.seal
    if options.seal is None and seal is Seal.NONE and options.seal_pictures:
        seal = None
    return seal, options.seal_diameter or draft.seal_diameter


@undisturbed()
def render_file(
    path: StrPath,
    target: StrPath,
    options: FormatOptions = DEFAULTS,
    *,
    dpi: float = 150,
    pdf_standard: str | None = None,
) -> RenderResult:
    """Draw the formatted draft in one of `drawing.FORMS`, by the suffix of `target`; pictures are one file a page."""
    path, target = Path(path), Path(target)
    form = target.suffix.lower().removeprefix(".")
    if form not in drawing.FORMS:
        endings = "、".join(f".{name}" for name in drawing.FORMS)
        wrong = f"“{target}”是文件夹" if is_folder(target) else f"不会写“{target.name}”这种文件"
        raise UsageError(wrong, f"成品的文件名应以 {endings} 结尾。")
    _check(path, [target], options)
    laid = lay_out_file(path, options)
    drawn = laid.drawn(form, options, dpi=dpi, pdf_standard=pdf_standard)
    targets = [target]
    if len(drawn.files) > 1:
        targets = [target.with_stem(f"{target.stem}-{number}") for number in range(1, len(drawn.files) + 1)]
    _check(path, targets, options)
    output.write_all(dict(zip(targets, drawn.files, strict=True)))
    return RenderResult(laid, tuple(targets), drawn.notices)


def inspect_file(path: StrPath, options: FormatOptions = DEFAULTS) -> Document:
    """What the draft at `path` is recognised as; nothing is normalised, nothing is written."""
    draft = read_in_order(Path(path), options.revisions, options.comments)
    return recognise.recognise(draft, _overrides(options))


def passes() -> Iterator[tuple[str, str, bool]]:
    """Each normalisation pass: its name on the command line, what it does, and whether it runs by default."""
    return ((step.key, f"{step.name}。{step.reason}", step.default) for step in normalise.PASSES)


def _overrides(options: FormatOptions, supplied: Values = MappingProxyType({})) -> recognise.Overrides:
    return recognise.Overrides(values={**supplied, **options.values}, roles=options.pins, kind=options.kind)


def _supplied(profile: Profile, document: Document) -> Values:
    """What the unit's profile has for elements that neither the draft nor the user says."""
    return {role: texts for role, texts in supplied_by(profile).items() if document.first(role) is None}
