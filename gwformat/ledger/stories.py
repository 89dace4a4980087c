"""Are headers and footers still there? Only page numbers may be replaced, for the writer sets its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable

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
    had = [pair for story in source.stories for pair in _texts(story)]
    has = [text for story in output.stories for text, _ in _texts(story)]
    # A text may stand in fewer or more parts than before, and without the page number that was among its words.
    shown = set(map(_letters, has))
    gone = [text for text, rest in had if text not in has and (rest is None or rest not in shown)]
    known = {text for text, _ in had}
    rests = {rest for _, rest in had if rest}
    declared, _ = balance_of(changes)
    problems: list[str] = []
    if undeclared := excess("".join(gone), declared):
        problems.append(f"页眉页脚少了未说明的字：{spelled(undeclared)}")
    new = [text for text in dict.fromkeys(has) if _is_new(text, known, rests)]
    problems += (f"页眉页脚多出内容：“{text[:20]}”" for text in new)
    kept = {(thing.kind, thing.key) for thing in _things(output)}
    problems += (f"页眉页脚的{thing.kind}丢失" for thing in _things(source) if (thing.kind, thing.key) not in kept)
    if not source.stories:
        return (), problems
    return (Objects(ObjectKind.STORY, len(had), len(has), len(gone)),), problems


def _texts(story: StoryPart) -> Iterable[tuple[str, str | None]]:
    """The paragraphs with words that are not a page number; and if one is among them, the letters without it."""
    for words in story.paragraphs:
        text = words.text.replace(OBJECT, "").strip()
        if text and not _is_page_number(words, text):
            numbers = _counted_by_fields(words)
            yield text, _letters(text, "".join(numbers)) if numbers else None


def _counted_by_fields(words: Words) -> list[str]:
    """What the fields show that count pages: digits, or letters for Roman numbers."""
    fields = zip(words.fields, words.results, strict=True)
    return [result for code, result in fields if _PAGE_FIELD.match(code)]


def _letters(text: str, numbers: str = "") -> str:
    """What is left without page numbers, in an order that does not depend on where they stood."""
    left = Counter(_PAGE_WORDS.sub("", text)) - Counter(_PAGE_WORDS.sub("", numbers))
    return "".join(sorted(left.elements()))


def _is_new(text: str, known: Container[str], rests: Container[str]) -> bool:
    return text not in known and _letters(text) not in rests


def _is_page_number(words: Words, text: str) -> bool:
    numbers = _counted_by_fields(words)
    return bool(numbers or any(map(str.isdigit, text))) and not _letters(text, "".join(numbers))


def _things(evidence: Evidence) -> Iterable[Thing]:
    for story in evidence.stories:
        yield from (thing for thing in story.things if thing.kind in _COUNTED and not _is_of_page_number(thing))


def _is_of_page_number(thing: Thing) -> bool:
    """Whether something is the field that counts the page, or a link over nothing but a page number."""
    if thing.kind is ObjectKind.FIELD:
        return _PAGE_FIELD.match(thing.key) is not None
    return thing.kind is ObjectKind.HYPERLINK and not _PAGE_WORDS.sub("", thing.words)
