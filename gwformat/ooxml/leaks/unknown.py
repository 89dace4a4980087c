"""A package comes in; what stands in its parts and is not in Word's grammar – elements, attributes, values – goes out.

What the grammar does not know, no program shows; it may say anything. Words in it are left for people to judge.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from lxml import etree

from gwformat.ooxml.grammar import DRAWN_LOOKS, Entry, entry, permits, spelled_name
from gwformat.ooxml.grammar.names import is_known, is_plain_prefix
from gwformat.ooxml.leaks.arrows import Arrows
from gwformat.ooxml.leaks.kinds import Leak, LeakKind, Removal
from gwformat.ooxml.leaks.view import Element, View
from gwformat.ooxml.names import MC, XML, A, M, local, namespace, w
from gwformat.values import dataclass

PART_KINDS = frozenset(
    (
        "officeDocument", "header", "footer", "footnotes", "endnotes", "styles", "numbering", "settings", "fontTable",
        "theme", "themeOverride", "chart", "chartUserShapes", "diagramDrawing",
    )
)  # fmt: skip
"""The last segments of relationship types that lead to parts whose markup the grammar knows."""

_SEEN = (*(w(name) for name in ("t", "drawing", "pict", "object", "sym", "tab", "br")), f"{{{M}}}t", f"{{{A}}}t")
_SPACE, _SPACES = f"{{{XML}}}space", ("default", "preserve")
_COMPATIBLE = f"{{{MC}}}"
_IGNORABLE = f"{_COMPATIBLE}Ignorable"
_CHOICE = f"{_COMPATIBLE}Choice"
_GRAPHIC = f"{{{A}}}graphicData"
_EXTENSIONS = ("ext", "extLst")
_SHOWN = 40


@dataclass(slots=True)
class _Found:
    """What is not in the grammar in a part: nodes, the nodes that have an attribute, nodes with text of their own."""

    nodes: list[Element] = field(default_factory=list)
    drawings: list[Element] = field(default_factory=list)
    attributes: dict[str, list[Element]] = field(default_factory=dict)
    drawn: list[tuple[Element, str]] = field(default_factory=list)
    text: list[Element] = field(default_factory=list)


def unknown(view: View) -> Iterator[Leak]:
    """Elements, attributes, values and text that are not in the grammar, part by part."""
    for part in view.arrows.worked_out(parts_in_grammar, parts_in_grammar):
        if part in view.package.parts and not view.is_in_grammar(part):
            declared = view.worked_out(part, _badly_declared)
            root = view.root(part)
            if declared and root is not None:
                what = f"别的程序的标记：{'、'.join(declared)}"
                yield Leak(LeakKind.FOREIGN_MARKUP, part, what, Removal.NAMESPACE, nodes=(root,))
            found = view.worked_out(part, _read)
            if found is not None:
                yield from _told(view, part, found)


def parts_in_grammar(arrows: Arrows) -> dict[str, None]:
    """The parts whose markup the grammar knows, in the order in which they are reached."""
    return dict.fromkeys(arrow.target for _, arrow in arrows.of(*PART_KINDS) if not arrow.external)


def _badly_declared(root: Element) -> tuple[str, ...]:
    """Namespaces nobody knows, prefixes with a meaning of their own, and prefixes that are named and not declared."""
    declared: dict[str, str] = {"xml": XML}
    said: list[str] = []
    for event, what in etree.iterwalk(root, events=("start-ns", "start")):
        if event == "start-ns":
            prefix, uri = what
            said += [uri] if not is_known(uri) else [prefix] if prefix and not is_plain_prefix(prefix) else []
            declared[prefix] = uri
        elif isinstance(what.tag, str):
            names = what.get(_IGNORABLE, "") + " " + what.get("Requires", "") * (what.tag == _CHOICE)
            said += [name for name in names.split() if name not in declared]
    return tuple(dict.fromkeys(said))


def _told(view: View, part: str, found: _Found) -> Iterator[Leak]:
    for node in found.nodes:
        words = any(True for _ in node.iter(*_SEEN))
        said = f"{'标准里没有的标记' if entry(_name(node)) is None else '放错了地方的标记或者值'}：{_name(node)}"
        where = view.paragraph(part, node)
        yield Leak(LeakKind.FOREIGN_MARKUP, part, said, None if words else Removal.NODES, where, (_whole(node),))
    for key, nodes in found.attributes.items():
        said = f"标准里没有的属性或者值：{_spelled(key)}=“{nodes[0].get(key, '')[:_SHOWN]}”"
        where = view.paragraph(part, nodes[0])
        yield Leak(LeakKind.FOREIGN_MARKUP, part, said, Removal.ATTRIBUTES, where, tuple(nodes), (key,))
    if found.text:
        where = view.paragraph(part, found.text[0])
        yield Leak(LeakKind.FOREIGN_MARKUP, part, "不显示的文字", Removal.STRAY_TEXT, where, tuple(found.text))
    for node in found.drawings:
        said = f"不认识的图形：{_name(node)}"
        yield Leak(LeakKind.UNPROVEN, part, said, None, view.paragraph(part, node), (node,))
    for node, key in found.drawn:
        said = f"图形里的文字：{_spelled(key)}=“{node.get(key, '')[:_SHOWN]}”"
        yield Leak(LeakKind.UNPROVEN, part, said, None, view.paragraph(part, node), (node,))


def _name(node: Element) -> str:
    return _spelled(str(node.tag))


def _spelled(tag: str) -> str:
    return spelled_name(tag) or tag


def _whole(node: Element) -> Element:
    """An element with the extension, and the list of extensions, that hold nothing else."""
    holder = node.getparent()
    while holder is not None and local(holder.tag) in _EXTENSIONS and len(holder) == 1:
        node, holder = holder, holder.getparent()
    return node


def _read(root: Element) -> _Found:
    found = _Found()
    known = entry(_name(root))
    if known is not None:
        _read_in(root, known, found)
    return found


def _read_in(node: Element, known: Entry, found: _Found) -> None:
    """What is not in the grammar in an element of it."""
    _read_attributes(node, known, found)
    words = (node.text or "").strip()
    unfit = bool(words) and (known.text is None or not permits(known.text, words))
    if unfit or any(child.tail and child.tail.strip() for child in node):
        found.text.append(node)
    for child in _children(node, found):
        name = spelled_name(str(child.tag))
        inner = entry(name) if name else None
        if name is None and not is_known(namespace(child.tag)):
            continue  # told with its namespace
        if inner is not None and name in known.children:
            if not inner.is_opaque:
                _read_in(child, inner, found)
        elif node.tag == _GRAPHIC:
            found.drawings.append(child)
        else:
            found.nodes.append(child)


def _children(node: Element, found: _Found) -> Iterator[Element]:
    """The elements in another; those of compatible markup give way to what stands in them."""
    for child in node.iterchildren(etree.Element):
        known = entry(_name(child)) if str(child.tag).startswith(_COMPATIBLE) else None
        if known is None:
            yield child
        else:
            _read_attributes(child, known, found)
            yield from _children(child, found)


def _read_attributes(node: Element, known: Entry, found: _Found) -> None:
    for key, value in ((str(key), str(value)) for key, value in node.items()):
        name = spelled_name(str(key))
        if key == _IGNORABLE or (key == _SPACE and value in _SPACES):
            continue
        if name is None and not is_known(namespace(key)):
            continue  # told with its namespace
        look = None if name is None else known.attributes.get(name)
        if look is not None and permits(look, value):
            continue
        if look in DRAWN_LOOKS:
            found.drawn.append((node, str(key)))
        elif look is not None and (local(key) == "val" or local(node.tag) == "ext"):
            found.nodes.append(node)
        else:
            found.attributes.setdefault(str(key), []).append(node)
