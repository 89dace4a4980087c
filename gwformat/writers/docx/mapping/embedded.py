"""A docx before and after its fonts were mapped comes in; it goes out without embedded fonts it no longer uses.

They are of no use to whoever gets the file, they are large, and many may not be passed on.
"""

from __future__ import annotations

from gwformat.ooxml.package import Package
from gwformat.writers.docx.embedding import embedded_families, released, unembed
from gwformat.writers.docx.mapping.places import SCRIPT
from gwformat.writers.docx.mapping.reading import is_theme, names_in, read


def without_unused(before: Package, after: Package) -> tuple[Package, tuple[str, ...]]:
    """The docx without the fonts of families that it named before and names no more, and these families."""
    carried = embedded_families(before)
    if not carried:
        return after, ()
    gone = _named(before) - _named(after)
    unused = tuple(family for family in carried if family.casefold() in gone)
    if not unused:
        return after, ()
    rest = released(after, unused)
    return (rest if embedded_families(rest) else unembed(rest)), unused


def _named(package: Package) -> frozenset[str]:
    """The families a file names anywhere, but for those a theme only offers."""
    return frozenset(
        name.removeprefix("@").casefold()
        for part, found in read(package)
        for place in found
        if not (place.tag == SCRIPT and is_theme(package, part))
        for name in names_in(place.said)
    )
