"""T585: the number of a motor vehicle."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.disclosure import gravity
from gwformat.check.prose import DIGITS
from gwformat.expressions import expression
from gwformat.findings import Severity

_PLATE = expression(
    "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z]·?[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9])"
)


@rule(
    "T585",
    name="licence-plate",
    clause="条例 第三十一条",
    severity=Severity.INFO,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """公开的公文不载明个人机动车号牌。

    不合规::

        涉事车辆为苏A12345。

    合规::

        项目位于京A区块，型号为A12345。
    """
    for hit in context.prose.find(_PLATE, DIGITS):
        if sum(char.isdigit() for char in hit.words) >= 3:
            yield hit.problem("这里有机动车号牌，公开前请确认可以公布", severity=gravity(context))
