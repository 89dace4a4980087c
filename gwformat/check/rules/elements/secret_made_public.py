"""E210: a classified document marked for publication."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_PUBLIC = expression(r"(?<![不非])(?:公开发布|主动公开|依申请公开|公开发表|全文公开|此件公开)")
_LEVEL = expression("绝密|机密|秘密")


@rule(
    "E210",
    name="secret-made-public",
    clause="条例 第三十一条",
    severity=Severity.ERROR,
)
def check(context: Context) -> Iterator[Problem]:
    """涉密公文公开发布前应当履行解密程序：标有密级的，不写“此件公开发布”。

    不合规::

        ［份号］000001
        ［密级和保密期限］机密★1年
        ［附注］（此件公开发布）

    合规::

        ［份号］000001
        ［密级和保密期限］机密★1年
        ［附注］（此件不公开）
    """
    if not any(_LEVEL.search(element.text) for element in context.own(Role.SECRECY)):
        return
    for element in context.own(Role.ANNOTATION):
        if found := _PUBLIC.search(element.text):
            yield Problem("标有密级的公文不能写“公开”；要公开的，先履行解密程序", element.at(found))
