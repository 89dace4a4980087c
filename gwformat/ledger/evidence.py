"""What a package visibly holds, extracted without the reader: paragraphs with their words, and every object.

This is the ledger's own eye. It shares no code with `ooxml.inline`, `readers` or `writers`: only so can it
testify that they lost nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from gwformat.ledger.edits import Edits, edited
from gwformat.ledger.entries import ObjectKind
from gwformat.ledger.hiding import Hiding
from gwformat.ledger.parts import Parts, Relationship
from gwformat.ledger.survey import Survey
from gwformat.ledger.things import Thing, Words, is_on
from gwformat.ooxml.names import local, r, w
from gwformat.values import dataclass


@dataclass(frozen=True, slots=True)
class StoryPart:
    """A header or footer part in use."""

    kind: str  # header, footer
    part: str
    paragraphs: tuple[Words, ...]
    things: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything a package holds that the ledger accounts for."""

    main: str
    paragraphs: tuple[Words, ...]
    things: tuple[Thing, ...]
    stories: tuple[StoryPart, ...]
    macros: int = 0


_REFERENCES = (w("headerReference"), w("footerReference"))
_NOTE_PARTS = {"footnotes": "footnote", "endnotes": "endnote", "comments": "comment"}


_NO_EDITS: Edits = {}


def gather(parts: Parts, edits: Edits = _NO_EDITS) -> Evidence:
    """Survey the main part, the notes and comments it refers to, and the headers and footers in use.

    Notes have the words they are to have after `edits`.
    """
    root = parts.root(parts.main)
    if root is None:
        return Evidence(parts.main, (), (), ())
    relationships, hiding = parts.relationships(parts.main), Hiding(parts)
    notes: dict[tuple[str, str], str] = {}
    things: list[Thing] = []
    for arrow in relationships.values():
        element = _NOTE_PARTS.get(arrow.kind)
        if element is not None and not arrow.external:
            found = _notes(parts, hiding, arrow.target, element, notes, edits)
            things += (thing for thing in found if thing.kind is not ObjectKind.BOOKMARK)
    survey = Survey(parts, hiding, relationships, notes).run(root)
    stories = tuple(
        _story(parts, hiding, arrow.kind, arrow.target)
        for arrow in (
            relationships[key] for key in _story_references(root, parts, relationships) if key in relationships
        )
    )
    return Evidence(parts.main, tuple(survey.paragraphs), (*survey.things, *things), stories, parts.macros())


def _notes(
    parts: Parts, hiding: Hiding, part: str, element: str, notes: dict[tuple[str, str], str], edits: Edits
) -> list[Thing]:
    """Fill `notes` with the words of each note of `part`; return the objects inside notes."""
    root = parts.root(part)
    if root is None:
        return []
    relationships = parts.relationships(part)
    things: list[Thing] = []
    before = 0  # paragraphs of the notes before
    for note in root.iter(w(element)):
        survey = Survey(parts, hiding, relationships, {}).run(note)
        texts = [edited(words.text, edits, part, number) for number, words in enumerate(survey.paragraphs, before + 1)]
        notes[element, note.get(w("id"), "")] = "\n".join(texts)
        before += len(texts)
        # Paragraph numbers are those of the note, not of the text.
        things += (thing._replace(paragraph=0, anchors=()) for thing in survey.things)
    return things


def _story_references(root: etree._Element, parts: Parts, main: Mapping[str, Relationship]) -> list[str]:
    """Relationship ids of the headers and footers that show, each once: Word keeps those it was told to hide."""
    shown = [(ref.get(w("type"), "default"), ref.get(r("id"), "")) for ref in root.iter(*_REFERENCES)]
    pages = {page for page, _ in shown}
    if "first" in pages and not any(is_on(mark) for mark in root.iter(w("titlePg"))):
        pages.remove("first")
    if "even" in pages and not _has_even_pages(parts, main):
        pages.remove("even")
    return list(dict.fromkeys(identifier for page, identifier in shown if page in pages))


def _has_even_pages(parts: Parts, main: Mapping[str, Relationship]) -> bool:
    settings = next((parts.root(arrow.target) for arrow in main.values() if arrow.kind == "settings"), None)
    return settings is not None and is_on(settings.find(w("evenAndOddHeaders")))


def _story(parts: Parts, hiding: Hiding, kind: str, part: str) -> StoryPart:
    root = parts.root(part)
    if root is None:
        return StoryPart(kind, part, (), ())
    survey = Survey(parts, hiding, parts.relationships(part), {}).run(root)
    return StoryPart(
        local(root.tag).replace("hdr", "header").replace("ftr", "footer"),
        part,
        tuple(survey.paragraphs),
        tuple(survey.things),
    )
