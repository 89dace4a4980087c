"""The passages of a document come in; which of them greets the hearers of a speech and stands at the edge goes out."""

from __future__ import annotations

from collections.abc import Sequence

from gwformat.model import Document, Role
from gwformat.setting.passages import Passage, passages_of
from gwformat.text.greetings import is_greeting


def is_salutation(passages: Sequence[Passage], number: int) -> bool:
    """Whether a passage is the greeting under the title of a speech or of a report to an assembly."""
    passage = passages[number]
    if passage.role is not Role.BODY or len(passage.blocks) > 1 or passage.attachment:
        return False
    return number > 0 and passages[number - 1].role in (Role.TITLE, Role.SUBTITLE) and is_greeting(passage.text)


def salutations(document: Document) -> frozenset[int]:
    """The numbers of the blocks that are such greetings, which are not indented as text is."""
    if not any(block.role is Role.BODY and is_greeting(block.text) for block in document.blocks):
        return frozenset()
    passages = tuple(passages_of(document))
    return frozenset(one.first for number, one in enumerate(passages) if is_salutation(passages, number))
