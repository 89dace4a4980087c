"""The values that flow through the stages: what a draft says, and what each part of it is.

A reader makes a `Draft`; recognition turns it into a `Document`; normalisation maps `Document` to
`Document`; a writer renders it. All of them are frozen. In every field `None` means "not said".
"""

from gwformat.model.carriers import CARRIER_NAMES, OBJECT, Carrier, CarrierKind, Floating, Formula, Image, Note, Offset
from gwformat.model.document import TURNED, Block, Change, Document, Edit, Fate, SealPicture, apply_edits, seal_name
from gwformat.model.draft import (
    PLAIN,
    Align,
    Begins,
    Draft,
    Emphasis,
    Look,
    OnPages,
    Paragraph,
    Run,
    Section,
    Source,
    Story,
    text_of,
)
from gwformat.model.terms import (
    HEAD_ROLES,
    HEADINGS,
    IMPRINT_ROLES,
    PROSE_ROLES,
    RECURRING_ROLES,
    TEXT_ROLES,
    Direction,
    Kind,
    Role,
    Seal,
)

__all__ = [
    "CARRIER_NAMES",
    "HEADINGS",
    "HEAD_ROLES",
    "IMPRINT_ROLES",
    "OBJECT",
    "PLAIN",
    "PROSE_ROLES",
    "RECURRING_ROLES",
    "TEXT_ROLES",
    "TURNED",
    "Align",
    "Begins",
    "Block",
    "Carrier",
    "CarrierKind",
    "Change",
    "Direction",
    "Document",
    "Draft",
    "Edit",
    "Emphasis",
    "Fate",
    "Floating",
    "Formula",
    "Image",
    "Kind",
    "Look",
    "Note",
    "Offset",
    "OnPages",
    "Paragraph",
    "Role",
    "Run",
    "Seal",
    "SealPicture",
    "Section",
    "Source",
    "Story",
    "apply_edits",
    "seal_name",
    "text_of",
]
