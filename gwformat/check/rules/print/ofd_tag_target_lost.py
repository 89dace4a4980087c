"""P787: a semantic tag that refers to nothing."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Location, Severity


@rule(
    "P787",
    name="ofd-tag-target-lost",
    clause="GB/T 33190-2016 16",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """语义标引指向的页和对象都在文件里。

    不合规::

        ［印件］OFD 的标引指向没有的对象

    不合规::

        ［印件］OFD 的标引指向没有的页

    合规::

        ［印件］合格的 OFD
    """
    for tag in printable.tags:
        for ref in tag.refs:
            if ref.page is None:
                yield Problem(f"“{tag.name}”指向的页（PageRef {ref.page_id}）不在文件里", measured=ref.page_id)
            elif ref.text is None:
                yield Problem(
                    f"“{tag.name}”指向的对象 {ref.object_id} 不在这一页，或者没有文字",
                    Location(page=ref.page),
                    measured=ref.object_id,
                )
