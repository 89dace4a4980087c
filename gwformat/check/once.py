"""A function of a context comes in; the same one that works out each answer only once for a context goes out."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar, TypeVarTuple

if TYPE_CHECKING:
    from gwformat.check.context import Context

Answer = TypeVar("Answer")
More = TypeVarTuple("More")


def once(asked: Callable[[Context, *More], Answer]) -> Callable[[Context, *More], Answer]:
    """Many rules ask the same of a document; what the first of them is told the context keeps for the others.

    What else the function is given has to be hashable.
    """

    @functools.wraps(asked)
    def answered(context: Context, *more: *More) -> Answer:
        answers = context.answers
        question = (asked, *more) if more else asked
        if question not in answers:
            answers[question] = asked(context, *more)
        answer: Answer = answers[question]
        return answer

    return answered
