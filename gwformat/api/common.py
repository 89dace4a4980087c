"""What every job needs: names come in; profiles, font systems and errors go out."""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import gc
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from gwformat.api.options import StrPath
from gwformat.errors import InputUnreadable, is_file
from gwformat.fonts.system import FontSystem, load_system
from gwformat.metadata import Values, role_named
from gwformat.model import Document, Kind
from gwformat.ooxml.sniff import HEAD, PDF, ZIP, older_format, refusal, refuse_without_text
from gwformat.profiles import Profile, load_adapted, load_profile, packaged_profile
from gwformat.values import dataclass

KIND_NAMES = {
    Kind.GENERAL: "文件格式",
    Kind.LETTER: "信函格式",
    Kind.ORDER: "命令（令）格式",
    Kind.MINUTES: "纪要格式",
    Kind.TELEGRAM: "电报格式",
}
_SYSTEM = "government"


@contextlib.contextmanager
def undisturbed() -> Iterator[None]:
    """No garbage collection: a job makes very many small values, which are searched for cycles again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@dataclass(frozen=True, slots=True)
class Own:
    """A profile of a unit, and when the file it is from was changed last."""

    path: Path
    changed: int
    profile: Profile

    def adapted(self, kind: Kind) -> Profile:
        """The same for another format."""
        return _adapted(self.path, self.changed, kind)


def demand_docx(path: Path, data: bytes, not_possible: str) -> None:
    """Nothing if `data` is a docx; `InputUnreadable` if it is a damaged one or something else.

    `not_possible` says in Chinese what cannot be done with a draft in another format.
    """
    if data.startswith(ZIP):
        return
    refuse_without_text(data)
    if data.startswith(PDF) or (path.suffix.lower() == ".docx" and older_format(data[:HEAD]) is None):
        raise refusal(data)
    raise no_docx(path, not_possible)


def no_docx(path: Path, not_possible: str) -> InputUnreadable:
    """What is said of a draft in another format where only a docx will do."""
    return InputUnreadable(f"“{path.name}”不是 docx，{not_possible}", "先用 gwformat format 排成 docx。")


def own_profiles(paths: Iterable[StrPath]) -> tuple[Own, ...]:
    """The profiles of a unit; one that has not changed on disk is read once."""
    real = (Path(os.path.realpath(path)) for path in paths)  # not `resolve`, to which links in a circle are a bug
    return tuple(_own_profile(path, path.stat().st_mtime_ns if is_file(path) else 0) for path in real)


@functools.lru_cache(maxsize=16)
def _own_profile(path: Path, changed: int) -> Own:
    return Own(path, changed, load_profile(path))


@functools.lru_cache(maxsize=64)
def _adapted(path: Path, changed: int, kind: Kind) -> Profile:
    return load_adapted(path, kind.value)


def profile_for(document: Document, own: Sequence[Own] = ()) -> tuple[Profile, Document]:
    """The profile of the document's format, that of the unit before the packaged one.

    A notice says so where the unit has some, but none for this format.
    """
    profile = profile_of(document.kind, own)
    if own and profile is packaged_profile(document.kind.value):
        names = "、".join(KIND_NAMES[one.profile.kind] for one in own)
        notice = f"这份草稿是{KIND_NAMES[document.kind]}，本单位的版式是{names}的，按标准的版式处理"
        document = dataclasses.replace(document, notices=(*document.notices, notice))
    return profile, document


def profile_of(kind: Kind, own: Sequence[Own] = ()) -> Profile:
    """The profile of a format: the unit's last one of it, its last general one adapted, or else the packaged one."""
    for one in reversed(own):
        if one.profile.kind is kind:
            return one.profile
    for one in reversed(own):
        if one.profile.kind is Kind.GENERAL:
            return one.adapted(kind)
    return packaged_profile(kind.value)


def supplied_by(profile: Profile) -> Values:
    """What a unit's profile has for elements a draft has not, but for those its format knows nothing of."""
    named = ((role_named(key), texts) for key, texts in profile.supplied.items())
    return {role: texts for role, texts in named if role is not None and texts and role not in profile.omitted.roles}


def fonts_of(wanted: str | None, profile: Profile) -> FontSystem:
    """The font system the user wants, or that of a unit's own profile, or that of the government."""
    return load_system(wanted or profile.system or _SYSTEM)
