"""A docx package comes in; everything that can leave the house in it without being seen goes out, as values."""

from __future__ import annotations

from gwformat.ooxml.leaks.fields import plain_code
from gwformat.ooxml.leaks.kinds import WITH_WORDS, Leak, LeakKind, Removal
from gwformat.ooxml.leaks.own_data import OWN_DATA
from gwformat.ooxml.leaks.plain import says_nothing
from gwformat.ooxml.leaks.shape_styles import plain_style
from gwformat.ooxml.leaks.unused import said_fonts, unused_fonts, unused_lists
from gwformat.ooxml.leaks.view import View

__all__ = [
    "OWN_DATA",
    "WITH_WORDS",
    "Leak",
    "LeakKind",
    "Removal",
    "View",
    "find_leaks",
    "plain_code",
    "plain_style",
    "said_fonts",
    "says_nothing",
    "unused_fonts",
    "unused_lists",
]


def find_leaks(view: View) -> tuple[Leak, ...]:
    """All leaks, those of one kind in the order of the document."""
    from gwformat.ooxml.leaks.finding import all_leaks  # formatting asks for none

    return all_leaks(view)
