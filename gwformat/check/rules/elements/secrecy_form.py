"""E102: the form of the level and period of secrecy."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity, reworded
from gwformat.model import Role
from gwformat.text import numerals

_FORM = expression(
    r"\s*(?P<before>[^绝机秘]{0,5})(?P<level>绝\s*密|机\s*密|秘\s*密)\s*(?P<star>[★☆*＊·\-—]?)\s*"
    r"(?P<period>[\d０-９]{1,2}|[一二三四五六七八九十]{1,3})?\s*(?P<unit>年|个月|月|日|天|长期)?\s*(?P<rest>.*?)\s*"
)

_TURNED = expression(r"\s*(\d{1,2}(?:年|个月|日))\s*[★☆*＊]\s*(绝密|机密|秘密)\s*")


@rule(
    "E102",
    name="secrecy-form",
    clause="GB/T 9704-2012 7.2.2",
    severity=Severity.ERROR,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """保密期限中的数字应当用阿拉伯数字，密级与期限之间用“★”隔开。

    不合规::

        ［份号］000001
        ［密级和保密期限］机密★三年

    不合规::

        ［份号］000001
        ［密级和保密期限］机密☆1年

    不合规::

        ［份号］000001
        ［密级和保密期限］3年★秘密

    合规::

        ［份号］000001
        ［密级和保密期限］机密★1年

    合规::

        ［份号］000001
        ［密级和保密期限］秘密
    """
    for element in context.of(Role.SECRECY):
        if turned := _TURNED.fullmatch(element.text):
            right, where = f"{turned[2]}★{turned[1]}", element.whole
            yield Problem(f"期限应在密级之后，应为“{right}”", where, reworded(where, right, Safety.REVIEW))
            continue
        found = _FORM.fullmatch(element.text)
        if found is None or found["rest"]:
            continue
        number = numerals.parse_number(found["period"]) if found["period"] else None
        period = f"{number or ''}{(found['unit'] or '').replace('天', '日')}"
        level = "".join(found["level"].split())
        right = f"{level}★{period}" if period else level
        words = element.text.strip()
        if words == right:
            continue
        chinese = found["period"] is not None and not found["period"].isascii()
        severity = None if chinese else Severity.WARNING
        where = element.whole
        yield Problem(f"“{words}”应为“{right}”", where, reworded(where, right, Safety.REVIEW), severity=severity)
