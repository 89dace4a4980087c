"""A package in; the words of every paragraph of every part out, deleted ones and formulas included."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.ooxml.names import M, w
from gwformat.ooxml.package import Package

_WORDS = (w("t"), w("delText"), f"{{{M}}}t")


def every_paragraph(package: Package) -> Iterator[str]:
    """The words of each paragraph; one with a text box in it has the words of the box too."""
    for name in package.parts:
        if name.endswith(".xml") and name.startswith("word/"):
            for paragraph in package.tree(name).iter(w("p")):
                yield "".join(leaf.text or "" for leaf in paragraph.iter(*_WORDS))
