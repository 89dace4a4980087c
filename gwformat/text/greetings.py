"""A line comes in; whether it greets those who hear a speech (各位代表： 尊敬的各位领导、同志们：) goes out."""

from __future__ import annotations

from gwformat.expressions import expression

_LONGEST = 60
_GREETING = expression(
    "[^。；：:！!《》]*(?:各位(?:代表|委员|领导|来宾|嘉宾|同志|朋友|同仁|老师|同学|专家|评委|家长)"
    "|(?:同志|朋友|女士|先生|老师|同学|乡亲|战友|同胞|代表|委员)们|主席团)[：:！!]"
)


def is_greeting(text: str) -> bool:
    """Whether `text` is a greeting and nothing more."""
    return len(text) <= _LONGEST and _GREETING.fullmatch(text.strip()) is not None
