"""What a user can ask of a job, as values: they are made before anything of the job itself is imported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from os import PathLike
from typing import TypeAlias

from gwformat.metadata import Values
from gwformat.model import Kind, Role, Seal
from gwformat.units import Emu
from gwformat.values import dataclass

StrPath: TypeAlias = str | PathLike[str]
"""A file or folder as a caller may name it; what comes back is always a `pathlib.Path`."""


@dataclass(frozen=True, slots=True)
class FormatOptions:
    """How to format; `None` means "decide from the draft", or the profile's default."""

    kind: Kind | None = None
    system: str | None = None  # that of the unit's profile, or government
    profiles: tuple[StrPath, ...] = ()  # a unit's own, each for the format it names
    grid: str | None = None
    values: Values = field(default_factory=dict)
    pins: Mapping[int, Role] = field(default_factory=dict)
    seal: Seal | None = None
    seal_diameter: Emu | None = None
    seal_pictures: tuple[StrPath, ...] = ()  # in the order of the organs
    seals_by_organ: Mapping[str, StrPath] = field(default_factory=dict)
    revisions: str = "keep"
    comments: str = "keep"
    enabled: frozenset[str] = frozenset()
    disabled: frozenset[str] = frozenset()
    force: bool = False
    pdf: bool = False
    ofd: bool = False
    strict_fonts: bool = False


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What to check and against what; `None` means "decide from the file"."""

    kind: Kind | None = None
    profiles: tuple[StrPath, ...] = ()  # a unit's own, each for the format it names
    system: str | None = None  # the one whose fonts most words are set in
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    directory: StrPath | None = None  # TOML file of organisations
    measure: bool = False  # let LibreOffice measure what the file itself does not make certain
    pins: Mapping[int, Role] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ExchangeOptions:
    """For whom, and what the user allows; `None` means that nothing was said, so that nothing is done."""

    system: str
    revisions: str | None = None  # accept, reject
    comments: str | None = None  # strip
    policy: StrPath | None = None
    keep_lines: bool = True
    classified_offline: bool = False
    force: bool = False
    font_dirs: tuple[StrPath, ...] = ()  # for the widths that lines are kept by
