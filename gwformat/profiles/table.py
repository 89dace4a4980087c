"""TOML files that are read into frozen dataclasses: a packaged name or a path comes in, a checked value goes out.

A file may name another in `extends` and then says only what differs. The types of the dataclass fields are the
schema: a key that is no field, or a value of another type, is an error that names the file and the key. A table
whose dataclass has a `clause` must say it in every file, because a changed number has a source of its own.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Collection, Mapping, Sequence
from enum import Enum
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated, Any, TypeVar, Union, cast

from gwformat.errors import ConfigurationInvalid, no_pipe, reason_of
from gwformat.model import Role
from gwformat.profiles.lengths import parse_color, parse_count, parse_length
from gwformat.text.names import meant
from gwformat.text.toml_mistakes import not_toml, toml_of
from gwformat.units import Emu
from gwformat.values import dataclass

T = TypeVar("T")

REASON = "reason"
"""The key under which a table of a unit's own file says why it differs; then it need not say its clause."""

_PLAIN = {str: "字符串", bool: "true 或 false", int: "整数"}


def load(kind: type[T], package: str, name_or_path: str | Path) -> T:
    """The value of dataclass `kind` that the TOML file says; a bare name is looked up in `package`."""
    layers = chain(package, name_or_path)
    try:
        return load_layers(kind, layers)
    except ConfigurationInvalid as error:
        base = next((name for name in names(package) if _fits(kind, package, name)), None)
        if error.advice or len(layers) > 1 or layers[0].packaged or base is None:
            raise
        advice = f'开头写一行 extends = "{base}"，没有写的就都照它'
        raise ConfigurationInvalid(error.message, advice) from None


def _fits(kind: type, package: str, name: str) -> bool:
    """Whether the packaged file can be one of `kind`: other kinds of files may stand in the same package."""
    return set(_read(package, name, None)[1]) <= {*_fields(kind), "extends", REASON}


def load_layers(kind: type[T], layers: Sequence[Layer]) -> T:
    """The value of dataclass `kind` that all `layers` say together, the first one before the others."""
    merged: dict[Any, object] = {}
    for layer in reversed(layers):
        merged = _merge(merged, cast(dict[Any, object], _convert(kind, layer.said, layer.file, "")))
    return cast(T, _construct(kind, merged, layers[0].file, ""))


@dataclass(frozen=True, slots=True)
class Layer:
    """One file as parsed, without its `extends`; a packaged one is known by its name."""

    file: str
    said: Mapping[str, object]
    packaged: bool


def chain(package: str, name_or_path: str | Path) -> tuple[Layer, ...]:
    """The file, the one it extends, and so on to the last."""
    layers: list[Layer] = []
    above: str | None = None
    following: str | Path | None = name_or_path
    while following is not None:
        file, said, packaged = _read(package, following, above)
        seen = [layer.file for layer in layers]
        if file in seen:
            raise ConfigurationInvalid(f"{file}：extends 循环引用", " → ".join((*seen, file)))
        parent = said.pop("extends", None)
        if parent is not None and not isinstance(parent, str):
            raise _wrong(file, "extends", "字符串", parent)
        layers.append(Layer(file, said, packaged))
        following, above = parent, file
    return tuple(layers)


def parse(kind: type[T], text: str, file: str) -> T:
    """The value of dataclass `kind` that `text` says; `file` is what errors call it. Nothing can be extended."""
    return cast(T, _construct(kind, _convert(kind, toml_of(text, file), file, ""), file, ""))


def _read(package: str, name_or_path: str | Path, above: str | None) -> tuple[str, dict[str, object], bool]:
    """The name to show for the file, its tables as parsed, and whether it is packaged; `above` is what extends it."""
    is_path = isinstance(name_or_path, Path) or name_or_path.endswith(".toml")
    source: Path | Traversable
    if is_path:
        source = path = Path(name_or_path) if above is None else Path(above).parent / name_or_path
        file = str(source)
    else:
        file = f"{name_or_path}.toml"
        source = resources.files(package) / file
    try:
        if is_path:
            no_pipe(path)
        return file, toml_of(source.read_text(encoding="utf-8-sig"), file), not is_path
    except OSError as error:
        advice = "请检查路径" if is_path else f"可用的名称：{'、'.join(names(package))}；自定义的请给出 .toml 文件路径"
        where = "" if above is None else f"{above}：extends 所写的，"
        if isinstance(error, FileNotFoundError):
            raise ConfigurationInvalid(f"{where}找不到配置“{name_or_path}”", advice) from None
        raise ConfigurationInvalid(f"{where}配置“{name_or_path}”读不出来：{reason_of(error)}", advice) from None
    except UnicodeDecodeError as error:
        raise not_toml(file, error) from None


def names(package: str) -> tuple[str, ...]:
    """The names of the TOML files that come with `package`."""
    return tuple(sorted(Path(entry.name).stem for entry in resources.files(package).iterdir() if _is_toml(entry.name)))


def _is_toml(name: str) -> bool:
    return name.endswith(".toml")


def _merge(below: dict[Any, object], above: dict[Any, object]) -> dict[Any, object]:
    result = dict(below)
    for key, value in above.items():
        lower = result.get(key)
        both_tables = isinstance(value, dict) and isinstance(lower, dict)
        result[key] = _merge(lower, value) if both_tables else value  # type: ignore[arg-type]  # both are dicts
    return result


@cache
def _fields(kind: type) -> dict[str, Any]:
    """Field name → type; `Annotated` units kept."""
    hints = typing.get_type_hints(kind, include_extras=True)
    return {field.name: hints[field.name] for field in dataclasses.fields(kind)}


def _convert(kind: Any, value: object, file: str, where: str) -> object:
    """`value` with every leaf converted to its type; tables stay dicts, so that layers can be merged."""
    origin = typing.get_origin(kind)
    if dataclasses.is_dataclass(kind):
        return _convert_table(cast(type, kind), value, file, where)
    if origin is Annotated:
        return _convert_annotated(kind, value, file, where)
    if origin is Mapping:
        key_type, item_type = typing.get_args(kind)
        return {
            _convert_key(key_type, key, file, where): _convert(item_type, item, file, _join(where, key))
            for key, item in _table(value, file, where).items()
        }
    if origin is tuple:
        (item_type, _) = typing.get_args(kind)
        if not isinstance(value, list):
            raise _wrong(file, where, "数组", value)
        return tuple(_convert(item_type, item, file, f"{where}[{number}]") for number, item in enumerate(value, 1))
    if origin in (Union, types.UnionType):
        return _convert_union(typing.get_args(kind), value, file, where)
    if kind is Emu:
        return _parsed(parse_length, value, file, where)
    if issubclass(kind, Enum):
        return _member(kind, value, file, where)
    if type(value) is not kind:  # not isinstance: true is no integer
        raise _wrong(file, where, _PLAIN[kind], value)
    return value


def _convert_table(kind: type, value: object, file: str, where: str) -> dict[str, object]:
    table, fields = dict(_table(value, file, where)), _fields(kind)
    # What a unit's own file says of its deviations is for those who read it; nothing is set by it.
    reason = table.pop(REASON, None) if "clause" in fields or not where else None
    if reason is not None and not isinstance(reason, str):
        raise _wrong(file, _join(where, REASON), "字符串", reason)
    for key in table:
        if key not in fields:
            raise _unknown(file, where, key, fields)
    if "clause" in fields and "clause" not in table and not reason:
        raise ConfigurationInvalid(
            f"{file}：{f'[{where}] ' if where else '开头'}缺少 clause", "请写明依据的标准条款或本单位的规定"
        )
    return {key: _convert(fields[key], item, file, _join(where, key)) for key, item in table.items()}


def _convert_annotated(kind: Any, value: object, file: str, where: str) -> object:
    base, unit = typing.get_args(kind)
    parse = parse_color if base is str else lambda text: parse_count(text, unit)
    return _parsed(parse, value, file, where)


def _convert_union(kinds: tuple[Any, ...], value: object, file: str, where: str) -> object:
    """An enum member if it is one, else the other type; there is no null in TOML."""
    first, second = kinds
    if second is type(None):
        return _convert(first, value, file, where)
    if isinstance(value, str) and value in _member_names(first):
        return _member(first, value, file, where)
    return _convert(second, value, file, where)


def _convert_key(kind: type, key: str, file: str, where: str) -> object:
    if kind is str:
        return key
    if key not in _member_names(kind):
        raise _unknown(file, where, key, _member_names(kind))
    return _member(kind, key, file, where)


def _unknown(file: str, where: str, key: str, known: Collection[str]) -> ConfigurationInvalid:
    """The error for a key that is none of those `known`."""
    if not where and any(key == role.value for role in Role):
        return ConfigurationInvalid(f"{file}：“{key}”是公文的要素，这里不能写", "要素文件用 --meta 读取。")
    advice = f"{meant(key, known)}可用的键：{'、'.join(known)}"
    return ConfigurationInvalid(f"{file}：未知的键 {_join(where, key)}", advice)


def _member_names(kind: type) -> tuple[str, ...]:
    """TOML spells an enum member by its Python name in lower case."""
    return tuple(name.lower() for name in cast(type[Enum], kind).__members__)


def _member(kind: type, value: object, file: str, where: str) -> object:
    if not isinstance(value, str) or value not in _member_names(kind):
        raise _wrong(file, where, " | ".join(f'"{name}"' for name in _member_names(kind)), value)
    return cast(type[Enum], kind)[value.upper()]


def _parsed(parse: typing.Callable[[str], object], value: object, file: str, where: str) -> object:
    try:
        return parse(value if isinstance(value, str) else "")
    except ValueError as error:
        raise _wrong(file, where, str(error), value) from None


def _construct(kind: Any, value: object, file: str, where: str) -> object:
    """The frozen value from merged, converted tables; a required key that no layer says is an error."""
    if typing.get_origin(kind) is Mapping:
        key_type, item_type = typing.get_args(kind)
        table = cast(dict[Any, object], value)
        if key_type is not str:
            _require([member for member in key_type if member not in table], file, where)
        return {key: _construct(item_type, item, file, _join(where, spelled(key))) for key, item in table.items()}
    if typing.get_origin(kind) is tuple:
        (item_type, _) = typing.get_args(kind)
        items = cast(tuple[object, ...], value)
        return tuple(_construct(item_type, item, file, f"{where}[{number}]") for number, item in enumerate(items, 1))
    if typing.get_origin(kind) in (Union, types.UnionType) and isinstance(value, dict):
        return _construct(typing.get_args(kind)[0], value, file, where)
    if not dataclasses.is_dataclass(kind):
        return value
    table, fields = cast(dict[Any, object], value), _fields(cast(type, kind))
    _require([f.name for f in dataclasses.fields(kind) if _is_required(f) and f.name not in table], file, where)
    arguments = {key: _construct(fields[key], item, file, _join(where, key)) for key, item in table.items()}
    return cast(type, kind)(**arguments)


def _is_required(field: dataclasses.Field[Any]) -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def _require(missing: list[Any], file: str, where: str) -> None:
    if missing:
        keys = "、".join(_join(where, spelled(key)) for key in missing)
        raise ConfigurationInvalid(f"{file}：缺少 {keys}")


def spelled(key: object) -> str:
    """A key of a mapping as TOML has it."""
    return key.name.lower() if isinstance(key, Enum) else str(key)


def _table(value: object, file: str, where: str) -> dict[str, object]:
    if not isinstance(value, dict):
        raise _wrong(file, where, "表", value)
    return value


def _join(where: str, key: str) -> str:
    return f"{where}.{key}" if where else key


def _wrong(file: str, where: str, expected: str, value: object) -> ConfigurationInvalid:
    shown = f'"{value}"' if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else str(value)
    return ConfigurationInvalid(f"{file}：{where} 应为{expected}，现为 {shown}")
