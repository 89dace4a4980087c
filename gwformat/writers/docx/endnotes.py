"""A document with endnotes comes in; they stand at the end of its text, on pages of their own, before the imprint.

Word puts the endnotes of a document behind everything else, the imprint too, and right below a seal. So they are said
to belong to the end of a section, that of the text, and the rule above them begins a page.
"""

from __future__ import annotations

from collections.abc import Sequence

from gwformat.ooxml.blank_page import is_blank_page
from gwformat.ooxml.names import w
from gwformat.writers.docx.notes import set_rule
from gwformat.writers.docx.oxml import Element, drop, el, in_order, put
from gwformat.writers.docx.parts import Parts

_NOTE, _ID, _TYPE, _PROPERTIES = w("endnote"), w("id"), w("type"), w("endnotePr")
_RULE = "separator"


def gather(parts: Parts, main: str, root: Element, sections: Sequence[Element], settings: Element) -> None:
    """Say where the endnotes stand, if there are any; none of `sections` needs to be of the text alone."""
    name = parts.package.related(main, "endnotes")
    if name is None or not parts.has(name) or next(root.iter(w("endnoteReference")), None) is None:
        return
    _gather_in(sections)
    properties = settings.find(_PROPERTIES)
    if properties is None:
        properties = el("endnotePr")
        put(settings, properties)
    drop(properties, "pos")
    properties.insert(0, el("pos", val="sectEnd"))
    rule = _rule_of(parts.tree(name))
    if all(reference.get(_ID) != rule.get(_ID) for reference in properties.iter(_NOTE)):
        properties.append(el("endnote", id=rule.get(_ID, "")))


def _gather_in(sections: Sequence[Element]) -> None:
    """Endnotes are shown at the end of the section in which the text ends, and of none before it."""
    last = next((number for number, section in enumerate(sections) if _ends_text(section)), len(sections) - 1)
    for number, section in enumerate(sections):
        drop(section, "noEndnote")
        for said in section.findall(_PROPERTIES):
            drop(said, "pos")
        if number < last:
            put(section, el("noEndnote"))
        in_order(section)


def _ends_text(section: Element) -> bool:
    """Whether the imprint has the next section for itself."""
    holder = next(section.iterancestors(w("p")), None)
    return holder is not None and is_blank_page(holder)


def _rule_of(root: Element) -> Element:
    """The rule above the endnotes, made if the draft has none; it begins a page."""
    rule = next((note for note in root.iter(_NOTE) if note.get(_TYPE) == _RULE), None)
    if rule is None:
        taken = {note.get(_ID) for note in root.iter(_NOTE)}
        free = next(number for number in range(-1, len(taken)) if str(number) not in taken)
        rule = el("endnote", el("p", el("r", el(_RULE))), type=_RULE, id=free)
        root.insert(0, rule)
    for paragraph in rule.iterchildren(w("p")):
        set_rule(paragraph, begins_page=True)
        break
    return rule
