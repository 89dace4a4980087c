"""A function of a context comes in; the same one that works out its answer only once for each context goes out."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from gwformat.check.context import Context

Answer = TypeVar("Answer")


def once(asked: Callable[[Context], Answer]) -> Callable[[Context], Answer]:
    """Many rules ask the same of a document; what the first of them is told the context keeps for the others."""

    @functools.wraps(asked)
    def answered(context: Context) -> Answer:
        answers = context.answers
        if asked not in answers:
            answers[asked] = asked(context)
        return cast("Answer", answers[asked])

    return answered
