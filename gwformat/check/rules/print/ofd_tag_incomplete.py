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
    """公文的语义标引有正文、标题（命令、纪要除外）、红头上的发文机关标志，每一项都指向页面上的文字。

    不合规::

        ［印件］OFD 的标引缺标题

    不合规::

        ［印件］OFD 的标引缺发文机关标志

    不合规::

        ［印件］OFD 的标引有空的一项

    合规::

        ［印件］合格的 OFD
    """
    if not printable.tags:
        return
    names = {tag.name for tag in printable.tags}
    for name in _needed(printable):
        if name not in names:
            yield Problem(f"语义标引里没有“{name}”", expected=name)
    for tag in printable.tags:
        if not tag.refs and not tag.children and not tag.text:
            yield Problem(f"语义标引的“{tag.name}”是空的，没有指向页面上的文字")


def _needed(printable: Printable) -> Iterator[str]:
    """The elements that this document has."""
    wanted = printable.figures.semantics
    yield wanted.text
    red = (words for page in printable.pages[:1] for words in page.visible if words.paint.is_red)
    if any(words.size > wanted.mark_size.mm for words in red):
        yield wanted.mark
    marks = [tag.shown for tag in printable.tags if tag.name == wanted.mark]
    order = any(tag.name == wanted.number for tag in printable.tags)
    if not order and not any(mark.endswith(wanted.minutes) for mark in marks):
        yield wanted.title
