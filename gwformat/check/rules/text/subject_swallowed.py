"""T641: 通过……，使……: a sentence whose subject was swallowed by 通过 and 使."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_SWALLOWED = expression(
    "(?:^|(?<=[。；：\\v]))(?P<by>通过|经过|由于|随着)[^，。；：、《“\\n]{2,40}，(?P<makes>使得?|让)"
    "(?![用者馆节领命役唤劲之]|其)"
    "(?:[^，。；：的\\n]{2,30}|[^，。；：的\\n]{2,20}的[^，。；：的\\n]{2,12}(?:得到|得以|有了|明显|不断|进一步)[^，。；：的\\n]{1,12})"
    "(?=[，。；])(?![^。；\\n]{0,60}的(?:目标|愿望|设想|局面))",
    re.MULTILINE,
)


@rule(
    "T641",
    name="subject-swallowed",
    clause="条例 第十九条",
    severity=Severity.INFO,
)
def check(context: Context) -> Iterator[Problem]:
    """句子有主语：“通过……，使……”两个词去掉一个，后面的话才有主语。

    不合规::

        通过开展专项整治，使全市安全生产形势明显好转。

    不合规::

        经过这次培训，使干部职工的业务水平得到提高。

    合规::

        通过开展专项整治，全市安全生产形势明显好转。专项整治使全市安全生产形势明显好转。
    """
    for hit in context.prose.find(_SWALLOWED, ("，使", "，让")):
        by, makes = hit["by"], hit["makes"]
        yield hit.part("makes").problem(f"“{by}……，{makes}……”没有主语，“{by}”和“{makes}”去掉一个")
