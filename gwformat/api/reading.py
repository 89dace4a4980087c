"""A draft to be set comes in; it goes out with everything that is of its text in its text."""

from __future__ import annotations

from pathlib import Path

from gwformat import readers, recognise
from gwformat.model import Draft


def read_in_order(path: Path, revisions: str, comments: str) -> Draft:
    """The draft at `path`; a head that stands in the header of its first page is at the top of its text."""
    draft = readers.read(path, revisions=revisions, comments=comments)
    header = recognise.head_in_header(draft)
    if header is None:
        return draft
    from gwformat.readers.docx.reader import with_header_in_text

    return with_header_in_text(draft, header.part)
