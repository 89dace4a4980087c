"""A unit's own profile comes in; every deviation from the packaged one, with its clause and reason, goes out."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from fnmatch import fnmatchcase
from importlib import resources
from os import PathLike
from pathlib import Path

from gwformat.errors import ConfigurationInvalid
from gwformat.profiles import table
from gwformat.profiles.loader import load_profile, own_layers, profile_names
from gwformat.profiles.schema import Profile
from gwformat.values import dataclass

_PACKAGE = "gwformat.profiles"
_FREE = ("name", "system", "supplied", "check")  # what a unit says of itself, and no deviation
_OF_TABLES = ("clause", table.REASON)


class Force(StrEnum):
    """How the standard says a number; the value is what reports call it."""

    SHALL = "规定"
    USUAL = "一般"
    ADVISED = "推荐"
    SILENT = "标准未规定"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a key of a profile is, where the standard speaks of it, and how."""

    key: str  # with * for any name
    says: str
    force: Force
    at: str = ""  # the clause, where it is more exact than that of its table


@dataclass(frozen=True, slots=True)
class Deviation:
    """One key of which a unit's file says otherwise than the profile it extends."""

    key: str
    says: str
    force: Force
    clause: str
    standard: str  # as TOML spells it; "" where the packaged profile does not say it
    house: str
    reason: str
    not_in: tuple[str, ...] = ()  # the other formats that say it themselves, where the unit's file has no say


@dataclass(frozen=True, slots=True)
class House:
    """A unit's own profile with what it differs in from the packaged one called `extends`."""

    profile: Profile
    file: str
    extends: str
    deviations: tuple[Deviation, ...]

    @property
    def unexplained(self) -> tuple[Deviation, ...]:
        """The deviations for which no reason is stated."""
        return tuple(deviation for deviation in self.deviations if not deviation.reason)


@dataclass(frozen=True, slots=True)
class _Meanings:
    meaning: tuple[Meaning, ...]


@functools.cache
def meanings() -> tuple[Meaning, ...]:
    """What is known of the keys of profiles, the more exact before the more general."""
    text = resources.files(__package__).joinpath("meanings.toml").read_text("utf-8")
    return table.parse(_Meanings, text, "meanings.toml").meaning


def read_house(path: str | PathLike[str]) -> House:
    """The profile at `path` with its deviations; `ConfigurationInvalid` if it extends no packaged one or is wrong."""
    path = Path(path)
    profile = load_profile(path)
    layers = table.chain(_PACKAGE, path)
    packaged = next((number for number, layer in enumerate(layers) if layer.packaged), None)
    if packaged is None:
        raise ConfigurationInvalid(f"{path}：没有继承标准的格式", '第一行写 extends = "general"，只写与标准不同的数。')
    said = _flat(layer.said for layer in reversed(layers[:packaged]))
    standard = _flat(layer.said for layer in reversed(layers[packaged:]))
    name = Path(layers[packaged].file).stem
    found = _deviations(said, standard, profile, load_profile(name))
    return House(profile, layers[0].file, name, tuple(_elsewhere(found, layers)))


def _elsewhere(deviations: Iterator[Deviation], house: Sequence[table.Layer]) -> Iterator[Deviation]:
    """The deviations with the formats in which they do not hold."""
    base = next(layer.file for layer in house if layer.packaged)
    own = {}
    for name in profile_names():
        if base in (layer.file for layer in table.chain(_PACKAGE, name)):
            own[name] = {".".join(path) for path in _flat(layer.said for layer in own_layers(name, house))}
    for deviation in deviations:
        yield replace(deviation, not_in=tuple(name for name, said in own.items() if deviation.key in said))


def _deviations(
    said: Mapping[tuple[str, ...], object],
    standard: Mapping[tuple[str, ...], object],
    house: Profile,
    base: Profile,
) -> Iterator[Deviation]:
    for path, value in said.items():
        if path[0] in _FREE or path[-1] in _OF_TABLES or _value(house, path) == _value(base, path):
            continue
        key = ".".join(path)
        meaning = next(meaning for meaning in meanings() if fnmatchcase(key, meaning.key))
        reason = next((said[found] for found in _reasons(path) if said.get(found)), "")
        clause = meaning.at or str(standard.get((*path[:-1], "clause"), ""))
        spelled = _spelled(standard[path]) if path in standard else _spelled(_value(base, path))
        yield Deviation(key, meaning.says, meaning.force, clause, spelled, _spelled(value), str(reason))


def _reasons(path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Where the reason for a key may stand: in its table, or in one around it."""
    for end in range(len(path) - 1, -1, -1):
        yield (*path[:end], table.REASON)


def _flat(layers: Iterator[Mapping[str, object]]) -> dict[tuple[str, ...], object]:
    """Every key with what the last layer that says it has."""
    return {path: value for layer in layers for path, value in _leaves(layer)}


def _leaves(said: Mapping[str, object], above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], object]]:
    for key, value in said.items():
        if isinstance(value, dict):
            yield from _leaves(value, (*above, key))
        else:
            yield (*above, key), value


def _value(profile: Profile, path: tuple[str, ...]) -> object:
    """The typed value at a path; None where the profile has no such table."""
    value: object = profile
    for key in path:
        if isinstance(value, Mapping):
            value = next((item for name, item in value.items() if table.spelled(name) == key), None)
        else:
            value = getattr(value, key, None)
    return value


def _spelled(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, (list, tuple)):
        return "、".join(map(_spelled, value))
    return str(value)
