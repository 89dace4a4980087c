"""F315: an imprint in another face than 仿宋."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import wrong_faces
from gwformat.findings import Safety, Severity
from gwformat.model import Role
from gwformat.profiles.schema import Slot


@rule(
    "F315",
    name="imprint-not-fangsong",
    clause="GB/T 9704-2012 7.4.2",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """抄送机关、印发机关和印发日期一般用4号仿宋体字。

    不合规::

        ［抄送机关 字体］宋体

    合规::

        ［抄送机关 字体］仿宋
    """
    yield from wrong_faces(context, context.of(Role.COPY_TO, Role.PRINTER, Role.PRINT_DATE), Slot.FANGSONG, "版记一般")
