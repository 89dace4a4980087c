"""T523: 、 within an approximate number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Safety, Severity

_PAIRS = tuple(f"{low}、{high}" for low, high in zip("一二三四五六七八", "二三四五六七八九", strict=True))
_BEFORE = tuple("第一二三四五六七八九十百、各前后上下")
_AFTER = re.compile("[十百千万](?![一二三四五六七八九、])|[个天名次人位](?![级等体])")


@rule(
    "T523",
    name="approximate-number-with-comma",
    clause="GB/T 15835-2011 5.2.1",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """相邻两个数字连用表示概数，中间不用顿号。

    “第三、四条”“一、二级”之类是并列，应用顿号。

    不合规::

        每组配备三、四个联络员。

    合规::

        每组配备三四个联络员，依照第三、四条和第一、二款执行，由二、三产业共同承担。
    """
    for hit in context.prose.find_words(_PAIRS):
        if _AFTER.match(hit.after) and not hit.before.endswith(_BEFORE):
            yield hit.instead(hit.words.replace("、", ""), Safety.REVIEW)
