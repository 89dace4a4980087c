"""What every job needs: names come in; profiles, font systems and errors go out."""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import gc
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from gwformat.errors import Refused
from gwformat.fonts.system import FontSystem, load_system
from gwformat.ledger import Edits, ObjectKind, check_amended
from gwformat.model import Document, Kind
from gwformat.ooxml.package import Package
from gwformat.profiles import Profile, load_profile

KIND_NAMES = {
    Kind.GENERAL: "文件格式",
    Kind.LETTER: "信函格式",
    Kind.ORDER: "命令（令）格式",
    Kind.MINUTES: "纪要格式",
    Kind.TELEGRAM: "电报格式",
}
_SYSTEM = "government"
_SHOWN_PROBLEMS = 5

# What is packaged does not change while the program runs; over many files it is read once.
_packaged_profile = functools.cache(load_profile)


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


def own_profiles(paths: Iterable[Path]) -> tuple[Profile, ...]:
    """The profiles of a unit; one that has not changed on disk is read once."""
    return tuple(_own_profile(path.resolve(), path.stat().st_mtime_ns if path.is_file() else 0) for path in paths)


@functools.lru_cache(maxsize=16)
def _own_profile(path: Path, changed: int) -> Profile:
    return load_profile(path)


def profile_for(document: Document, own: Sequence[Profile] = ()) -> tuple[Profile, Document]:
    """The profile of the document's format, the last of the unit's `own` ones before the packaged one.

    A notice says so where the unit has some, but none of this format.
    """
    profile = profile_of(document.kind, own)
    if own and not any(profile is one for one in own):
        names = "、".join(KIND_NAMES[profile.kind] for profile in own)
        notice = f"这份草稿是{KIND_NAMES[document.kind]}，本单位的版式是{names}的，按标准的版式处理"
        document = dataclasses.replace(document, notices=(*document.notices, notice))
    return profile, document


def profile_of(kind: Kind, own: Sequence[Profile] = ()) -> Profile:
    """The profile of a format: the last of the unit's `own` ones, or else the packaged one."""
    found = next((profile for profile in reversed(own) if profile.kind is kind), None)
    return _packaged_profile(kind.value) if found is None else found


def fonts_of(wanted: str | None, profile: Profile) -> FontSystem:
    """The font system the user wants, or that of a unit's own profile, or that of the government."""
    return load_system(wanted or profile.system or _SYSTEM)


def prove(package: Package, data: bytes, edits: Edits | None = None, *, comments: bool = False) -> None:
    """`Refused` if the docx `data` holds anything otherwise than `package`, but for `edits` and new `comments`."""
    added = ObjectKind.COMMENT if comments else None
    if problems := check_amended(package.parts, data, edits or {}, added):
        raise unproven(problems)


def unproven(problems: Sequence[str]) -> Refused:
    """The error for a result that does not agree with its source."""
    return Refused(
        f"成品与草稿核对不上，没有写出：{'；'.join(problems[:_SHOWN_PROBLEMS])}",
        "这是程序的缺陷，草稿没有问题也没有被改动；请把草稿（去掉涉密内容）和命令报告给我们。",
    )
