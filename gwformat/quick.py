"""A frozen dataclass comes in; the same one, whose values are made in a quarter of the time, goes out.

A frozen value refuses to have its fields set, so that `dataclass(frozen=True)` sets each through `object.__setattr__`,
which takes ten times as long. A page is thousands of values. Here a new value belongs to an open class of the same
build while its fields are set, and to its own, frozen one before anybody sees it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import TypeVar

Value = TypeVar("Value")
_become = object.__dict__["__class__"].__set__


def quick(frozen: type[Value]) -> type[Value]:
    """For the classes of which a document makes very many values; the line above `@dataclass(frozen=True, …)`.

    Raises `TypeError` for a class that does more in its `__init__` than to set each field to an argument.
    """
    if hasattr(frozen, "__post_init__") or frozen.__bases__ != (object,):
        raise TypeError(f"{frozen.__name__} has more to do than to set fields")
    fields = dataclasses.fields(frozen)  # type: ignore[arg-type]  # it is a dataclass
    if any(field.default_factory is not dataclasses.MISSING or not field.init for field in fields):
        raise TypeError(f"{frozen.__name__} has a field that is not set to an argument")
    names = [field.name for field in fields]
    build = {"__slots__": tuple(names)} if "__slots__" in vars(frozen) else {}
    made = _init(names, type(f"{frozen.__name__}InTheMaking", (), build), frozen)
    slow = frozen.__init__
    made.__defaults__, made.__annotations__ = slow.__defaults__, slow.__annotations__
    made.__qualname__ = slow.__qualname__
    frozen.__init__ = made  # type: ignore[method-assign]
    return frozen


def _init(names: list[str], opened: type, frozen: type) -> Callable[..., None]:
    """The `__init__`, written and compiled, as `dataclasses` does."""
    lines = ["become(self, opened)", *(f"self.{name} = {name}" for name in names), "self.__class__ = frozen"]
    source = f"def __init__(self, {', '.join(names)}):\n " + "\n ".join(lines)
    scope: dict[str, Callable[..., None]] = {"become": _become, "opened": opened, "frozen": frozen}
    exec(source, scope)
    return scope["__init__"]
