"""A recognised document and its setting come in; the bytes of a docx file go out."""

from __future__ import annotations

from collections.abc import Sequence

from gwformat.layout.boxes import SealBox
from gwformat.layout.facts import UNKNOWN, PageFacts
from gwformat.model import Change, Document
from gwformat.setting.setting import Setting, with_close_rows
from gwformat.values import dataclass
from gwformat.writers.docx.amend import Amended, Note, amend, annotate
from gwformat.writers.docx.assembly import assemble
from gwformat.writers.docx.controls import set_controls
from gwformat.writers.docx.embedding import Embedded, embed, embedded_families, unembed
from gwformat.writers.docx.forms import write_form
from gwformat.writers.docx.parts import Parts

__all__ = [
    "Amended",
    "Embedded",
    "Note",
    "Written",
    "amend",
    "annotate",
    "embed",
    "embedded_families",
    "unembed",
    "write",
    "write_form",
    "write_template",
]


@dataclass(frozen=True, slots=True)
class Written:
    """The finished file, and what was done to the look of the draft on the way."""

    data: bytes
    changes: tuple[Change, ...] = ()


def write(document: Document, setting: Setting, facts: PageFacts = UNKNOWN, seals: Sequence[SealBox] = ()) -> Written:
    """Write `document`, with the pictures of its seals where the layout has put `seals`.

    The same input always gives the same bytes.
    """
    package, changes = assemble(document, with_close_rows(setting) if facts.close else setting, facts, seals)
    return Written(package.to_bytes(), changes)


def write_template(document: Document, setting: Setting, facts: PageFacts = UNKNOWN) -> bytes:
    """Write `document`, each place to fill in a content control; the same input always gives the same bytes."""
    package, _ = assemble(document, setting, facts)
    parts = Parts(package)
    set_controls(parts.tree(package.main_part))
    return parts.result().to_bytes()
