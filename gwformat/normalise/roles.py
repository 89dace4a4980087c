"""The groups of roles that passes apply to."""

from __future__ import annotations

from gwformat.model import HEADINGS, PROSE_ROLES, Role

ALL = frozenset(Role)
# What recognition could not place may be anything: its words stay as typed.
KNOWN = ALL - {Role.OTHER}
# Set tight: no list of names, no separator and no blank to fill stands in them.
TIGHT = frozenset(
    (
        *HEADINGS,
        Role.ISSUER_MARK,
        Role.DOC_NUMBER,
        Role.ORDER_NUMBER,
        Role.SECRECY,
        Role.URGENCY,
        Role.TITLE,
        Role.ATTACHMENT_LABEL,
        Role.ATTACHMENT_TITLE,
    )
)
PROSE = frozenset(PROSE_ROLES)
# Where a dot after a Han character can only be a full stop: running text, not titles and names.
SENTENCES = PROSE | frozenset((*HEADINGS, Role.ANNOTATION, Role.COPY_TO))
PUNCTUATED = KNOWN - {Role.COPY_NUMBER}
QUOTING = PROSE | frozenset((*HEADINGS, Role.TITLE, Role.SUBTITLE, Role.ATTACHMENT_NOTE, Role.ATTACHMENT_TITLE))
