"""A leak comes in; it goes out of the trees of a package, and what is seen stays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from lxml import etree

from gwformat.ooxml.leaks import Leak, Removal, plain_code, plain_style
from gwformat.ooxml.names import local, w
from gwformat.ooxml.picture_data import cleaned
from gwformat.ooxml.trees import detach
from gwformat.writers.docx.oxml import RPR, Element, P, R, set_text
from gwformat.writers.docx.parts import Parts
from gwformat.writers.docx.sanitise.namespaces import without_strangers

_FIELD, _TYPE = w("fldChar"), w("fldCharType")
_CODE = frozenset((_FIELD, w("instrText"), w("delInstrText"), w("fldData")))
_CODE_TEXT, _INSTRUCTION = w("instrText"), w("instr")
_NAMED = frozenset(("docPr", "cNvPr", "clrScheme", "fontScheme", "fmtScheme"))


def take_out(parts: Parts, leak: Leak) -> None:
    """Remove one leak; its nodes are those of the trees of `parts`."""
    if leak.removal is Removal.PART:
        parts.remove(leak.part)
    elif leak.removal is Removal.PICTURE:
        parts.add_data(leak.part, cleaned(parts.package.parts[leak.part]))
    elif leak.removal is Removal.NAMESPACE:
        parts.exchange(leak.part, without_strangers(leak.nodes[0]))
    elif leak.removal is Removal.ATTRIBUTES:
        _without_attributes(leak.nodes, leak.names)
    elif leak.removal is not None and (act := _ACTS.get(leak.removal)) is not None:
        for node in leak.nodes:
            act(node)


def unwrap(node: Element) -> None:
    """Put what an element holds in its place, without its properties."""
    parent = node.getparent()
    if parent is not None:
        at = parent.index(node)
        parent[at : at + 1] = [child for child in node if not local(child.tag).endswith("Pr")]


def _without_attributes(nodes: Iterable[Element], names: Iterable[str]) -> None:
    for node in nodes:
        for name in names:
            if name == "name" and local(node.tag) in _NAMED:
                node.set(name, "")  # the schema wants one
            else:
                _discard(node, name)


def _discard(node: Element, name: str) -> None:
    if name in node.attrib:
        del node.attrib[name]


def _without_text(run: Element) -> None:
    """Empty a run of all it shows; ends of fields stay, lest others run on."""
    for leaf in list(run):
        if leaf.tag not in _CODE and leaf.tag != RPR:
            run.remove(leaf)
    _drop_if_empty(run)


def _drop_if_empty(run: Element | None) -> None:
    if run is not None and run.tag == R and all(leaf.tag == RPR for leaf in run):
        detach(run)


def _without_stray_text(node: Element) -> None:
    node.text = None
    for child in node:
        child.tail = None


def _without_code(begin: Element) -> None:
    """Take out a field from its beginning to where its outcome starts, and its end."""
    if next(begin.iterancestors(P), None) is None:
        return  # gone with another field
    depth, shows, doomed = 0, False, []
    for leaf in _leaves_from(begin):
        kind = leaf.get(_TYPE) if leaf.tag == _FIELD else None
        depth += kind == "begin"
        if depth == 1 and kind == "separate":
            shows = True
            doomed.append(leaf)
        elif depth == 1 and kind == "end":
            doomed.append(leaf)
            break
        elif not shows:
            doomed.append(leaf)
        depth -= kind == "end"
    for leaf in doomed:
        run = leaf.getparent()
        detach(leaf)
        _drop_if_empty(run)


def _with_plain_code(begin: Element) -> None:
    """Leave a field without fields in it the words of its code that matter."""
    if begin.tag != _FIELD:
        begin.set(_INSTRUCTION, plain_code(begin.get(_INSTRUCTION, "")))
        return
    codes: list[Element] = []
    for leaf in _leaves_from(begin):
        if leaf.tag == _FIELD and leaf is not begin:
            break
        if leaf.tag == _CODE_TEXT:
            codes.append(leaf)
    plain = plain_code("".join(leaf.text or "" for leaf in codes).strip())
    set_text(codes[0], f" {plain} ")
    for leaf in codes[1:]:
        run = leaf.getparent()
        detach(leaf)
        _drop_if_empty(run)


def _leaves_from(begin: Element) -> Iterator[Element]:
    """What stands in runs, from a leaf to the end of the part."""
    yield begin
    holder: Element | None = begin
    while holder is not None:
        for following in holder.itersiblings():
            for node in following.iter(etree.Element):
                parent = node.getparent()
                if parent is not None and parent.tag == R and node.tag != RPR:
                    yield node
        holder = holder.getparent()


def _with_plain_style(shape: Element) -> None:
    shape.set("style", plain_style(shape.get("style", "")))


_ACTS: Mapping[Removal, Callable[[Element], None]] = {
    Removal.NODES: detach,
    Removal.RELATIONSHIP: detach,
    Removal.UNWRAP: unwrap,
    Removal.TEXT: _without_text,
    Removal.STRAY_TEXT: _without_stray_text,
    Removal.FIELD: _without_code,
    Removal.CODE: _with_plain_code,
    Removal.DECLARATIONS: _with_plain_style,
}
