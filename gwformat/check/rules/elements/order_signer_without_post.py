"""E203: an order signed by a person without the post, or by the organ."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Kind, Role

_NAME_ALONE = expression(r"[\u4e00-\u9fff][\s\u3000]*[\u4e00-\u9fff·]{1,2}")
_ORGAN = expression("(?:政府|局|厅|部|委员会)$")
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

    不合规::

        ［文种］命令
        ［发文机关署名］某某市人民政府

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
        elif _ORGAN.search(words) and any(mark.startswith(words) for mark in _marks(context)):
            yield Problem("命令（令）由签发人署名，标注签发人职务，不署机关名称", element.whole)


def _marks(context: Context) -> list[str]:
    return ["".join(mark.text.split()) for mark in context.own(Role.ISSUER_MARK)]
