"""A document comes in; what has to be the same when it is read back goes out."""

from __future__ import annotations

from gwformat.model import Document, Role


def elements(document: Document) -> list[tuple[Role, str]]:
    """Roles and words; where a title breaks is a matter of layout."""
    return [(block.role, block.text.replace("\n", "")) for block in document.blocks if block.text.strip()]
