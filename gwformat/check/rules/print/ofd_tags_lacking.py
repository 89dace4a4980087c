"""P788: an OFD without the semantic tree of an official document."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Severity


@rule(
    "P788",
    name="ofd-tags-lacking",
    clause="GB/T 33476.1-2016",
    severity=Severity.WARNING,
    needs=(Need.PRINT,),
    from_memory=True,
)
def check(printable: Printable) -> Iterator[Problem]:
    """电子公文的 OFD 带公文的语义标引，接收的系统据此取出标题、发文字号等要素。

    不合规::

        ［印件］OFD 没有语义标引

    不合规::

        ［印件］OFD 的标引不是公文的

    合规::

        ［印件］合格的 OFD
    """
    file, wanted = printable.ofd, printable.figures.semantics
    if not printable.is_ofd:
        return
    if file.tags is None:
        yield Problem("没有语义标引（CustomTags），接收的系统取不出各要素")
    elif not printable.tags:
        roots = "、".join(root.name for root in file.tags) or "空的"
        yield Problem(f"语义标引里没有“{wanted.root}”", expected=wanted.root, measured=roots)
