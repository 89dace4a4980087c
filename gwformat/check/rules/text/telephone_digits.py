"""T606: a telephone number with too few or too many digits."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_CALL = expression(r"(?:电话|传真)[：:]\s*0\d{2,3}[-—－](?P<local>\d+)(?![\d\-—－转*×xX])")
_MOBILE = expression(r"(?:电话|手机)(?:号码?)?(?:为|是|[：:])?\s*(?P<number>1[3-9]\d{7,11})(?![\d\-—－转*×xX])")
_MOBILE_LENGTH = 11
_LENGTHS = (5, 7, 8)  # 5: numbers of services, 12345


@rule(
    "T606",
    name="telephone-digits",
    clause="惯例",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """固定电话的号码除区号外是七位或八位，手机号码是十一位。

    不合规::

        ［附注］（联系人：张三，联系电话：0000-876）

    不合规::

        ［附注］（联系人：张三，联系电话：1380000000）

    合规::

        ［附注］（联系人：张三，联系电话：0000-8765432）

    合规::

        监督电话：0000-12345，传真：0000-87654321。
    """
    for hit in context.prose.find(_CALL, ("电话", "传真")):
        if len(hit["local"]) not in _LENGTHS:
            yield hit.part("local").problem(f"“{hit['local']}”是{len(hit['local'])}位，电话号码一般七位或八位，请核对")
    for hit in context.prose.find(_MOBILE, ("电话", "手机")):
        if len(hit["number"]) != _MOBILE_LENGTH:
            said = f"“{hit['number']}”是{len(hit['number'])}位，手机号码是{_MOBILE_LENGTH}位，请核对"
            yield hit.part("number").problem(said)
