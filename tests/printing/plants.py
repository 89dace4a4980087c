"""Faults as they are planted in a finished file, each with the rule that must find it and the proof that it is there.

`also` are other rules the same fault offends; a plant without a rule is a near miss that nothing may report.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from tests.printing.proofs import Proof


@dataclass(frozen=True, slots=True)
class Plant:
    """One fault."""

    name: str
    rule: str  # "" for what is right
    proof: Proof
    make: Callable[[], bytes]
    also: tuple[str, ...] = ()
    form: str = "pdf"
    program: str = ""  # that makes it


_PLANTS: dict[str, Plant] = {}
_MODULES = ("laid", "contents", "typefaces", "features", "word", "office", "ofd", "seals")


def plant(
    name: str, rule: str, proof: Proof, *also: str, form: str = "pdf", program: str = ""
) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    """Register what plants the fault of that name."""

    def register(make: Callable[[], bytes]) -> Callable[[], bytes]:
        assert name not in _PLANTS, name
        _PLANTS[name] = Plant(name, rule, proof, cache(make), also, form, program)
        return make

    return register


@cache
def plants() -> Mapping[str, Plant]:
    """All of them by name."""
    for module in _MODULES:
        importlib.import_module(f"tests.printing.planted_{module}")
    return _PLANTS
