"""What a survey finds: the words of a paragraph and the objects, as values; and what an element says about itself."""

from __future__ import annotations

import copy
import hashlib
from typing import NamedTuple

from lxml import etree

from gwformat.ledger.entries import ObjectKind
from gwformat.ooxml.names import MC, M, local, w
from gwformat.ooxml.trees import child_of

Anchor = tuple[str, int, int]
"""An opaque piece by its place: ("table", first paragraph, 0) or ("inline", paragraph, how many-th there)."""


class Words(NamedTuple):
    """A paragraph's own visible words; `OBJECT` where something else sits."""

    text: str
    style: str = ""
    numbered: bool = False
    fields: tuple[str, ...] = ()  # instructions of the fields that end in it
    results: tuple[str, ...] = ()  # what each of them shows


class Thing(NamedTuple):
    """An object: what identifies it, the words it covers, and which opaque pieces it is inside of."""

    kind: ObjectKind
    key: str
    words: str = ""
    paragraph: int = 0
    anchors: tuple[Anchor, ...] = ()
    around: str = ""  # of a content control: the words in it, which do not tell it from others


_OFF = ("0", "false", "off")
_RPR, VANISH, _TEXT, _VAL = w("rPr"), w("vanish"), w("t"), w("val")
_PPR, _STYLE, _NUMBERED, _SECTION = w("pPr"), w("pStyle"), w("numPr"), w("sectPr")
_BESIDE_WORDS = (
    *map(w, ("drawing", "pict", "object", "sym", "ruby", "footnoteReference", "endnoteReference")),
    f"{{{MC}}}AlternateContent",
)
_FONT, _CHAR, _RUBY_PR = w("font"), w("char"), w("rubyPr")
_CONTROL_NAMES = tuple(f"{w('sdtPr')}/{w(name)}" for name in ("tag", "alias"))


def is_on(mark: etree._Element | None) -> bool:
    """Whether a switch is there and not switched off."""
    return mark is not None and mark.get(_VAL) not in _OFF


def said_by(paragraph: etree._Element) -> tuple[str, bool, bool]:
    """The style a paragraph names, whether it is numbered by itself, and whether a section ends in it."""
    properties = child_of(paragraph, _PPR)
    style, numbered, ends_section = None, False, False
    for child in properties if properties is not None else ():
        tag = child.tag
        if tag == _STYLE and style is None:
            style = child.get(_VAL, "")
        elif tag == _NUMBERED:
            numbered = True
        elif tag == _SECTION:
            ends_section = True
    return style or "", numbered, ends_section


def symbol_key(symbol: etree._Element) -> str:
    """The font of a symbol and its place there; the character alone where it is the same one in every font."""
    code = symbol.get(_CHAR, "")
    return code if _is_character(code) else f"{symbol.get(_FONT, '')} {code}"


def _is_character(code: str) -> bool:
    """17.3.3.30: places in faces of signs are shifted to U+F000; below U+0100 they may have been left unshifted."""
    try:
        return int(code, 16) >= 0x100 and not 0xE000 <= int(code, 16) <= 0xF8FF
    except ValueError:
        return False


def ruby_words(ruby: etree._Element) -> str:
    """The words above and those below."""
    parts = [part for part in ruby if part.tag != _RUBY_PR]
    return "|".join("".join(leaf.text or "" for leaf in part.iter(_TEXT)) for part in parts)


def control_names(control: etree._Element) -> str:
    """The tag and the title of a content control."""
    marks = [mark for path in _CONTROL_NAMES if (mark := control.find(path)) is not None]
    return "|".join(mark.get(_VAL, "") for mark in marks)


_CHOICE, _FALLBACK = f"{{{MC}}}Choice", f"{{{MC}}}Fallback"


def shown_branch(alternate: etree._Element) -> etree._Element | None:
    """What Word shows of alternatives: the first choice of which it knows every namespace, or else the fallback."""
    from gwformat.ooxml.grammar.names import KNOWN  # most files have no alternatives

    fallback = None
    for branch in alternate:
        if branch.tag == _CHOICE and {branch.nsmap.get(p) for p in branch.get("Requires", "").split()} <= KNOWN:
            return branch
        if branch.tag == _FALLBACK and fallback is None:
            fallback = branch
    return fallback


def alternatives_key(alternate: etree._Element) -> str:
    """What identifies alternatives that Word shows nothing of: the notes of another program."""
    inside = (node for branch in alternate for node in branch.iterdescendants("*"))
    return " ".join(f"{local(node.tag)}{sorted(node.attrib.values())}" for node in inside)


def has_content(run: etree._Element) -> bool:
    """Whether a run has words, pictures, symbols or references to notes, shown or hidden."""
    return any(leaf.text or leaf.tag != _TEXT for leaf in run.iterchildren(_TEXT, *_BESIDE_WORDS))


_TRACES = (w("lastRenderedPageBreak"), w("proofErr"))
_FONTS, _CHINESE_FACE = w("rFonts"), (w("eastAsia"), w("eastAsiaTheme"))
_FORMULA_RUN, _ORDINARY, _SAID = f"{{{M}}}r", f"{{{M}}}rPr/{{{M}}}nor", f"{{{M}}}val"


def _is_ordinary(fonts: etree._Element) -> bool:
    """Whether the letters of these faces are no signs of a formula but text in it (22.1.2.70)."""
    run = next(fonts.iterancestors(_FORMULA_RUN), None)
    said = None if run is None else run.find(_ORDINARY)
    return said is not None and said.get(_SAID) not in _OFF


def canonical(node: etree._Element) -> str:
    """A hash of what a formula says, without the traces of a layout and the faces of Chinese words and ordinary text.

    The properties of its characters count in any order, as they are read in any.
    """
    if next(node.iter(*_TRACES, _RPR), None) is not None:
        node = copy.deepcopy(node)
        for trace in list(node.iter(*_TRACES)):
            parent = trace.getparent()
            if parent is not None:
                parent.remove(trace)
        for fonts in node.iter(_FONTS):
            for name in tuple(fonts.attrib) if _is_ordinary(fonts) else _CHINESE_FACE:
                if name in fonts.attrib:
                    del fonts.attrib[name]
        for properties in node.iter(_RPR):
            properties[:] = sorted(properties, key=lambda said: str(said.tag))
    return hashlib.sha256(etree.tostring(node, method="c14n", exclusive=True, with_tail=False)).hexdigest()
