"""P790: semantic tags that refer to other words than the metadata say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.text import numerals

_MARKS = expression(r"[\W_]+")


@rule(
    "P790",
    name="ofd-tag-differs",
    clause="GB/T 33476.1-2016",
    severity=Severity.WARNING,
    needs=(Need.PRINT,),
    from_memory=True,
)
def check(printable: Printable) -> Iterator[Problem]:
    """语义标引指向的文字、页数与文件的元数据一致，日期的标引指向日期。

    不合规::

        ［印件］OFD 的标题与元数据不一致

    不合规::

        ［印件］OFD 的元数据与标引不一致

    不合规::

        ［印件］OFD 的页数与元数据不一致

    不合规::

        ［印件］OFD 的日期标引不是日期

    合规::

        ［印件］合格的 OFD
    """
    file, wanted = printable.ofd, printable.figures.semantics
    if not printable.is_ofd:
        return
    said_pages = file.custom.get(wanted.pages, "")
    if said_pages.isdecimal() and int(said_pages) != len(file.pages):
        yield Problem("页数与元数据不一致", expected=f"{said_pages} 页", measured=f"{len(file.pages)} 页")
    metadata = {wanted.title: file.about.get("Title", ""), **file.custom}
    times = Counter(tag.name for tag in printable.tags)
    for tag in printable.tags:
        shown, said = tag.shown, metadata.get(tag.name, "")
        if shown and said and times[tag.name] == 1 and not _agree(shown, said):
            yield Problem(f"“{tag.name}”的标引与元数据不一致", expected=said[:40], measured=shown[:40])
        if shown and tag.name in wanted.dates and not numerals.DATE.search(shown):
            yield Problem(f"“{tag.name}”的标引指向的不是日期", measured=shown[:40])


def _agree(shown: str, said: str) -> bool:
    """Whether one says what the other says; marks, and labels that belong to no element, may be left out."""
    first, second = sorted((_MARKS.sub("", shown), _MARKS.sub("", said)), key=len)
    rest = iter(second)
    return all(char in rest for char in first)
