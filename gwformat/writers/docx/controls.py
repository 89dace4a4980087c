"""A written docx with places to fill comes in; the same docx with a content control around every place goes out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from gwformat.drafting.places import PLACE, pieces
from gwformat.metadata import role_named
from gwformat.model import Role
from gwformat.ooxml.names import w
from gwformat.ooxml.values import VAL
from gwformat.writers.docx import oxml
from gwformat.writers.docx.oxml import RPR, Element, P, R, T, el
from gwformat.writers.docx.styles import style_id

_STYLE = f"{w('pPr')}/{w('pStyle')}"
_ROLES = {style_id(role): role.key for role in Role}


def set_controls(root: Element, *, lasting: bool = False) -> int:
    """Wrap every place of a main part in a control named after its label; how many there are goes out.

    Its tag is the key of the element its label names, or else of the one it stands in. A control that is not `lasting`
    goes away when it is filled: finished text has none.
    """
    count = 0
    for paragraph in list(root.iter(P)):
        style = paragraph.find(_STYLE)
        tag = _ROLES.get("" if style is None else style.get(VAL, ""), Role.OTHER.key)
        for run in list(paragraph.iter(R)):
            count += _wrap(run, tag, count, lasting=lasting)
    return count


def _wrap(run: Element, tag: str, count: int, *, lasting: bool) -> int:
    """Part a run of nothing but text at its places; how many controls that gives."""
    leaves = [child for child in run if child.tag != RPR]
    if len(leaves) != 1 or leaves[0].tag != T or PLACE.search(leaves[0].text or "") is None:
        return 0
    new = list(_parted(run, leaves[0].text or "", tag, count, lasting))
    for node in new:
        run.addprevious(node)
    parent = run.getparent()
    assert parent is not None
    parent.remove(run)
    return sum(node.tag == oxml.SDT for node in new)


def _parted(run: Element, text: str, tag: str, count: int, lasting: bool) -> Iterator[Element]:
    for words, label in pieces(text):
        part = oxml.clone(run)
        leaf = oxml.child(part, T)
        assert leaf is not None
        oxml.set_text(leaf, words)
        if label is None:
            yield part
        else:
            count += 1
            role = role_named(label)
            yield _control(part, label, tag if role is None else role.key, count, lasting=lasting)


def _control(content: Element, label: str, tag: str, number: int, *, lasting: bool) -> Element:
    """A control around a run that shows its placeholder; what is typed in it looks like the run.

    It is for rich text: in one for plain text (`w:text`) LibreOffice 7.4 forgets the size and scale of the run.
    """
    rpr = oxml.child(content, RPR)
    properties = el("sdtPr")
    if rpr is not None:
        properties.append(oxml.clone(rpr))
    digest = hashlib.sha256(f"{number}{tag}{label}".encode()).digest()
    properties.extend([el("alias", val=label), el("tag", val=tag)])
    properties.append(el("id", val=int.from_bytes(digest[:4], "big") >> 1))
    if not lasting:
        properties.append(el("temporary"))
    properties.append(el("showingPlcHdr"))
    return el("sdt", properties, el("sdtContent", content))
