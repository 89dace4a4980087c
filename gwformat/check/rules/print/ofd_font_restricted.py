"""P786: an embedded font that its maker does not allow to be embedded."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Severity


@rule(
    "P786",
    name="ofd-font-restricted",
    clause="GB/T 33476.2-2016 5",
    severity=Severity.WARNING,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """嵌入 OFD 的字体，厂商允许嵌入（字体自己的 fsType）；不允许的，换用有授权的字库。

    不合规::

        ［印件］OFD 里的字体不许嵌入

    合规::

        ［印件］合格的 OFD
    """
    for name in printable.ofd.restricted:
        yield Problem(f"字体“{name}”不许嵌入文件", expected="允许嵌入", measured="fsType 2")
