"""A package and the same file after leaks were taken out come in; what is seen and has changed goes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from gwformat.ledger.counting import first_difference, spelled
from gwformat.ledger.entries import ObjectKind
from gwformat.ledger.evidence import Evidence, gather
from gwformat.ledger.parts import Parts
from gwformat.ledger.things import Thing
from gwformat.model import OBJECT

_COUNTED = frozenset((ObjectKind.TABLE, ObjectKind.IMAGE, ObjectKind.CHART, ObjectKind.DIAGRAM, ObjectKind.SECTION))
_COMPARED = frozenset(
    (ObjectKind.FORMULA, ObjectKind.FOOTNOTE, ObjectKind.ENDNOTE, ObjectKind.SYMBOL, ObjectKind.RUBY, ObjectKind.BREAK)
)


def check_sanitised(before: Mapping[str, bytes], after: bytes, taken: str | None = None) -> list[str]:
    """The text, headers, footers and notes must read as before, and their objects be there.

    With `taken`, the characters and objects that nobody saw and that went, only these may be missing: nothing may be
    added or stand elsewhere.
    """
    source, result = gather(Parts(before)), gather(Parts.of_zip(after))
    return [*_words_changed(source, result, taken or ""), *_objects_changed(source, result, may_go=taken is not None)]


def _words_changed(source: Evidence, result: Evidence, taken: str) -> Iterator[str]:
    was, now = _words(source), _words(result)
    if was == now:
        return
    rest = iter(was)
    if not all(char in rest for char in now):
        yield f"文字变了：{first_difference(was, now)}"
        return
    lost = Counter(was) - Counter(now) - Counter(taken)
    lost.pop("\n", None)  # the ends of paragraphs that went with what stood in them
    if lost:
        yield f"少了文字：{spelled(lost)}"


def _objects_changed(source: Evidence, result: Evidence, *, may_go: bool) -> Iterator[str]:
    had, has = _things(source), _things(result)
    missing = Counter() if may_go else had - has
    yield from (f"{kind}变了" for kind in dict.fromkeys(kind for kind, _ in (*missing, *(has - had))))


def _things(evidence: Evidence) -> Counter[tuple[ObjectKind, str]]:
    """Notes and formulas by what is seen of them, pictures and tables by their number."""
    things = [*evidence.things, *(thing for story in evidence.stories for thing in story.things)]
    return Counter(
        (thing.kind, thing.key.replace(OBJECT, "") if thing.kind in _COMPARED else "")
        for thing in things
        if thing.kind in _COMPARED or (thing.kind in _COUNTED and not _is_link(thing))
    )


def _is_link(thing: Thing) -> bool:
    """Whether a picture is one that stands elsewhere; its copy in the file counts."""
    return thing.kind is ObjectKind.IMAGE and (":" in thing.key or "/" in thing.key or "\\" in thing.key)


def _words(evidence: Evidence) -> str:
    """In the order the text refers to its headers and footers, whose parts may have other names now."""
    paragraphs = [*evidence.paragraphs, *(words for story in evidence.stories for words in story.paragraphs)]
    return "\n".join(words.text.replace(OBJECT, "") for words in paragraphs)
