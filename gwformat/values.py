"""`dataclass` for the whole program: what `dataclasses.dataclass` gives, made in a sixth of the time.

Every run of the command line begins by making two hundred classes of values. `dataclasses` writes and compiles six
functions for each of them; here it finds the fields, and only `__init__` is compiled: the other methods are the same
for all classes. And a frozen value is made in a quarter of the time. It refuses to have its fields set, so that
`dataclasses` sets each through `object.__setattr__`; here a new value belongs to an open class of the same build while
its fields are set, and to its own, frozen one before anybody sees it.

A type checker sees `dataclasses.dataclass` itself.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

Value = TypeVar("Value")
_become = object.__dict__["__class__"].__set__
_NONE = dataclasses.MISSING


class _Made:
    """The default of a field that is made anew for each value."""

    def __repr__(self) -> str:
        return "<factory>"


_MADE = _Made()


def _dataclass(
    made: type[Value] | None = None, /, *, frozen: bool = False, slots: bool = False, eq: bool = True
) -> type[Value] | Callable[[type[Value]], type[Value]]:
    """`dataclasses.dataclass` with those of its options that the program uses.

    Raises `TypeError` for a field that is not for `__init__` and yet has a default, which nothing here sets.
    """
    if made is None:
        return lambda made: _completed(made, frozen, slots, eq)
    return _completed(made, frozen, slots, eq)


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    dataclass = _dataclass


def _completed(made: type[Value], frozen: bool, slots: bool, eq: bool) -> type[Value]:
    """The class with its fields found, and the methods it has not written itself."""
    if made.__doc__ is None:
        made.__doc__ = made.__name__  # or else `dataclasses` works out its signature
    own = frozenset(vars(made))
    built = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(made)
    fields = dataclasses.fields(built)  # type: ignore[arg-type]  # it is a dataclass now
    methods: dict[str, object] = {"__init__": _init(built, fields, frozen), "__repr__": _repr}
    if eq:
        key = _key([field.name for field in fields if field.compare])
        methods |= {"__eq__": _eq(key), "__hash__": _hash(key) if frozen else None}
        if "__eq__" in own and vars(built)["__hash__"] is None:  # which Python sets beside an `__eq__`
            own -= {"__hash__"}
    if frozen:
        methods |= {"__setattr__": _refuse, "__delattr__": _refuse}
    if frozen and slots:
        methods |= {"__getstate__": _state, "__setstate__": _set_state}
    for name, method in methods.items():
        if name not in own:
            setattr(built, name, method)
    return built


def _init(built: type, fields: Iterable[dataclasses.Field[Any]], frozen: bool) -> Callable[..., None]:
    """The `__init__`, written and compiled."""
    given = [field for field in fields if field.init]
    if any(field.default is not _NONE or field.default_factory is not _NONE for field in fields if not field.init):
        raise TypeError(f"{built.__name__} has a field with a default that is not for __init__")
    factories = {field.name: field.default_factory for field in given if field.default_factory is not _NONE}
    defaults = {field.name: field.default for field in given if field.default is not _NONE}
    lines = [f"self.{field.name} = {_set_to(field.name, field.name in factories)}" for field in given]
    if frozen:
        lines = ["become(self, opened)", *lines, "self.__class__ = frozen"]
    if hasattr(built, "__post_init__"):
        lines.append("self.__post_init__()")
    scope: dict[str, Any] = {f"make_{name}": factory for name, factory in factories.items()} | {"MADE": _MADE}
    if frozen:
        scope |= {"become": _become, "opened": _opened(built), "frozen": built}
    names = ", ".join(["self", *(field.name for field in given)])
    exec(f"def __init__({names}):\n " + "\n ".join(lines or ["pass"]), scope)
    init: Callable[..., None] = scope["__init__"]
    known = defaults | dict.fromkeys(factories, _MADE)
    init.__defaults__ = tuple(known[field.name] for field in given if field.name in known)
    init.__annotations__ = {field.name: field.type for field in given} | {"return": None}
    init.__qualname__ = f"{built.__qualname__}.__init__"
    return init


def _set_to(name: str, made: bool) -> str:
    return f"make_{name}() if {name} is MADE else {name}" if made else name


def _opened(frozen: type) -> type:
    """A class of the same build whose fields can be set."""
    build: dict[str, object] = {"__setattr__": object.__setattr__}
    if "__slots__" in vars(frozen):
        build["__slots__"] = vars(frozen)["__slots__"]
    return type(f"{frozen.__name__}InTheMaking", frozen.__bases__, build)


def _key(names: list[str]) -> Callable[[object], object]:
    """What makes two values equal."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _eq(key: Callable[[object], object]) -> Callable[[object, object], bool]:
    def equal(self: object, other: object) -> bool:
        return key(self) == key(other) if other.__class__ is self.__class__ else NotImplemented

    return equal


def _hash(key: Callable[[object], object]) -> Callable[[object], int]:
    def hashed(self: object) -> int:
        return hash(key(self))

    return hashed


def _repr(self: Any) -> str:
    said = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr)
    return f"{type(self).__qualname__}({said})"


def _refuse(self: object, name: str, *_: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot set or delete field {name!r} of a {type(self).__name__}")


def _state(self: Any) -> list[Any]:
    """What is pickled of a frozen value with slots."""
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _set_state(self: Any, state: Iterable[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
