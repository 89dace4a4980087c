"""The two jobs as functions: a path and options come in; a formatted file with its account, or a document, goes out."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from gwformat import layout, ledger, normalise, output, readers, recognise
from gwformat.errors import Refused, UsageError
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


DEFAULTS = FormatOptions()

# What is packaged does not change while the program runs; over many files it is read once.
_packaged_profile = functools.cache(load_profile)
_packaged_system = functools.cache(load_system)


@dataclass(frozen=True, slots=True)
class FormatResult:
    """A file that was written, what it contains, and the account that proves nothing was lost."""

    source: Path
    output: Path
    document: Document
    ledger: Ledger
    pages: Pages

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
        return self.document.first(Role.SECRECY) is not None

    @property
    def notices(self) -> tuple[str, ...]:
        """What the user should know, in the order in which it was noticed."""
        draft = self.document.draft
        own = (_CLASSIFIED,) if self.classified else ()
        laid = () if self.pages.estimated_from else self.pages.notices
        return (*own, *draft.notices, *draft.losses, *self.document.notices, *laid)


def format_file(path: Path, target: Path, options: FormatOptions = DEFAULTS) -> FormatResult:
    """Format the draft at `path` into the docx `target`; nothing is written unless the ledger balances."""
    output.check_target(path, target, force=options.force)
    document, setting = _prepared(path, options)
    pages = layout.lay_out(document, setting)
    written = docx.write(document, setting, layout.facts_of(pages))
    document = dataclasses.replace(document, changes=(*document.changes, *written.changes))
    account = ledger.balance(document, written.data)
    if not account.balanced:
        raise Refused(
            f"成品与草稿核对不上，没有写出：{'；'.join(account.problems[:_SHOWN_PROBLEMS])}",
            "这是程序的缺陷，草稿没有问题也没有被改动；请把草稿（去掉涉密内容）和命令报告给我们。",
        )
    output.check_target(path, target, force=options.force)  # it may have appeared meanwhile
    output.write_atomically(target, written.data)
    return FormatResult(path, target, document, account, pages)


def lay_out_file(path: Path, options: FormatOptions = DEFAULTS) -> tuple[Document, Pages]:
    """What the draft at `path` says, and where each of its lines stands once it is formatted."""
    document, setting = _prepared(path, options)
    return document, layout.lay_out(document, setting)


def _prepared(path: Path, options: FormatOptions) -> tuple[Document, Setting]:
    """The draft read, recognised, normalised and its titles shaped; and how it is to be set."""
    fonts = _fonts(options.system)
    draft = readers.read(path, revisions=options.revisions, comments=options.comments)
    document = recognise.recognise(draft, _overrides(options))
    profile, document = _profile_for(document, options)
    document = normalise.normalise(document, disabled=options.disabled, enabled=options.enabled)
    setting = setting_of(profile, fonts, options.grid, options.seal)
    return layout.shape_titles(document, setting), setting


def inspect_file(path: Path, options: FormatOptions = DEFAULTS) -> Document:
    """What the draft at `path` is recognised as; nothing is normalised, nothing is written."""
    draft = readers.read(path, revisions=options.revisions, comments=options.comments)
    return recognise.recognise(draft, _overrides(options))


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
