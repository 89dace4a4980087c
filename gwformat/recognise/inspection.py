"""What `gwformat inspect --format json` says: a recognised `Document` in, a JSON object out."""

from __future__ import annotations

from typing import Any

from gwformat.model import OBJECT, Block, Document


def to_json(document: Document) -> dict[str, Any]:
    """The elements with their roles, places and reasons; `missing` lists required elements by their Chinese terms."""
    draft = document.draft
    return {
        "file": str(draft.path),
        "kind": document.kind.value,
        "genre": document.genre,
        "direction": document.direction.value if document.direction else None,
        "elements": [_element(block) for block in document.blocks if _says_something(block)],
        "carriers": {kind.value: count for kind, count in draft.carriers},
        "missing": [role.value for role in document.missing],
    }


def _says_something(block: Block) -> bool:
    return block.carrier is not None or bool(block.text.strip())


def _element(block: Block) -> dict[str, Any]:
    source = block.source
    return {
        "role": block.role.key,
        "label": block.role.value,
        "text": block.carrier.text if block.carrier is not None else block.text.replace(OBJECT, "").strip(),
        "source": {"part": source.part, "paragraphs": [source.first, source.last]} if source else None,
        "reason": block.reason,
    }
