"""The source of a regular expression comes in; what compiles it when it is first used goes out.

Python compiles a class that holds a range of Han characters one character at a time, 1 to 2 ms each. Modules that
together hold hundreds of expressions would make every start of the program wait for those it never asks.
"""

from __future__ import annotations

import re
from typing import Any, cast

_OFFERED = (
    *("match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer"),
    *("groups", "groupindex"),
)


class _Used:
    """The methods of a compiled expression as attributes, so that calling one costs what it costs there."""


class _Waiting(_Used):
    """What `re.compile` would have given, as soon as one of its methods is asked for."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _OFFERED:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        vars(self).update({offered: getattr(compiled, offered) for offered in _OFFERED})
        # A class with `__getattr__` is slow to ask, even for what is there.
        self.__class__ = _Used  # type: ignore[assignment]  # an object may become one of its base class
        return getattr(compiled, name)


def expression(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile(source, flags)` gives, compiled at its first use; a mistake in `source` shows only then.

    For expressions at module level with ranges of Han characters, and those that stand beside them.
    """
    return cast("re.Pattern[str]", _Waiting(source, flags))
