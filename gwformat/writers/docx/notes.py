"""The footnotes and endnotes of the source come in; the same notes in the profile's type, at exact pitch, go out.

Only so does every program give them the same room at the foot of the page.
"""

from __future__ import annotations

from gwformat.ooxml.emphasis import emphasis
from gwformat.ooxml.inline import paragraphs
from gwformat.ooxml.names import w
from gwformat.ooxml.style_sheet import StyleSheet
from gwformat.setting.notes import SEPARATOR
from gwformat.text.scripts import is_western
from gwformat.writers.docx.look import restyle
from gwformat.writers.docx.oxml import PPR, RPR, Element, R, child, el, in_order, put
from gwformat.writers.docx.parts import Parts
from gwformat.writers.docx.runs import dress
from gwformat.writers.docx.styles import NOTE
from gwformat.writers.docx.tally import Tally

KINDS = ("footnote", "endnote")
_TYPE, _NUMBERED, _TEXT = w("type"), w("numPr"), w("t")
_RULES = frozenset(("separator", "continuationSeparator", "continuationNotice"))


def set_notes(parts: Parts, main: str, tally: Tally) -> None:
    """Style the notes of both kinds, and the rules above them."""
    sheet = styles_of(parts, main)
    for kind in KINDS:
        name = parts.package.related(main, f"{kind}s")
        if name is None or not parts.has(name):
            continue
        root = parts.tree(name)
        rules = {
            paragraph for note in root.iter(w(kind)) if note.get(_TYPE) in _RULES for paragraph in note.iter(w("p"))
        }
        for paragraph in paragraphs(root):
            if paragraph in rules:
                set_rule(paragraph)
            else:
                set_note(paragraph, sheet, tally)


def styles_of(parts: Parts, main: str) -> StyleSheet:
    """The styles of the source, which its words are set by until they get ours."""
    name = parts.package.related(main, "styles")
    return StyleSheet(parts.seen(name) if name is not None and parts.has(name) else None)


def set_note(paragraph: Element, sheet: StyleSheet, tally: Tally) -> None:
    """The note's style; an automatic number stays, because its label is part of the words.

    What a character style of `sheet` raises, strikes or marks stays so without it.
    """
    old = child(paragraph, PPR)
    numbered = None if old is None else old.find(_NUMBERED)
    new = restyle(paragraph, NOTE, tally)
    if numbered is not None:
        put(new, numbered)
    in_order(new)
    texts = [(run, "".join(leaf.text or "" for leaf in run.iterchildren(_TEXT))) for run in paragraph.iter(R)]
    western = is_western("".join(text for _, text in texts))
    for run, text in texts:
        dress(run, emphasis(child(run, RPR), sheet), None, text, tally, western=western)


def set_rule(paragraph: Element, *, begins_page: bool = False) -> None:
    """As high as LibreOffice makes it."""
    old = child(paragraph, PPR)
    if old is not None:
        paragraph.remove(old)
    pitch = el("spacing", before=0, after=0, line=SEPARATOR.twips, lineRule="exact")
    ppr = el("pPr", el("pStyle", val=NOTE), pitch, el("ind", left=0, firstLine=0))
    if begins_page:
        put(ppr, el("pageBreakBefore"))
    in_order(ppr)
    paragraph.insert(0, ppr)
