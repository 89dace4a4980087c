"""T654: 年龄在50—35岁之间."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_UNIT = "(?:周?岁|℃|摄氏度|[%％]|[人名]|小时|分钟|公里|千米|厘米|毫米|米|公斤|千克|吨|亩|个月)"
_NUMBER = r"\d{1,4}(?:\.\d+)?"
_RANGE = expression(
    rf"(?<![\d.\-—－–~～:：/第])(?P<low>{_NUMBER}){_UNIT}?(?P<to>[—－–~～\-至到])(?P<high>{_NUMBER}){_UNIT}(?![\d—－–~～])"
)
_CHANGES = expression("[由从降减缩][^，。；：]{0,12}$")  # 由30分钟至15分钟


@rule(
    "T654",
    name="range-reversed",
    clause="GB/T 15835-2011 5.1.3",
    severity=Severity.WARNING,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """数值的范围，小的在前，大的在后。

    不合规::

        参训人员年龄在50—35岁之间。

    合规::

        参训人员年龄在35—50岁之间，办理时限由30分钟降至15分钟，室温26℃，第3—2号图。
    """
    for hit in context.prose.find(_RANGE, "—－–~～-至到"):
        if Decimal(hit["low"]) > Decimal(hit["high"]) and not _CHANGES.search(hit.before):
            yield hit.problem(f"“{hit.words}”：范围小的在前，大的在后，请核对")
