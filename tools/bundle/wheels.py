"""Wheels come in; those that one requirement needs on another computer, and what is lacking, go out.

pip evaluates the markers of requirements with the Python it runs in, even when it downloads for another platform: on
Linux it leaves out what is needed on Windows alone. So the closure is computed here, with the markers of the target.
"""

from __future__ import annotations

import email
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement
from packaging.tags import Tag
from packaging.utils import canonicalize_name, parse_wheel_filename
from packaging.version import Version

from tools.bundle.platforms import Platform


@dataclass(frozen=True, slots=True)
class Wheel:
    """What a wheel says of itself."""

    path: Path
    name: str
    version: Version
    tags: frozenset[Tag]
    requires: tuple[Requirement, ...]


@dataclass(frozen=True, slots=True)
class Closure:
    """All wheels that a requirement needs, and the requirements for which there is none."""

    wheels: frozenset[Wheel]
    lacking: tuple[str, ...]


def read_wheels(folder: Path) -> tuple[Wheel, ...]:
    """The wheels of `folder`, by name."""
    return tuple(_read(path) for path in sorted(folder.glob("*.whl")))


def _read(path: Path) -> Wheel:
    name, version, _, tags = parse_wheel_filename(path.name)
    with zipfile.ZipFile(path) as archive:
        (metadata,) = (one for one in archive.namelist() if one.endswith(".dist-info/METADATA"))
        said = email.message_from_bytes(archive.read(metadata)).get_all("Requires-Dist") or []
    return Wheel(path, name, version, tags, tuple(map(Requirement, said)))


def closure(wanted: Sequence[str], wheels: Iterable[Wheel], platform: Platform, python: str) -> Closure:
    """What `python` on `platform` installs of `wheels` to have all that is `wanted`."""
    fitting = [one for one in wheels if one.tags & platform.tags(python)]
    environment = platform.environment(python)
    waiting = [Requirement(one) for one in wanted]
    needed: set[Wheel] = set()
    lacking: dict[str, None] = {}
    seen: set[str] = set()
    while waiting:
        requirement = waiting.pop()
        requirement.marker = None  # it was true
        if str(requirement) in seen:
            continue
        seen.add(str(requirement))
        wheel = _newest(fitting, requirement)
        if wheel is None:
            lacking[str(requirement)] = None
            continue
        needed.add(wheel)
        waiting += _required(wheel, requirement.extras, environment)
    return Closure(frozenset(needed), tuple(sorted(lacking)))


def _newest(wheels: Iterable[Wheel], requirement: Requirement) -> Wheel | None:
    name = canonicalize_name(requirement.name)
    right = (one for one in wheels if one.name == name and requirement.specifier.contains(one.version))
    return max(right, key=lambda one: one.version, default=None)


def _required(wheel: Wheel, extras: Iterable[str], environment: dict[str, str]) -> Iterator[Requirement]:
    said = ["", *extras]
    for requirement in wheel.requires:
        marker = requirement.marker
        if marker is None or any(marker.evaluate({**environment, "extra": extra}) for extra in said):
            yield Requirement(str(requirement))
