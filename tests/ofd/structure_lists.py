"""The lists of an OFD beside its pages come in: outline, semantic trees, notes, files enclosed, signatures.

What is wrong with them goes out: each leads to parts, pages and objects, and these must be there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Set

from lxml import etree

from tests.ofd.structure_page import OFD, name_of
from tests.ofd.structure_parts import ENTRY, Parts

_FIT = ("XYZ", "Fit", "FitH", "FitV", "FitR")
_NOTE = ("ID", "Type", "Creator", "LastModDate")


def look_at_lists(parts: Parts, path: str, document: etree._Element, drawn: Mapping[str, Set[str]]) -> None:
    """All that the document lists; `drawn` has the numbers on each page."""
    for item in document.iter(f"{OFD}OutlineElem"):
        if not item.get("Title"):
            parts.blame(path, ["大纲有一项没有标题"])
    for item in document.iter(f"{OFD}Dest"):
        if item.get("PageID") not in drawn or item.get("Type") not in _FIT:
            parts.blame(path, [f"大纲或书签指向页 {item.get('PageID')}，{item.get('Type')}"])
    for name in ("Annotations", "Attachments", "CustomTags"):
        for loc in document.findall(f"{OFD}{name}"):
            part = parts.find(path, loc.text, name)
            root = None if part is None else parts.root(part, name)
            if root is not None and part is not None:
                for item in root.iterchildren(f"{OFD}*"):
                    _listed(parts, part, item, drawn)


def look_at_signatures(parts: Parts, loc: str) -> None:
    """Each signature is there with its value, and so is every part that it protects."""
    path = parts.find(ENTRY, loc, "Signatures")
    root = None if path is None else parts.root(path, "Signatures")
    if root is None or path is None:
        return
    for one in root.iter(f"{OFD}Signature"):
        if not one.get("ID"):
            parts.blame(path, ["签名没有 ID"])
        inner = parts.find(path, one.get("BaseLoc"), "签名")
        signature = None if inner is None else parts.root(inner, "Signature")
        if inner is None or signature is None:
            continue
        for item in signature.iter(f"{OFD}Reference"):
            parts.find(inner, item.get("FileRef"), "签名保护的文件")
        for item in signature.iter(f"{OFD}SignedValue", f"{OFD}BaseLoc"):
            parts.find(inner, item.text, name_of(item))


def _listed(parts: Parts, path: str, item: etree._Element, drawn: Mapping[str, Set[str]]) -> None:
    part = parts.find(path, item.findtext(f"{OFD}FileLoc"), name_of(item))
    match name_of(item):
        case "Page":
            if item.get("PageID") not in drawn:
                parts.blame(path, [f"批注的页 {item.get('PageID')} 不存在"])
            if part is not None:
                _notes(parts, part)
        case "Attachment" if not item.get("ID") or not item.get("Name"):
            parts.blame(path, ["附件没有 ID 或名称"])
        case "CustomTag":
            if item.get("TypeID") is None:
                parts.blame(path, ["CustomTag 没有 TypeID"])
            if part is not None:
                _tree(parts, part, drawn)


def _notes(parts: Parts, path: str) -> None:
    root = parts.root(path, "PageAnnot")
    for item in () if root is None else root.iter(f"{OFD}Annot"):
        missing = [name for name in _NOTE if not item.get(name)]
        if item.find(f"{OFD}Appearance") is None:
            missing.append("Appearance")
        if missing:
            parts.blame(path, [f"批注 {item.get('ID')} 没有 {'、'.join(missing)}"])


def _tree(parts: Parts, path: str, drawn: Mapping[str, Set[str]]) -> None:
    """A semantic tree: every leaf leads to objects on the page it names, to each of them once."""
    root = parts.root(path, None)
    if root is None:
        return
    said = [(item.get("PageRef", ""), (item.text or "").strip()) for item in root.iter(f"{OFD}ObjectRef")]
    parts.blame(path, (f"页 {page} 没有对象 {one}" for page, one in said if one not in drawn.get(page, ())))
    parts.blame(path, (f"对象 {one} 指了 {times} 次" for (_, one), times in Counter(said).items() if times > 1))
    leaves = (item for item in root.iterdescendants("{*}*") if item.tag != f"{OFD}ObjectRef" and not len(item))
    parts.blame(path, (f"{name_of(item)} 不指任何对象" for item in leaves))
