"""A document comes in, the packaged font system whose fonts most of its words are set in goes out."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from gwformat.fonts.system import FontSystem, packaged_systems

if TYPE_CHECKING:
    from gwformat.check.context import Context

DEFAULT = "government"


@functools.cache
def _systems() -> Mapping[str, tuple[FontSystem, frozenset[str]]]:
    """Each packaged system with the names of the Chinese faces that tell: 宋体 is what every program begins with."""
    found = {}
    for system in sorted(packaged_systems(), key=lambda system: system.name != DEFAULT):
        found[system.name] = (
            system,
            frozenset(known for slot, face in system.faces.items() if slot != "songti" for known in face.names),
        )
    return found


def system_of(context: Context) -> FontSystem:
    """The system with the most characters; the government's for a text draft, or where none has any."""
    from gwformat.check.kinds import kinds

    weights: Counter[str] = Counter()
    if context.formatting is not None:
        used: Counter[str] = Counter()
        for kind in kinds(context):
            if kind.font is not None:
                used[kind.font.name] += kind.wide
        for name, (_, known) in _systems().items():
            weights[name] = sum(count for font, count in used.items() if font in known)
    best = max(_systems(), key=lambda name: weights[name])  # of equals the first one, which is the default
    return _systems()[best][0]
