"""T584: the number of a passport or a travel permit."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.disclosure import gravity
from gwformat.expressions import expression
from gwformat.findings import Severity

_NUMBER = expression(
    "(?:护照|通行证|军官证|社保卡|社会保障卡)(?:号码|号|编号)[：:为是]?(?P<number>[A-Z]{0,2}[0-9]{7,10})(?![0-9])"
)


@rule(
    "T584",
    name="passport-number",
    clause="条例 第三十一条",
    severity=Severity.INFO,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """公开的公文不载明护照、通行证等证件号码。

    不合规::

        护照号码：E12345678。

    合规::

        护照申领指南见附件，受理编号：12345678。
    """
    for hit in context.prose.find(_NUMBER, ("护照", "证", "社")):
        yield hit.part("number").problem("这里有个人证件号码，公开前应当隐去", severity=gravity(context))
