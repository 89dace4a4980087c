"""P796: a marking of secrecy in an OFD."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable, on
from gwformat.expressions import expression
from gwformat.findings import Severity

_MARKED = expression(r"(?:绝密|机密|秘密)(?:\s*★.*)?$")


@rule(
    "P796",
    name="ofd-classified",
    clause="条例 第二十六条",
    severity=Severity.INFO,
    needs=(Need.PRINT,),
    from_memory=True,
)
def check(printable: Printable) -> Iterator[Problem]:
    """涉密公文应当通过机要交通等符合保密规定的渠道传递；标有密级的 OFD 不得经由普通渠道发送。

    不合规::

        ［印件］OFD 标有密级

    合规::

        ［印件］合格的 OFD
    """
    if not printable.is_ofd:
        return
    for page in printable.pages[:1]:
        for line in printable.lines[page.number]:
            marked = _MARKED.match(line.text.strip())
            if marked and line.baseline < page.height / 2:
                yield Problem(f"标有密级：“{marked[0]}”", on(page))
