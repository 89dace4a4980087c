"""A source paragraph that several passages show comes in; for each of them a copy with what it shows goes out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter

from gwformat.ooxml.alternatives import ALTERNATE, is_seen
from gwformat.ooxml.names import w
from gwformat.ooxml.revisions import DELETED_TAGS
from gwformat.ooxml.trees import detach
from gwformat.values import dataclass
from gwformat.writers.docx.content import leaf_nodes
from gwformat.writers.docx.oxml import SDT, Element, clone

_ANCHORS = tuple(
    w(name)
    for name in (
        *("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd"),
        *("fldChar", "instrText", "delText", "delInstrText", "commentReference", "sectPr"),
    )
)
_PROPERTIES = frozenset(map(w, ("pPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "fldData")))
_SIMPLE_FIELD = w("fldSimple")


@dataclass(frozen=True, slots=True)
class Copy:
    """What a passage fills: the numbers of the leaves it has (None: all), and what speaks, each with its number."""

    node: Element
    shown: Sequence[int] | None
    speaking: Sequence[tuple[int, Element]]


class Original:
    """A paragraph as it was before the first passage took its words."""

    def __init__(self, paragraph: Element) -> None:
        self._paragraph = _without_anchors(paragraph)
        self._nodes = leaf_nodes(self._paragraph)
        self._numbers = {node: number for number, node in enumerate(speaking(self._paragraph))}
        self._shells: dict[Element, Element] = {}

    def copy_for(self, leaves: Iterable[int | None]) -> Copy:
        """A copy that shows the leaves with these numbers, within all that is around them.

        Thousands of lines in one paragraph would cost the square of their number if each copied all others.
        """
        shown = sorted({leaf for leaf in leaves if leaf is not None})
        copies: dict[Element, Element] = {}
        copy = self._around(self._paragraph, copies)
        for leaf in shown:
            node = self._nodes[leaf]
            wrapper = node.getparent()
            assert wrapper is not None
            self._around(wrapper, copies).append(clone(node))
        numbered = ((self._numbers[node], its) for node, its in copies.items() if node in self._numbers)
        return Copy(copy, shown, sorted(numbered, key=itemgetter(0)))

    def _around(self, wrapper: Element, copies: dict[Element, Element]) -> Element:
        """The copy of a wrapper within the copies of those around it: each is made where the first leaf needs it."""
        if wrapper not in copies:
            copies[wrapper] = clone(self._shell(wrapper))
            above = wrapper.getparent()
            if above is not None:
                self._around(above, copies).append(copies[wrapper])
        return copies[wrapper]

    def _shell(self, wrapper: Element) -> Element:
        """A wrapper with what says how it is, and nothing of what it holds."""
        if wrapper not in self._shells:
            shell = self._shells[wrapper] = clone(wrapper)
            for held in list(shell):
                if held.tag not in _PROPERTIES:
                    shell.remove(held)
        return self._shells[wrapper]


def speaking(paragraph: Element) -> list[Element]:
    """What gives words of its own accord, and so must stand in one place only: fields and content controls."""
    found = paragraph.iter(_SIMPLE_FIELD, SDT)
    return [node for node in found if next(node.iterancestors(*DELETED_TAGS), None) is None]


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
