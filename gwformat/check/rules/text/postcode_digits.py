"""T618: a postcode with too few or too many digits."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_CODE = expression(r"(?:邮编|邮政编码)(?:为|是|[：:])\s*(?P<code>\d+)(?![\d*×xX—-])")
_LENGTH = 6


@rule(
    "T618",
    name="postcode-digits",
    clause="惯例",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """邮政编码是六位。

    不合规::

        材料寄至某某市水务局，邮编：0000001。

    合规::

        材料寄至某某市水务局，邮编：000001，邮政编码6位。
    """
    for hit in context.prose.find(_CODE, ("邮编", "邮政编码")):
        if len(hit["code"]) != _LENGTH:
            yield hit.part("code").problem(f"“{hit['code']}”是{len(hit['code'])}位，邮政编码是{_LENGTH}位，请核对")
