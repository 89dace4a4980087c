"""Are headers and footers still there? Only page numbers may be replaced, for the writer sets its own."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gwformat.ledger.counting import balance_of, excess, spelled
from gwformat.ledger.entries import ObjectKind, Objects
from gwformat.ledger.evidence import Evidence, StoryPart
from gwformat.ledger.things import Thing, Words
from gwformat.model import OBJECT, Change

_PAGE_FIELD = re.compile(r"\s*(PAGE|NUMPAGES|SECTIONPAGES)\b", re.I)
_PAGE_WORDS = re.compile(r"[\s\d第页共总计/／|_~～•·.．,，\-—–―－\u2010-\u2015]|of|page", re.I)
_COUNTED = frozenset(
    (
        *(ObjectKind.IMAGE, ObjectKind.CHART, ObjectKind.EMBEDDED),
        *(ObjectKind.HYPERLINK, ObjectKind.SYMBOL, ObjectKind.FIELD),
    )
)


def compare(source: Evidence, output: Evidence, changes: Iterable[Change]) -> tuple[tuple[Objects, ...], list[str]]:
    """The words and pictures of headers and footers, page numbers and what changes declare left aside."""
    had = [text for story in source.stories for text in _texts(story)]
    has = [text for story in output.stories for text in _texts(story)]
    gone = [text for text in had if text not in has]  # a text may stand in fewer or more parts than before
    declared, _ = balance_of(changes)
    problems: list[str] = []
    if undeclared := excess("".join(gone), declared):
        problems.append(f"页眉页脚少了未说明的字：{spelled(undeclared)}")
    problems += (f"页眉页脚多出内容：“{text[:20]}”" for text in dict.fromkeys(has) if text not in had)
    kept = {(thing.kind, thing.key) for thing in _things(output)}
    problems += (f"页眉页脚的{thing.kind}丢失" for thing in _things(source) if (thing.kind, thing.key) not in kept)
    if not source.stories:
        return (), problems
    return (Objects(ObjectKind.STORY, len(had), len(has), len(gone)),), problems


def _texts(story: StoryPart) -> Iterable[str]:
    """The paragraphs with words that are not a page number."""
    for words in story.paragraphs:
        text = words.text.replace(OBJECT, "").strip()
        if text and not _is_page_number(words, text):
            yield text


def _is_page_number(words: Words, text: str) -> bool:
    counted = any(_PAGE_FIELD.match(field) for field in words.fields) or any(map(str.isdigit, text))
    return counted and not _PAGE_WORDS.sub("", text)


def _things(evidence: Evidence) -> Iterable[Thing]:
    for story in evidence.stories:
        for thing in story.things:
            if thing.kind in _COUNTED and not (thing.kind is ObjectKind.FIELD and _PAGE_FIELD.match(thing.key)):
                yield thing
