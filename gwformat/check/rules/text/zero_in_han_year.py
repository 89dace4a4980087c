"""T525: another sign for 〇 in a year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_YEAR = expression("[一二](?<![一二三四五六七八九].)[一二三四五六七八九〇○◯ＯOΟО0零]{3}(?=年)")


@rule(
    "T525",
    name="zero-in-han-year",
    clause="GB/T 15835-2011 5.2.2",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """汉字书写的年份用“〇”，不用“零”“○”或字母。

    不合规::

        本办法自二○二四年起施行。

    合规::

        本办法自二〇二四年起施行，共二百零五年。
    """
    for hit in context.prose.find(_YEAR, "○◯ＯOΟО0零"):
        new = re.sub("[○◯ＯOΟО0零]", "〇", hit.words)
        if new != hit.words:
            yield hit.instead(new, Safety.SAFE)
