"""E203: the signer of an order without the post."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Kind, Role

_NAME_ALONE = expression(r"[\u4e00-\u9fff][\s\u3000]*[\u4e00-\u9fff·]{1,2}")
_POST_ALONE = expression(r".*[长席理任]")


@rule(
    "E203",
    name="order-signer-without-post",
    clause="GB/T 9704-2012 10.2",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """命令（令）在签名章左空二字标注签发人职务。

    不合规::

        ［文种］命令
        ［发文机关署名］李四

    合规::

        ［文种］命令
        ［发文机关署名］市长　李四

    合规::

        ［文种］命令
        ［发文机关署名］市长
    """
    for element in context.own(Role.SIGNATURE) if context.kind is Kind.ORDER else ():
        words = element.text.strip()
        if _NAME_ALONE.fullmatch(words) and not _POST_ALONE.fullmatch(words):
            yield Problem(f"签名“{words}”之前没有标注签发人职务", element.whole)
