"""A file of ours comes in; it goes out without what every run decides anew: blank pages, page ends, empty top rows."""

from __future__ import annotations

import copy

from gwformat.ooxml import blank_page, page_end, top_row
from gwformat.ooxml.package import Package
from gwformat.ooxml.safexml import mentions
from gwformat.ooxml.trees import part_bytes

# By the style that sets them apart from what is the user's; a file without that style has none.
_REMOVALS = (
    (blank_page.STYLE.encode(), blank_page.remove_blank_pages),
    (page_end.STYLE.encode(), page_end.remove_page_ends),
    (top_row.STYLE.encode(), top_row.remove_top_rows),
)


def without_own_pages(package: Package) -> Package:
    """The package as it would be had its pages ended wherever they were full."""
    main = package.main_part
    removals = [remove for style, remove in _REMOVALS if mentions(package.parts[main], style)]
    if not removals:
        return package
    root = copy.deepcopy(package.tree(main))
    for remove in removals:
        remove(root)
    return package.replaced({main: part_bytes(root)})
