"""R423: a document that the office of another department sends to print."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.organ_names import plain, same
from gwformat.check.organs import issuers
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_OFFICE = expression(r"\s*(?P<host>[^，。；]{3,30}(?:局|厅))(?:办公室|综合科|综合处|秘书科|秘书处)\s*")
_DEPARTMENTS = ("局", "厅")


@rule("R423", name="printed-by-another", clause="条例 第九条", severity=Severity.WARNING, from_memory=True)
def check(context: Context) -> Iterator[Problem]:
    """印发机关是公文的送印机关，部门的公文一般由本部门的办公室送印。

    不合规::

        ［文种］请示
        ［印发机关］某某市财政局办公室

    合规::

        ［文种］请示
        ［印发机关］某某市水务局办公室

    合规::

        ［印发机关］某某市人民政府办公室
    """
    own = [name.name for name in issuers(context)]
    if not own or not all(plain(name).endswith(_DEPARTMENTS) for name in own):
        return
    for element in context.own(Role.PRINTER):
        found = _OFFICE.fullmatch(element.text)
        if found and not any(same(found["host"], name) for name in own):
            message = f"印发机关是“{found['host']}”的办公室，发文机关是“{own[0]}”，请核对"
            yield Problem(message, element.whole)
