"""An `mc:AlternateContent` in; the branch of it that Word shows, and those it does not, out (ISO/IEC 29500-3)."""

from __future__ import annotations

from lxml import etree

from gwformat.ooxml.names import MC

ALTERNATE, CHOICE, FALLBACK = (f"{{{MC}}}{name}" for name in ("AlternateContent", "Choice", "Fallback"))


def chosen(alternate: etree._Element) -> etree._Element | None:
    """The first choice that requires only what Word knows, else the fallback; None where Word shows nothing."""
    from gwformat.ooxml.grammar.names import all_known  # most files have no alternatives

    for branch in alternate.iterchildren(CHOICE):
        if all_known(branch.get("Requires", ""), branch.nsmap):
            return branch
    return next(alternate.iterchildren(FALLBACK), None)


def is_seen(alternate: etree._Element) -> bool:
    """Whether there is anything in what Word shows of it: other programs keep notes of their own in choices."""
    branch = chosen(alternate)
    return branch is not None and len(branch) > 0


def set_aside(root: etree._Element) -> frozenset[etree._Element]:
    """The branches below `root` that Word does not show."""
    found: list[etree._Element] = []
    for alternate in root.iter(ALTERNATE):
        shown = chosen(alternate)
        found += (branch for branch in alternate.iterchildren(CHOICE, FALLBACK) if branch is not shown)
    return frozenset(found)


def is_aside(node: etree._Element, aside: frozenset[etree._Element]) -> bool:
    """Whether a node stands in one of the branches that are `aside`."""
    return bool(aside) and not aside.isdisjoint(node.iterancestors(CHOICE, FALLBACK))
