"""E205: a comma, semicolon or colon inside a title."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_QUOTED = expression("《[^》]*》|“[^”]*”|（[^）]*）|〈[^〉]*〉")
_MARK = expression("[，；：。](?=.)")


@rule(
    "E205",
    name="comma-in-title",
    clause="惯例",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """标题中除书名号、引号、括号、顿号等以外，一般不用标点。

    不合规::

        ［标题］某某市人民政府关于加强领导，做好防汛工作的通知

    合规::

        ［标题］某某市人民政府关于印发《某某市“防大汛，抢大险”行动方案》的通知
    """
    for element in context.own(Role.TITLE) if context.official else ():
        plain = _QUOTED.sub(lambda found: "\n" * len(found[0]), element.text)
        if found := _MARK.search(plain):
            yield Problem(f"标题中一般不用“{found[0]}”", element.at(found))
