"""T555: 第一、 and 首先、."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_ORDINAL = expression(
    "(?:^|(?<=[。；：]))(?:第[一二三四五六七八九十]|首先|其次|再次|最后|其[一二三四五])(?P<mark>、)"
    "(?![第一二三四五六七八九十0-9])",
    re.MULTILINE,
)
_NEEDED = tuple(f"{last}、" for last in "一二三四五六七八九十先次后")


@rule(
    "T555",
    name="ordinal-with-enumeration-comma",
    clause="GB/T 15834-2011 4.4",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """“第一”“首先”“其一”之类的次序词语后用逗号。

    不合规::

        第一、落实责任。第二、加强检查。

    不合规::

        要加强检查。第四、严肃问责。

    合规::

        第一，落实责任。第二，加强检查。第一、第二产业协调发展。第一、三季度各检查一次。
    """
    for hit in context.prose.find(_ORDINAL, _NEEDED):
        word = hit.words[:-1]
        yield hit.part("mark").problem(f"“{word}”后面用逗号", "，", Safety.SAFE)
