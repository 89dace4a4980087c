"""P720: a font that is not in the file."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable, on
from gwformat.findings import Location, Severity
from gwformat.finished.values import Face


@rule(
    "P720",
    name="font-not-embedded",
    clause="惯例",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """所有字体都嵌入文件；没有嵌入的，印制的机器用别的字体代替，字形和断行都会变。

    不合规::

        ［印件］字体没有嵌入

    不合规::

        ［印件］中文字体没有嵌入

    合规::

        ［印件］合格
    """
    for face in printable.file.faces:
        if not face.embedded:
            yield Problem(f"字体“{face.name}”没有嵌入", _first(printable, face), expected="嵌入", measured="没有嵌入")


def _first(printable: Printable, face: Face) -> Location | None:
    found = next((page for page, words in printable.file.visible() if words.face == face), None)
    return on(found) if found else None
