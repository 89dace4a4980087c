"""A view of a package comes in; what every finder finds in it goes out.

A module of its own, because most of what a package is asked needs none of the finders.
"""

from __future__ import annotations

from gwformat.ooxml.leaks.changes import changes, comments, stray_deletions
from gwformat.ooxml.leaks.charts import called, charts
from gwformat.ooxml.leaks.classified import classified
from gwformat.ooxml.leaks.fields import fields
from gwformat.ooxml.leaks.foreign import foreign
from gwformat.ooxml.leaks.identifiers import identifiers
from gwformat.ooxml.leaks.kinds import Leak
from gwformat.ooxml.leaks.levels import levels
from gwformat.ooxml.leaks.listed import listed
from gwformat.ooxml.leaks.markup import bookmarks, controls, descriptions, traces
from gwformat.ooxml.leaks.naming import names
from gwformat.ooxml.leaks.off_page import off_page
from gwformat.ooxml.leaks.out_of_sight import out_of_sight
from gwformat.ooxml.leaks.pictures import pictures
from gwformat.ooxml.leaks.properties import properties, settings
from gwformat.ooxml.leaks.shape_styles import shape_styles
from gwformat.ooxml.leaks.stored import stored
from gwformat.ooxml.leaks.unknown import unknown
from gwformat.ooxml.leaks.unseen import fallbacks, unseen, unused_stories
from gwformat.ooxml.leaks.unused import unused
from gwformat.ooxml.leaks.view import View

_FINDERS = (
    classified, changes, stray_deletions, comments, unseen, out_of_sight, off_page, fallbacks, unused_stories,
    properties, settings, stored, fields, bookmarks, descriptions, controls, pictures, charts, called, names, traces,
    unused, levels, shape_styles, foreign, unknown, identifiers, listed,
)  # fmt: skip


def all_leaks(view: View) -> tuple[Leak, ...]:
    """All leaks, those of one kind in the order of the document."""
    return tuple(leak for finder in _FINDERS for leak in finder(view))
