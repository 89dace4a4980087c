"""A source paragraph that several passages show comes in; for each of them a copy with what it shows goes out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gwformat.ooxml.alternatives import ALTERNATE, is_seen
from gwformat.ooxml.names import w
from gwformat.ooxml.revisions import DELETED_TAGS
from gwformat.ooxml.trees import detach
from gwformat.writers.docx.content import one_leaf_runs
from gwformat.writers.docx.oxml import PPR, Element, child, clone, el

_ANCHORS = tuple(
    w(name)
    for name in (
        *("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd"),
        *("fldChar", "instrText", "delText", "delInstrText", "commentReference", "sectPr"),
    )
)


class Original:
    """A paragraph as it was before the first passage took its words."""

    def __init__(self, paragraph: Element) -> None:
        self._paragraph = _without_anchors(paragraph)
        self._runs = one_leaf_runs(self._paragraph)

    def copy_for(self, leaves: Iterable[int | None]) -> tuple[Element, Sequence[int] | None]:
        """A copy that shows at least the leaves with these numbers, and the numbers it has; None: all of them.

        Thousands of lines in one paragraph would cost the square of their number if each copied all others.
        """
        if self._runs is None:
            return clone(self._paragraph), None
        shown = sorted({leaf for leaf in leaves if leaf is not None})
        properties = child(self._paragraph, PPR)
        copy = el("p") if properties is None else el("p", clone(properties))
        copy.extend([clone(self._runs[leaf]) for leaf in shown])
        return copy, shown


def _without_anchors(paragraph: Element) -> Element:
    """A copy for a second passage: words and wrappers, but no bookmark, comment, field mark or unseen note twice."""
    duplicate = clone(paragraph)
    duplicate.attrib.clear()  # w14:paraId names one paragraph only
    for node in list(duplicate.iter(*_ANCHORS)):
        detach(node)
    for alternate in list(duplicate.iter(ALTERNATE)):
        if not is_seen(alternate):
            detach(alternate)
    for deleted in list(duplicate.iter(*DELETED_TAGS)):
        detach(deleted)
    for identifier in duplicate.findall(f".//{w('sdtPr')}/{w('id')}"):
        detach(identifier)
    return duplicate
