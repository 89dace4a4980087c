"""T583: an identity number whose check digit is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.text.person import has_identity_shape, is_identity_number

_NUMBER = expression("(?:身份证|公民身份)[^0-9，。；\\n]{0,8}(?P<number>[1-9][0-9]{16}[0-9Xx])(?![0-9A-Za-z])")

_MISCOUNTED = expression(
    "(?:身份证|公民身份)号码?(?:为|是|[：:])?\\s*(?P<number>[1-9][0-9]{15,19}[Xx]?)(?![0-9A-Za-z*×])"
)
_LENGTHS = (15, 18)  # 15: those given out before 1999


@rule(
    "T583",
    name="identity-number-invalid",
    clause="条例 第二十条",
    severity=Severity.INFO,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """居民身份证号码应当准确，末位校验码相符。

    不合规::

        身份证号码为110101199003070012。

    不合规::

        身份证号为11010119900307001。

    合规::

        身份证号码为110101199003070011，物资编码为110101199003070012。
    """
    for hit in context.prose.find(_NUMBER, ("身份",)):
        if has_identity_shape(hit["number"]) and not is_identity_number(hit["number"]):
            yield hit.part("number").problem("身份证号码的校验码不符，请核对")
    for hit in context.prose.find(_MISCOUNTED, ("身份",)):
        if len(hit["number"]) not in _LENGTHS:
            said = f"“{hit['number']}”是{len(hit['number'])}位，身份证号码是18位，请核对"
            yield hit.part("number").problem(said, severity=Severity.WARNING)
