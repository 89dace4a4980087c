"""The styles part of a draft comes in; the same part with our styles at its end, and none beside them, goes out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from lxml import etree

from gwformat.ooxml.names import NS, W, w
from gwformat.ooxml.recurring import worked_out
from gwformat.ooxml.trees import part_bytes
from gwformat.ooxml.values import VAL
from gwformat.setting.setting import Setting
from gwformat.values import dataclass
from gwformat.writers.docx.oxml import Element, child, clone, el
from gwformat.writers.docx.repair import is_sorted
from gwformat.writers.docx.styles import build

_STYLE, _NAME, _STYLE_ID = w("style"), w("name"), w("styleId")
_END = b"</w:styles>"
_NAMES = etree.XPath("w:style/w:name/@w:val", namespaces=NS, smart_strings=False)
_IDS = etree.XPath("w:style/@w:styleId", namespaces=NS, smart_strings=False)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What decides whether a styles part can stay as it is: the order within it, names and ids of its styles."""

    is_sorted: bool
    names: tuple[str, ...]
    ids: tuple[str, ...]

    def has_room(self, setting: Setting) -> bool:
        """Whether no style has to give way to one of ours."""
        return _built(setting).are_others(self.names, self.ids)

    def ends_with_ours(self, data: bytes, setting: Setting) -> bool:
        """Whether the part, which is `data`, has ours as they are at its end, where an earlier run put them."""
        ours = _built(setting)
        count = len(ours.ids)
        return data.endswith(ours.text + _END) and ours.are_others(self.names[:-count], self.ids[:-count])


def sheet_of(root: Element, data: bytes | None) -> Sheet:
    """What a styles part is like; once for all files that have the same, `data`."""
    return _read(root) if data is None else worked_out(data, lambda: _read(root), Sheet)


def _read(root: Element) -> Sheet:
    names, ids = _NAMES(root), _IDS(root)
    assert isinstance(names, list) and isinstance(ids, list)
    return Sheet(is_sorted(root), tuple(map(str, names)), tuple(map(str, ids)))


def make_room(root: Element, setting: Setting) -> dict[str, str]:
    """Take the styles that ours replace out of a copied styles part; their ids go out, mapped to ours."""
    by_name = _built(setting).ids
    ids = frozenset(by_name.values())
    renamed: dict[str, str] = {}
    for style in root.findall(_STYLE):
        identifier = style.get(_STYLE_ID, "")
        if identifier in ids:
            root.remove(style)
        elif (name := _name(style)) in by_name:
            renamed[identifier] = by_name[name]
            root.remove(style)
    if renamed:
        for tag in ("basedOn", "next", "link"):
            for reference in root.iter(w(tag)):
                reference.set(w("val"), renamed.get(reference.get(w("val"), ""), reference.get(w("val"), "")))
    return renamed


def with_ours(root: Element, setting: Setting, data: bytes | None = None) -> bytes:
    """The XML of a styles part with our styles at its end; they are serialised once for many documents.

    Where the part is still the bytes it was, `data`, it stays as the draft has it but for what is added.
    """
    if data is None:
        return _joined(root, None, setting)
    return worked_out(data, lambda: _joined(root, data, setting), (with_ours, setting))


def _joined(root: Element, data: bytes | None, setting: Setting) -> bytes:
    ours = _built(setting)
    if data is None or (root.getroottree().docinfo.encoding or "").upper() != "UTF-8":
        data = part_bytes(root)
    data = data.rstrip()
    if data.endswith(_END) and list(root.nsmap.values()).count(W) == 1:
        return data[: -len(_END)] + ours.text + _END
    root = clone(root)
    root.extend(list(clone(ours.root)))
    return part_bytes(root)


def empty_styles() -> Element:
    """A styles part for a package that has none."""
    return etree.fromstring(
        f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/></w:style></w:styles>'
    )


def _name(style: Element) -> str:
    name = child(style, _NAME)
    return "" if name is None else name.get(VAL, "")


@dataclass(frozen=True, slots=True)
class _Ours:
    """Our styles under one root, their XML without it, and their ids by name."""

    root: Element
    text: bytes
    ids: dict[str, str]

    def are_others(self, names: Iterable[str], ids: Iterable[str]) -> bool:
        """Whether none of these styles is one of ours."""
        return self.ids.keys().isdisjoint(names) and frozenset(self.ids.values()).isdisjoint(ids)


@lru_cache(maxsize=16)
def _built(setting: Setting) -> _Ours:
    root = el("styles", *build(setting))
    text = etree.tostring(root, encoding="UTF-8")
    ids = {_name(style): style.get(_STYLE_ID, "") for style in root}
    return _Ours(root, text[text.index(b">") + 1 : -len(_END)], ids)
