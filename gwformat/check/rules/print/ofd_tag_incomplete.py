"""P789: elements that the semantic tree of an OFD lacks."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Severity


@rule(
    "P789",
    name="ofd-tag-incomplete",
    clause="GB/T 33476.1-2016",
    severity=Severity.WARNING,
    needs=(Need.PRINT,),
    from_memory=True,
)
def check(printable: Printable) -> Iterator[Problem]:
    """公文的语义标引有发文机关标志、标题（命令有令号）、正文，每一项都指向页面上的文字。

    不合规::

        ［印件］OFD 的标引缺标题

    不合规::

        ［印件］OFD 的标引有空的一项

    合规::

        ［印件］合格的 OFD
    """
    if not printable.tags:
        return
    wanted = printable.figures.semantics
    names = {tag.name for tag in printable.tags}
    for name in (*wanted.needed, *(() if wanted.untitled in names else (wanted.title,))):
        if name not in names:
            yield Problem(f"语义标引里没有“{name}”", expected=name)
    for tag in printable.tags:
        if not tag.refs and not tag.children and not tag.text:
            yield Problem(f"语义标引的“{tag.name}”是空的，没有指向页面上的文字")
