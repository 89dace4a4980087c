"""E178: an organ that is both addressed and copied."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_NAME = expression(r"[^，、；。：,;:\s\ufffc]{3,}")


@rule(
    "E178",
    name="organ-addressed-and-copied",
    clause="条例 第九条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """抄送机关是主送机关以外的机关，同一机关不能既主送又抄送。

    不合规::

        ［主送机关］市财政局、市水务局：
        ［抄送机关］抄送：市委各部门，市财政局。

    合规::

        ［主送机关］市财政局、市水务局：
        ［抄送机关］抄送：市委各部门，市审计局。
    """
    addressed = {name for element in context.own(Role.ADDRESSEE) for name in _NAME.findall(element.text)}
    for element in context.own(Role.COPY_TO) if addressed else ():
        if element.text.lstrip().startswith("主送"):
            continue
        for found in _NAME.finditer(element.text):
            if found[0] in addressed:
                yield Problem(f"“{found[0]}”已经主送，不再抄送", element.at(found))
