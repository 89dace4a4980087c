"""T590: figures that go the other way than the verb between them says."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_UNIT = "[\u4e00-\u9fff%％‰]{0,4}?"
_UP = "增加|提高|上升|增长|扩大|提升|增至|升至|增"
_DOWN = "减少|降低|下降|缩短|缩小|压缩|压减|回落|降|减"
_CHANGE = expression(
    rf"[由从](?:[\u4e00-\u9fff]{{0,2}}|20\d\d年的?)?(?P<old>\d{{1,9}}(?:\.\d+)?)(?P<unit>{_UNIT})"
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:到了?|至|为)(?:20\d\d年的)?"
    rf"(?P<new>\d{{1,9}}(?:\.\d+)?)(?P=unit)(?![万亿千百\d%％‰])"
)


@rule(
    "T590",
    name="figures-against-direction",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """数据前后一致：说“增加到”的，后面的数应比前面的大；说“减少到”的，应比前面的小。

    不合规::

        培训人数由50人增加到30人。

    不合规::

        办理时限从5个工作日压缩至7个工作日。

    合规::

        培训人数由50人增加到80人，办理时限从7个工作日压缩至5个工作日，投资由9000万元增加到1.2亿元。
    """
    for hit in context.prose.find(_CHANGE, ("由", "从")):
        old, new = Decimal(hit["old"]), Decimal(hit["new"])
        if new < old if hit["up"] else new > old:
            verb = hit["up"] or hit["down"]
            yield hit.problem(f"由{hit['old']}到{hit['new']}，与“{verb}”不符，请核对")
