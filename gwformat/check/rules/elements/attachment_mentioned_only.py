"""E196: 见附件, and there is none."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_MENTION = expression(
    r"(?:详见|见|参见|按照|填写)本?(?:通知|文|函)?附件(?:[1-9]\d?|[一二三四五六七八九十])?(?![的说]|所)"
    r"|（附件(?:[1-9]\d?)?）(?=[，。；、]|[^：]{1,20}[，。；])|附后(?=[。；，）])"
)


@rule(
    "E196",
    name="attachment-mentioned-only",
    clause="条例 第九条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """正文提到附件的，应当有附件说明和附件。

    不合规::

        防汛责任人名单见附件。

    不合规::

        请填写登记表（附件3），按期报送。

    合规::

        防汛责任人名单见附件。
        ［附件说明］附件：防汛责任人名单
        ［附件］有
    """
    if not context.official or context.has(Role.ATTACHMENT_NOTE) or context.has(Role.ATTACHMENT_LABEL):
        return
    for element in context.text:
        for found in _MENTION.finditer(element.text) if "附" in element.text else ():
            yield Problem(f"正文写了“{found[0]}”，但没有附件说明，也没有附件", element.at(found))
