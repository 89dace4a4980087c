"""F303: a first-level heading in another face than 黑体."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import wrong_faces
from gwformat.findings import Safety, Severity
from gwformat.model import Role
from gwformat.profiles.schema import Slot


@rule(
    "F303",
    name="heading1-not-heiti",
    clause="GB/T 9704-2012 7.3.3",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """第一层标题一般用黑体字。

    不合规::

        ［一级标题 字体］仿宋

    合规::

        ［一级标题 字体］黑体
    """
    yield from wrong_faces(context, context.of(Role.HEADING1), Slot.HEITI, "第一层一般")
