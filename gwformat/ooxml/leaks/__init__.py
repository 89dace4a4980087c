"""A docx package comes in; everything that can leave the house in it without being seen goes out, as values."""

from __future__ import annotations

from gwformat.ooxml.leaks.changes import changes, comments, stray_deletions
from gwformat.ooxml.leaks.charts import charts
from gwformat.ooxml.leaks.classified import classified
from gwformat.ooxml.leaks.fields import fields, plain_code
from gwformat.ooxml.leaks.foreign import foreign, is_known
from gwformat.ooxml.leaks.kinds import Leak, LeakKind, Removal
from gwformat.ooxml.leaks.markup import bookmarks, controls, descriptions, traces
from gwformat.ooxml.leaks.naming import names
from gwformat.ooxml.leaks.off_page import off_page
from gwformat.ooxml.leaks.out_of_sight import out_of_sight
from gwformat.ooxml.leaks.pictures import pictures
from gwformat.ooxml.leaks.properties import properties, settings
from gwformat.ooxml.leaks.stored import OWN_DATA, stored
from gwformat.ooxml.leaks.unseen import fallbacks, unseen, unused_stories
from gwformat.ooxml.leaks.unused import said_fonts, unused, unused_fonts, unused_lists
from gwformat.ooxml.leaks.view import View

__all__ = [
    "OWN_DATA",
    "Leak",
    "LeakKind",
    "Removal",
    "View",
    "find_leaks",
    "is_known",
    "plain_code",
    "said_fonts",
    "unused_fonts",
    "unused_lists",
]

_FINDERS = (
    classified, changes, stray_deletions, comments, unseen, out_of_sight, off_page, fallbacks, unused_stories,
    properties, settings, stored, fields, bookmarks, descriptions, controls, pictures, charts, names, traces, unused,
    foreign,
)  # fmt: skip


def find_leaks(view: View) -> tuple[Leak, ...]:
    """All leaks, those of one kind in the order of the document."""
    return tuple(leak for finder in _FINDERS for leak in finder(view))
