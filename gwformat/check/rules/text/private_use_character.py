"""T572: characters of private fonts."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_PRIVATE = expression("[\ue000-\uf8ff\U000f0000-\U0010fffd]")


@rule(
    "T572",
    name="private-use-character",
    clause="惯例",
    severity=Severity.ERROR,
)
def check(context: Context) -> Iterator[Problem]:
    """文中不用自造字（专用区字符），改用有正式编码的字。

    自造字只在装有造字文件的机器上看得见，换机、转版式后是空白或别的字。

    不合规::

        联系人为李\ue123。

    合规::

        联系人为李喆、陶镕。
    """
    if _PRIVATE.search(context.prose.alphabet) is None:
        return
    for hit in context.prose.find(_PRIVATE, forms=True):
        yield hit.problem(f"专用区字符 U+{ord(hit.words):04X} 没有正式编码，请改用规范字")
