"""T547: letters that stand for ℃."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Safety, Severity

_SIGN = re.compile("(?<=[0-9])\\s?(?:[oº˚ᵒ０][CＣ]|°Ｃ|。C)(?![A-Za-z])")


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

    合规::

        室温不低于18℃，坡度为18°，型号为180C。
    """
    for hit in context.prose.find(_SIGN, "CＣ"):
        yield hit.instead("℃", Safety.SAFE)
