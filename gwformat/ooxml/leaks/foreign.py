"""A package comes in; markup that no word processor shows – comments, elements of other programs – goes out."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from gwformat.ooxml.grammar.names import KNOWN
from gwformat.ooxml.leaks.kinds import Leak, LeakKind, Removal
from gwformat.ooxml.leaks.unknown import PART_KINDS
from gwformat.ooxml.leaks.view import View
from gwformat.ooxml.relationships import rels_name


def foreign(view: View) -> Iterator[Leak]:
    """Comments in the XML of all parts, and in those the grammar does not look at, markup of other programs."""
    lists = [name for name in map(rels_name, ("", *sorted(view.reached))) if name in view.package.parts]
    in_grammar = {arrow.target for _, arrow in view.arrows if arrow.kind in PART_KINDS}
    for part in dict.fromkeys((*view.texts, *sorted(view.reached), *lists)):
        if not part.lower().endswith((".xml", ".vml", ".rels")) or part not in view.package.parts:
            continue
        spelled = view.spelled(part)
        strange = [] if part in in_grammar else [uri for uri in spelled.namespaces if not is_known(uri)]
        notes = spelled.is_annotated or not spelled.is_ordinary
        root = view.root(part) if strange or notes else None
        if root is None or str(root.tag).partition("}")[0][1:] in strange:
            continue
        # Those around the root go anyway.
        nodes = tuple(root.iter(etree.Comment, etree.ProcessingInstruction)) if notes else ()
        if spelled.is_annotated or nodes:
            yield Leak(LeakKind.FOREIGN_MARKUP, part, "XML 注释或处理指令", Removal.NODES, nodes=nodes)
        if strange:
            what = f"别的程序的标记：{'、'.join(dict.fromkeys(strange))}"
            yield Leak(LeakKind.FOREIGN_MARKUP, part, what, Removal.NAMESPACE, nodes=(root,))


def is_known(uri: str) -> bool:
    """Whether a namespace is one of Word's and its kin."""
    return uri in KNOWN or uri == ""
