"""A template and words for its places come in, a draft whose elements are known goes out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from gwformat.drafting.places import filled, labels
from gwformat.drafting.templates import Template
from gwformat.model import Draft, Paragraph, Role, Run, Source
from gwformat.ooxml.marks import Mark, fingerprint

_ATTACHED = (Role.ATTACHMENT_LABEL, Role.ATTACHMENT_TITLE)


def draft_of(template: Template, words: Mapping[str, str]) -> Draft:
    """The draft with places filled by label, and with marks that say which element each paragraph is."""
    path = Path(f"{template.name}.txt")
    paragraphs: list[Paragraph] = []
    marks: list[Mark] = []
    for number, (elements, attachment) in enumerate(_numbered(template), 1):
        texts = [filled(text, words) for _, text in elements]
        source = Source(path.name, number, number)
        paragraphs.append(Paragraph((Run("".join(texts), paragraph=number, atom=0),), source))
        for order, ((role, _), text) in enumerate(zip(elements, texts, strict=True)):
            marks.append(Mark(role.key, fingerprint(text), order < len(elements) - 1, attachment))
    return Draft(path, "txt", tuple(paragraphs), marks=tuple(marks), kind=template.kind)


def places_of(template: Template) -> tuple[str, ...]:
    """The labels of all places of a template."""
    return labels(text for elements in template.paragraphs for _, text in elements)


def _numbered(template: Template) -> Iterator[tuple[tuple[tuple[Role, str], ...], int]]:
    """Each paragraph with the number of the attachment, or issued document, it belongs to; 0 in the main text."""
    number, before = 0, Role.BODY
    imprint = len(template.head) + len(template.main)
    for order, elements in enumerate(template.paragraphs):
        role = elements[0][0]
        if role in _ATTACHED and not (before is Role.ATTACHMENT_LABEL and role is Role.ATTACHMENT_TITLE):
            number += 1
        yield elements, number if order < imprint else 0
        before = role
