"""F302: text in another face than 仿宋."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import wrong_faces
from gwformat.findings import Safety, Severity
from gwformat.model import Role
from gwformat.profiles.schema import Slot


@rule(
    "F302",
    name="text-not-fangsong",
    clause="GB/T 9704-2012 5.2.2",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """正文一般用仿宋体字。

    不合规::

        ［正文 字体］宋体

    合规::

        ［正文 字体］仿宋_GB2312
    """
    yield from wrong_faces(context, context.of(Role.BODY), Slot.FANGSONG, "正文一般")
