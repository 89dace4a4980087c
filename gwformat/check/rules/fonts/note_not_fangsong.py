"""F313: an attachment note or annotation in another face than 仿宋."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import wrong_faces
from gwformat.findings import Safety, Severity
from gwformat.model import Role
from gwformat.profiles.schema import Slot


@rule(
    "F313",
    name="note-not-fangsong",
    clause="GB/T 9704-2012 5.2.2",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """附件说明和附注没有特别规定，一般用3号仿宋体字。

    不合规::

        ［附件］有
        ［附件说明 字体］宋体

    合规::

        ［附件］有
        ［附件说明 字体］仿宋
    """
    yield from wrong_faces(
        context, context.of(Role.ATTACHMENT_NOTE, Role.ANNOTATION), Slot.FANGSONG, "附件说明、附注一般"
    )
