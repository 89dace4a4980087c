"""A package comes in; markup that no word processor shows – comments, attributes of other programs – goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from gwformat.ooxml.leaks.kinds import Leak, LeakKind, Removal
from gwformat.ooxml.leaks.view import View, elements
from gwformat.ooxml.names import W
from gwformat.ooxml.relationships import rels_name

_KNOWN = (
    "http://schemas.openxmlformats.org/",
    "http://schemas.microsoft.com/",
    "http://www.w3.org/",
    "http://purl.org/dc/",
    "http://purl.oclc.org/ooxml/",
    "urn:schemas-microsoft-com:",
)
_LEAVES = ("t", "delText", "instrText", "delInstrText", "fldData", "binData", "rPr")
_STRAY = etree.XPath(
    "//w:*[not(" + " or ".join(f"self::w:{name}" for name in _LEAVES) + ")][text()[normalize-space()]]",
    namespaces={"w": W},
)
# Words behind anything but the opening tag of a leaf, or of an element of another prefix.
_MAY_BE_STRAY = re.compile(
    rb"<(?!(?:w:(?:" + "|".join(_LEAVES).encode() + rb")(?=[\s>])|(?!w:)[A-Za-z][\w.-]*:)[^<>]*(?<!/)>)[^<>]*>\s*[^<\s]"
)


# Every attribute of WordprocessingML has its prefix.
_OWNED = etree.XPath("//w:*[@*[namespace-uri()='']]", namespaces={"w": W})
_MAY_BE_OWNED = re.compile(rb"<w:\w+(?:\s+[\w.-]+:[\w.-]+\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'))*\s+(?!xmlns\b)[\w.-]+\s*=")


def foreign(view: View) -> Iterator[Leak]:
    """Comments in the XML, markup and attributes of other programs, text that no element shows."""
    lists = [name for name in map(rels_name, ("", *sorted(view.reached))) if name in view.package.parts]
    for part in dict.fromkeys((*view.texts, *sorted(view.reached), *lists)):
        if not part.lower().endswith((".xml", ".vml", ".rels")) or part not in view.package.parts:
            continue
        spelled = view.spelled(part)
        strange = [uri for uri in spelled.namespaces if not is_known(uri)]
        notes = spelled.is_annotated
        if not strange and not notes and part not in view.texts and view.is_ordinary(part):
            continue
        root = view.root(part)
        if root is None or str(root.tag).partition("}")[0][1:] in strange:
            continue
        if notes:
            nodes = tuple(root.iter(etree.Comment, etree.ProcessingInstruction))  # those around the root go anyway
            yield Leak(LeakKind.FOREIGN_MARKUP, part, "XML 注释或处理指令", Removal.NODES, nodes=nodes)
        if strange:
            what = f"别的程序的标记：{'、'.join(dict.fromkeys(strange))}"
            yield Leak(LeakKind.FOREIGN_MARKUP, part, what, Removal.NAMESPACE, nodes=(root,))
        if part in view.texts and view.may_match(part, _MAY_BE_OWNED) and (owned := elements(_OWNED, root)):
            keys = tuple(sorted({str(key) for node in owned for key in node.attrib if not str(key).startswith("{")}))
            what = f"WordprocessingML 没有的属性：{'、'.join(keys)}"
            yield Leak(LeakKind.FOREIGN_MARKUP, part, what, Removal.ATTRIBUTES, nodes=owned, names=keys)
        if part in view.texts and view.may_match(part, _MAY_BE_STRAY) and (stray := elements(_STRAY, root)):
            what = "不显示的文字"
            yield Leak(LeakKind.FOREIGN_MARKUP, part, what, Removal.STRAY_TEXT, nodes=stray)


def is_known(uri: str) -> bool:
    """Whether a namespace is one of Word's and its kin."""
    return uri.startswith(_KNOWN) or uri == ""
