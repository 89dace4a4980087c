"""Fixes or comments at places of a docx come in; the same file with just these goes out."""

from gwformat.writers.docx.amend.comments import Note, annotate
from gwformat.writers.docx.amend.fixes import Amended, Step, amend

__all__ = ["Amended", "Note", "Step", "amend", "annotate"]
