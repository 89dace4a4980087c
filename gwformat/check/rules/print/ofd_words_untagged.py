"""P791: words of an OFD that are in no semantic tag."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Severity


@rule(
    "P791",
    name="ofd-words-untagged",
    clause="GB/T 33476.1-2016",
    severity=Severity.INFO,
    needs=(Need.PRINT,),
    from_memory=True,
)
def check(printable: Printable) -> Iterator[Problem]:
    """公文的文字都列入语义标引；标签、标点、页码不在内。

    不合规::

        ［印件］OFD 的正文没有标引

    合规::

        ［印件］合格的 OFD
    """
    if not printable.tags:
        return
    refs = {ref.object_id: ref.text or "" for tag in printable.tags for ref in tag.refs}
    tagged = sum(_length(text) for text in refs.values())
    whole = sum(_length(words.text) for _, words in printable.file.visible())
    wanted = printable.figures.semantics.covered
    if tagged < wanted * whole:
        measured = f"{tagged / whole:.0%}"
        yield Problem("有文字没有列入语义标引", expected=f"不少于 {wanted:.0%}", measured=measured)


def _length(text: str) -> int:
    """How many characters there are besides blanks."""
    return sum(not char.isspace() for char in text)
