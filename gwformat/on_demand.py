"""The names of a package with their modules come in; what imports a module once a name of it is wanted goes out.

Checking asks layout where a line breaks and needs nothing of its pages; printing has components of its own.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def on_demand(package: str, names: Mapping[str, str]) -> Callable[[str], object]:
    """The `__getattr__` of a package: `names` has the names of each module below it, parted by spaces.

    What it returns raises `AttributeError` for every other name.
    """
    modules = {name: module for module, said in names.items() for name in said.split()}

    def of(name: str) -> object:
        if name not in modules:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(import_module(f"{package}.{modules[name]}"), name)
        setattr(sys.modules[package], name, value)
        return value

    return of
