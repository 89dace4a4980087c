"""E129: a title that says twice that something is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity, reworded
from gwformat.model import Role

_TWICE = expression(r"关于\s*(?P<word>请求|申请|恳请|要求|请示)(?!书|人|者|表|材料|事项|函)[^《》]*的?\s*请示\s*$")


@rule(
    "E129",
    name="title-asks-twice",
    clause="惯例",
    severity=Severity.INFO,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """“请示”已有请求的意思，标题的事由里一般不再写“请求”“申请”。

    不合规::

        ［文种］请示
        ［标题］某某市水务局关于申请拨付城东泵站建设资金的请示

    合规::

        ［文种］请示
        ［标题］某某市水务局关于城东泵站申请表式样的请示
    """
    for title in context.of(Role.TITLE)[:1]:
        if found := _TWICE.search(title.text):
            where = title.at(found, "word")
            yield Problem(f"“{found['word']}”与“请示”重复，可以省去", where, reworded(where, "", Safety.REVIEW))
