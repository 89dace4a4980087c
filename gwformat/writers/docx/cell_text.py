"""A paragraph in a cell and how it is set come in; the paragraph with pitch, gaps, faces and sizes said goes out."""

from __future__ import annotations

from functools import lru_cache

from gwformat.fonts.system import FontSystem
from gwformat.ooxml import values
from gwformat.ooxml.inline import atoms
from gwformat.ooxml.names import w
from gwformat.ooxml.trees import detach
from gwformat.setting.cell_text import SetText
from gwformat.setting.paragraph import Set
from gwformat.setting.setting import Setting
from gwformat.setting.typefaces import Typeface, slot_of
from gwformat.text.scripts import HINTED, is_western
from gwformat.writers.docx.look import restyle
from gwformat.writers.docx.oxml import PPR, RPR, Element, R, T, child, clone, drop, el, in_order, put
from gwformat.writers.docx.styles import JC, TABLE_TEXT, fonts, indents
from gwformat.writers.docx.tally import Tally

_RFONTS, _EAST_ASIA, _SHADING = w("rFonts"), w("eastAsia"), w("shd")
_NUMBERING, _NUM_ID, _STYLE = w("numPr"), w("numId"), w("rStyle")
_PLAIN = "000000"


class CellWriter:
    """Says everything about the paragraphs in the cells of one table; what is said alike is worked out once."""

    def __init__(self, setting: Setting, tally: Tally) -> None:
        self._system, self._tally = setting.fonts, tally
        self._faces: dict[tuple[values.Said, bool, bool, Typeface | None], Element] = {}

    def dress(self, node: Element, said: SetText) -> None:
        """Say everything about one paragraph."""
        self._dress_runs(node, said)
        old = child(node, PPR)
        shading = None if old is None else old.find(_SHADING)
        numbering = _numbering(old, said)
        if shading is not None:
            detach(shading)  # it stays, and is not counted among what goes
        ppr = restyle(node, TABLE_TEXT, self._tally)
        if said.hidden:
            put(ppr, el("rPr", el("vanish")))
        if len(ppr) == 1 and numbering is None and shading is None:
            node.replace(ppr, clone(_plain(said.set, said.mark)))
            return
        if numbering is not None:
            put(ppr, numbering)
        if shading is not None:
            put(ppr, shading)
        _say_paragraph(ppr, said.set, said.mark)

    def _dress_runs(self, node: Element, said: SetText) -> None:
        faces = _faces_of(node, said)
        western, parted = is_western(said.text.paragraph.text), said.set.parts_words
        for run in node.iter(R):
            old = child(run, RPR)
            new = self._properties(old, faces.get(run), hinted=not western and _has_hinted(run), parted=parted)
            if old is None:
                run.insert(0, new)
            else:
                run.replace(old, new)

    def _properties(self, old: Element | None, face: Typeface | None, *, hinted: bool, parted: bool) -> Element:
        """What a run says of itself, given what it has said."""
        key = (() if old is None else values.said(old), hinted, parted, face)
        pattern = self._faces.get(key)
        if pattern is None:
            pattern = self._faces[key] = el("rPr") if old is None else clone(old)
            _set_fonts(pattern, self._system, hinted=hinted)
            if face is not None:
                _say_face(pattern, face)
            if parted:  # LibreOffice parts words of Chinese anywhere, and asks the language alone
                put(pattern, el("lang", val="zh-CN"))
        return clone(pattern)


def _faces_of(node: Element, said: SetText) -> dict[Element, Typeface]:
    """The face of each run that shows words of the paragraph itself."""
    leaves = atoms(node)
    # A label that became words stands before the words the reader saw.
    labels = len(leaves) - len(said.faces)
    faces = zip(leaves, (*[said.mark] * labels, *said.faces), strict=False)
    return {leaf.run: face for leaf, face in faces if leaf.run is not None}


@lru_cache(maxsize=256)
def _plain(how: Set, face: Typeface) -> Element:
    """The properties of a paragraph that keeps nothing of its own: a pattern to make copies of."""
    ppr = el("pPr", el("pStyle", val=TABLE_TEXT))
    _say_paragraph(ppr, how, face)
    return ppr


def _say_paragraph(ppr: Element, how: Set, face: Typeface) -> None:
    spacing = el("spacing", before=how.before.twips, after=how.after.twips, line=how.pitch.twips)
    spacing.set(w("lineRule"), "atLeast" if how.least else "exact")
    put(ppr, spacing)
    put(ppr, indents(how.indents))
    put(ppr, el("jc", val=JC[how.align]))
    if how.parts_words:
        put(ppr, el("wordWrap", val=0))
    mark = child(ppr, RPR)
    if mark is None:
        mark = el("rPr")
        put(ppr, mark)
    _say_face(mark, face)
    in_order(ppr)


def _numbering(old: Element | None, said: SetText) -> Element | None:
    """The list that labels the paragraph, said here because its style, which may have said it, is replaced.

    A number of 0 means that the label has been written out.
    """
    direct = None if old is None else old.find(_NUMBERING)
    number = None if direct is None else direct.find(_NUM_ID)
    if said.text.listed is None or (number is not None and number.get(w("val")) == "0"):
        return None
    identifier, level = said.text.listed
    return el("numPr", el("ilvl", val=level), el("numId", val=identifier))


def _say_face(rpr: Element, face: Typeface) -> None:
    drop(rpr, "spacing", "w", "kern", "position", "fitText", "snapToGrid", "b", "bCs", "color")
    in_order(rpr)
    inherits = child(rpr, _STYLE) is not None
    if face.bold:
        put(rpr, el("b"))
        put(rpr, el("bCs"))
    elif inherits:
        put(rpr, el("b", val=0))
    if inherits or face.color != _PLAIN:
        put(rpr, el("color", val=face.color))
    put(rpr, el("sz", val=face.size.half_points))
    put(rpr, el("szCs", val=face.size.half_points))


def _set_fonts(properties: Element, system: FontSystem, *, hinted: bool) -> None:
    """A run that names a font gets the system's face of that kind; another one, its 仿宋."""
    old = child(properties, _RFONTS)
    name = "" if old is None else old.get(_EAST_ASIA, "")
    new = fonts(system.faces[slot_of(name, system)].family, system.latin)
    if hinted:
        new.set(w("hint"), "eastAsia")
    put(properties, new)


def _has_hinted(run: Element) -> bool:
    """Whether it holds marks that are set in the Chinese face, whatever the source said."""
    return HINTED.search("".join([leaf.text or "" for leaf in run.iterchildren(T)])) is not None
