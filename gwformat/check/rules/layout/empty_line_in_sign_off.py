"""L304: an empty line between the signature and the date."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.findings import Severity
from gwformat.model import Kind, Role

_BLANK = frozenset((Role.OTHER,))


@rule(
    "L304",
    name="empty-line-in-sign-off",
    clause="GB/T 9704-2012 7.3.5.1",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """发文机关署名编排在成文日期之上，主送机关之下一行即是正文，其间不空行。

    不合规::

        ［发文机关署名 段间空行］1

    不合规::

        ［主送机关 段间空行］1

    合规::

        ［正文］请遵照执行。
    """
    pairs = (
        (Role.SIGNATURE, Role.DATE, "署名与成文日期之间有空行"),
        (Role.ADDRESSEE, Role.BODY, "主送机关与正文之间有空行"),
    )
    if context.kind is Kind.ORDER:  # 7.3.5.3: a line below the seal of the signer
        return
    for before, empty, after in zip(context.elements, context.elements[1:], context.elements[2:], strict=False):
        if empty.role not in _BLANK or empty.text.strip() or empty.block.carrier is not None or empty.block.runs:
            continue
        for above, below, said in pairs if before.block.attachment == 0 and empty.block.source is not None else ():
            if before.role is above and after.role is below:
                yield Problem(said, empty.whole)
