"""T547: letters that stand for ℃."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_SIGN = expression("(?<=[0-9])\\s?(?:[oº˚ᵒ０][CＣ]|°Ｃ|。C)(?![A-Za-z])")

_UNFINISHED = expression("(?<=[0-9])摄氏(?!度|温)")
_DEGREES = expression(
    "(?:气温|温度|室温|水温|体温|高温|低温)[^，。；：]{0,8}?\\d(?:\\.\\d+)?(?P<word>度)(?![数假量过电])"
)


@rule(
    "T547",
    name="celsius-sign",
    clause="GB 3100-1993",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """摄氏度的符号为“℃”。

    不合规::

        室温不低于18oC。

    不合规::

        最高气温38度。

    不合规::

        最高气温达到37摄氏。

    合规::

        室温不低于18℃，坡度为18°，型号为180C。
    """
    for hit in context.prose.find(_SIGN, "CＣ"):
        yield hit.instead("℃", Safety.SAFE)
    for hit in context.prose.find(_DEGREES, ("温",)):
        message = f"“{hit.words}”的“度”应为“摄氏度”或“℃”"
        yield hit.problem(message, f"{hit.words[:-1]}摄氏度", Safety.REVIEW, severity=Severity.INFO)
    for hit in context.prose.find(_UNFINISHED, ("摄氏",)):
        yield hit.instead("摄氏度", Safety.REVIEW)
