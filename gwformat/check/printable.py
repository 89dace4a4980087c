"""A file as it goes to the press, and everything rules of the press may ask about it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gwformat.check.context import Context
    from gwformat.fonts.system import FontSystem
    from gwformat.pdf import PdfFile


class Printable:
    """What rules of the press look at: the pages as a PDF, and the docx they were laid out from, if it was one."""

    def __init__(
        self,
        pdf: PdfFile,
        *,
        today: date,
        system: FontSystem | None = None,
        source: Context | None = None,
    ) -> None:
        """`system`: the fonts that may be used; None for those of any packaged system."""
        self.pdf = pdf
        self.today = today
        self.system = system
        self.source = source
