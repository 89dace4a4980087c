"""R404: a document for a superior copied to a lower organ."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.organs import Named, copied, organ_of, senders_of
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Direction

_LOWER = expression(r"^(?:各|所属|直属|下属|局属|厅属|委属|部属)|(?:各乡|各镇|各街道|各科室|各股室|基层|下属)")


@rule("R404", name="upward-copied-to-lower", clause="条例 第十五条", severity=Severity.ERROR)
def check(context: Context) -> Iterator[Problem]:
    """向上级机关行文，不得抄送下级机关。

    给出机构名录时以名录的隶属关系为准；没有名录时只看名称，最多提示为警告。

    不合规::

        ［文种］请示
        ［抄送机关］抄送：各县（区）水务局。

    合规::

        ［文种］请示
        ［抄送机关］抄送：某某市财政局。
    """
    if context.direction is not Direction.UP:
        return
    for name in copied(context):
        severity = _is_lower(context, name)
        if severity is not None:
            yield Problem(f"上行文不得抄送下级机关“{name.name}”", name.where, severity=severity)


def _is_lower(context: Context, name: Named) -> Severity | None:
    """How sure it is that the organ is a lower one; None if it is not."""
    organ = organ_of(context, name)
    senders = senders_of(context)
    if organ is not None and senders and context.directory is not None:
        return Severity.ERROR if context.directory.is_below_any(organ, senders) else None
    return Severity.WARNING if _LOWER.search(name.name) else None
