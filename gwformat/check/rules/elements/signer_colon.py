"""E110: what stands between 签发人 and the name."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity, reworded
from gwformat.model import Role

_LEAD = expression(r"\s*(签\s*发\s*人?\s*(?:[:∶︰：]\s*|(?=[\u3400-\u9fff×])|\s+))")


@rule(
    "E110",
    name="signer-colon",
    clause="GB/T 9704-2012 7.2.6",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """签发人由“签发人”三字加全角冒号和签发人姓名组成。

    不合规::

        ［文种］请示
        ［签发人］签发人:张三

    不合规::

        ［文种］请示
        ［签发人］签发：张三

    合规::

        ［文种］请示
        ［签发人］签发人：张三
    """
    right = ("签发人：", context.profile.elements[Role.SIGNER].prefix)
    for element in context.of(Role.SIGNER):
        found = _LEAD.match(element.text)
        if found and found[1].rstrip() not in right:
            where = element.at(found, 1)
            message = f"“{found[1].strip()}”应为“签发人：”"
            yield Problem(message, where, reworded(where, "签发人：", Safety.SAFE), expected="签发人：")
