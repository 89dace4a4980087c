"""A package and the same file after edits come in; what differs between the two beyond the edits goes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from gwformat.ledger.counting import first_difference
from gwformat.ledger.edits import Edits, edited
from gwformat.ledger.entries import ObjectKind
from gwformat.ledger.evidence import gather
from gwformat.ledger.parts import Parts
from gwformat.ledger.things import Words


def check_amended(
    before: Mapping[str, bytes], after: bytes, edits: Edits, added: ObjectKind | None = None
) -> list[str]:
    """Every paragraph must read as the edits say, every object be there, every other story be the same.

    Of `added` there may be more than before. A note is an object that its words tell from others.
    """
    source, result = gather(Parts(before), edits), gather(Parts.of_zip(after))
    problems = list(_paragraphs(source.main, source.paragraphs, result.paragraphs, edits))
    stories = {story.part: story for story in result.stories}
    for story in source.stories:
        twin = stories.get(story.part)
        problems += _paragraphs(story.part, story.paragraphs, twin.paragraphs if twin else (), edits)
    problems += (f"多出页眉页脚 {part}" for part in stories if part not in before)
    had, has = (Counter((thing.kind, thing.key) for thing in evidence.things) for evidence in (source, result))
    more = (kind for kind, _ in has - had if kind is not added)
    problems += (f"{kind}变了" for kind in (*(kind for kind, _ in had - has), *more))
    return problems


def _paragraphs(part: str, before: tuple[Words, ...], after: tuple[Words, ...], edits: Edits) -> Iterator[str]:
    if len(before) != len(after):
        yield f"{part} 的段落数由 {len(before)} 变为 {len(after)}"
        return
    for number, (was, now) in enumerate(zip(before, after, strict=True), 1):
        wanted = edited(was.text, edits, part, number)
        if wanted != now.text:
            yield f"{part} 第 {number} 段与应有的不同：{first_difference(wanted, now.text)}"
