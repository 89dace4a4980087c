"""The effective formatting of a docx: what its reader sees after styles, lists, tables, theme and settings."""

from gwformat.ooxml.effective.formatting import Formatting, formatting_of
from gwformat.ooxml.effective.parts import PartLooks, Piece
from gwformat.ooxml.effective.scripts import Slot, is_eastern
from gwformat.ooxml.effective.sections import Grid, SectionLook
from gwformat.ooxml.effective.settings import SettingsLook
from gwformat.ooxml.effective.strokes import DrawnLine
from gwformat.ooxml.effective.table_rules import TableLook
from gwformat.ooxml.effective.typefaces import Stretch, stretches
from gwformat.ooxml.effective.values import (
    Border,
    Font,
    Frame,
    Length,
    LineRule,
    LineSpacing,
    ListLook,
    ParagraphLook,
    RunLook,
    Shading,
    Tab,
)

__all__ = [
    "Border",
    "DrawnLine",
    "Font",
    "Formatting",
    "Frame",
    "Grid",
    "Length",
    "LineRule",
    "LineSpacing",
    "ListLook",
    "ParagraphLook",
    "PartLooks",
    "Piece",
    "RunLook",
    "SectionLook",
    "SettingsLook",
    "Shading",
    "Slot",
    "Stretch",
    "Tab",
    "TableLook",
    "formatting_of",
    "is_eastern",
    "stretches",
]
