"""E103: periods of secrecy beyond the limit of their level."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role
from gwformat.text import numerals

_PERIOD = expression(
    r"(?P<level>绝密|机密|秘密)\s*[★☆*＊]?\s*(?P<years>[\d０-９]{1,3}|[一二三四五六七八九十]{1,3})\s*年"
)
_LIMITS = {"绝密": 30, "机密": 20, "秘密": 10}


@rule(
    "E103",
    name="secrecy-period-too-long",
    clause="保守国家秘密法 第二十条",
    severity=Severity.WARNING,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """保密期限一般不超过绝密三十年、机密二十年、秘密十年。

    不合规::

        ［份号］000001
        ［密级和保密期限］秘密★20年

    合规::

        ［份号］000001
        ［密级和保密期限］秘密★10年
    """
    for element in context.of(Role.SECRECY):
        found = _PERIOD.search(element.text)
        years = numerals.parse_number(found["years"]) if found else None
        if found and years is not None and years > (limit := _LIMITS[found["level"]]):
            message = f"{found['level']}的保密期限为{years}年，一般不超过{limit}年"
            yield Problem(message, element.at(found), expected=f"不超过{limit}年", measured=f"{years}年")
