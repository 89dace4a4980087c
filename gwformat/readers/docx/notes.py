"""A package in, the note each reference of its main part refers to out, with the number that is shown.

Numbers are counted as in Word: through the document or from the beginning of each section, in the format the section
or the settings ask for. Where they begin anew on every page only the pages know them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from lxml import etree

from gwformat.model import OBJECT, Carrier, Emphasis, Note, Paragraph, Run, Source
from gwformat.ooxml.names import w
from gwformat.ooxml.numerals import numeral
from gwformat.ooxml.sections import section_properties
from gwformat.ooxml.values import VAL, whole

Blocks = Callable[[etree._Element], tuple[Paragraph | Carrier, ...]]

_ID, _TYPE, _CUSTOM = w("id"), w("type"), w("customMarkFollows")
_PARAGRAPH, _PROPERTIES, _SECTION = w("p"), w("pPr"), w("sectPr")
_SECTION_END = f"{_PROPERTIES}/{_SECTION}"
_DEFAULT_FORMAT = {"footnote": "decimal", "endnote": "lowerRoman"}
_RAISED = frozenset((Emphasis.SUPERSCRIPT,))


def read_notes(
    root: etree._Element, kind: str, part: etree._Element, settings: etree._Element | None, blocks: Blocks
) -> dict[etree._Element, Note]:
    """The notes of one kind (footnote, endnote) by their references."""
    found = {note.get(_ID): note for note in part.iter(w(kind)) if note.get(_TYPE) in (None, "normal")}
    paragraphs = {identifier: blocks(note) for identifier, note in found.items()}
    marked = {identifier for identifier, note in found.items() if next(note.iter(w(f"{kind}Ref")), None) is not None}
    notes: dict[etree._Element, Note] = {}
    for reference, label, sure in _labels(root, kind, settings):
        identifier = reference.get(_ID)
        if identifier in found:
            said = label if identifier in marked else ""
            note = _note(label, said, paragraphs[identifier])
            notes[reference] = replace(note, certain=note.certain and sure)
    return notes


def _note(label: str, said: str, blocks: tuple[Paragraph | Carrier, ...]) -> Note:
    inside = [block if isinstance(block, Paragraph) else _holding(block) for block in blocks]
    plain = not any(paragraph.label or any(run.carrier is not None for run in paragraph.runs) for paragraph in inside)
    if said and inside:
        inside[0] = replace(inside[0], runs=(Run(said, _RAISED), *inside[0].runs))
    return Note(label, tuple(inside), plain)


def _holding(table: Carrier) -> Paragraph:
    """A place for what stands between the paragraphs of a note."""
    return Paragraph((Run(OBJECT, carrier=table),), table.source or Source("", 0, 0))


def _labels(
    root: etree._Element, kind: str, settings: etree._Element | None
) -> Iterator[tuple[etree._Element, str, bool]]:
    """Each reference with its number, and whether that is sure."""
    sections = [_said(section, kind) for section in section_properties(root)] or [{}]
    general = _said(settings, kind) if settings is not None else {}
    at, count, ended = 0, 0, False
    for element in root.iter(_PARAGRAPH, w(f"{kind}Reference")):
        if element.tag == _PARAGRAPH:
            if ended and at + 1 < len(sections):
                at += 1
                if {**general, **sections[at]}.get("numRestart") == "eachSect":
                    count = 0
            ended = element.find(_SECTION_END) is not None
            continue
        how = {**general, **sections[at]}
        if _CUSTOM in element.attrib and element.get(_CUSTOM) not in ("0", "false", "off"):
            yield element, "", True
            continue
        count += 1
        number = count - 1 + (whole(how.get("numStart")) or 1)
        label = numeral(number, how.get("numFmt", _DEFAULT_FORMAT[kind]))
        yield element, label, how.get("numRestart") != "eachPage"


def _said(holder: etree._Element, kind: str) -> Mapping[str, str]:
    """What `w:footnotePr` says about numbers."""
    properties = holder.find(w(f"{kind}Pr"))
    if properties is None:
        return {}
    names = ("numFmt", "numStart", "numRestart")
    return {name: found.get(VAL, "") for name in names if (found := properties.find(w(name))) is not None}
