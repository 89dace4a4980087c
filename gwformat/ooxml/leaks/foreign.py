"""A package comes in; markup that no word processor shows – comments, elements of other programs – goes out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lxml import etree

from gwformat.ooxml.grammar.names import is_known
from gwformat.ooxml.leaks.kinds import Leak, LeakKind, Removal
from gwformat.ooxml.leaks.unknown import parts_in_grammar
from gwformat.ooxml.leaks.view import View
from gwformat.ooxml.names import namespace


def foreign(view: View) -> Iterator[Leak]:
    """Comments in the XML of all parts, and in those the grammar does not look at, markup of other programs."""
    in_grammar = view.arrows.worked_out(parts_in_grammar, parts_in_grammar)
    for part in dict.fromkeys((*view.texts, *view.arrows.xml)):
        if part not in view.package.parts:
            continue
        odd, unsure = view.package.of_part(part, partial(_odd, view, part), _odd)
        strange = () if part in in_grammar else odd
        root = view.root(part) if strange or unsure else None
        if root is None or namespace(root.tag) in strange:
            continue
        # Those around the root go anyway.
        nodes = tuple(root.iter(etree.Comment, etree.ProcessingInstruction)) if unsure else ()
        if nodes or view.spelled(part).is_annotated:
            yield Leak(LeakKind.FOREIGN_MARKUP, part, "XML 注释或处理指令", Removal.NODES, nodes=nodes)
        if strange:
            what = f"别的程序的标记：{'、'.join(dict.fromkeys(strange))}"
            yield Leak(LeakKind.FOREIGN_MARKUP, part, what, Removal.NAMESPACE, nodes=(root,))


def _odd(view: View, part: str) -> tuple[tuple[str, ...], bool]:
    """The namespaces of a part that Word does not know, and whether there may be comments of XML in it."""
    spelled = view.spelled(part)
    strange = tuple(uri for uri in spelled.namespaces if not is_known(uri))
    return strange, spelled.is_annotated or not spelled.is_ordinary
