"""Files for the press come in; whether they may be printed, and what stands against it, goes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from gwformat import check, drawing, pdf, readers, recognise
from gwformat.api.common import profile_for, undisturbed
from gwformat.api.finished import finished_of
from gwformat.api.formatting import lay_out_file
from gwformat.api.options import FormatOptions, StrPath
from gwformat.check import Checked, Context
from gwformat.check.preflight import may_be_printed, preflight, unasked
from gwformat.check.printable import Printable
from gwformat.errors import InputUnreadable
from gwformat.findings import Finding
from gwformat.finished.values import FinishedFile
from gwformat.fonts.system import load_system
from gwformat.ooxml.archive import read_file
from gwformat.values import dataclass


@dataclass(frozen=True, slots=True)
class PreflightOptions:
    """What to look for before printing; `None` means "any" or "now"."""

    system: str | None = None  # the fonts that may be used
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    today: date | None = None


PREFLIGHT_DEFAULTS = PreflightOptions()


@dataclass(frozen=True, slots=True)
class Preflighted:
    """A file that was looked at before printing."""

    source: Path
    file: FinishedFile
    checked: Checked
    notices: tuple[str, ...] = ()
    drawn: bytes = b""  # the PDF by whose pages a docx was judged

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found, gravest first."""
        return self.checked.findings

    @property
    def may_be_printed(self) -> bool | None:
        """The verdict; None if nothing stands against it, but only some of the rules were asked."""
        return may_be_printed(self.checked)

    @property
    def unasked(self) -> frozenset[str]:
        """The codes of the rules that the options left out."""
        return unasked(self.checked)


@undisturbed()
def preflight_file(path: StrPath, options: PreflightOptions = PREFLIGHT_DEFAULTS) -> Preflighted:
    """Everything that stands against printing the PDF, the OFD or the docx at `path`; nothing is written.

    A docx is laid out by the program and judged by its pages and its package.
    """
    path = Path(path)
    chosen = check.selection(options.select, options.ignore, check.print_rules())
    data = read_file(path)
    system = load_system(options.system) if options.system else None
    today = options.today or date.today()
    finished = finished_of(data)
    if finished is not None:
        return Preflighted(path, finished, preflight(Printable(finished, today=today, system=system), chosen))
    pdf.demand_pypdf()  # before a docx is drawn
    context, drawn, notices = _laid_out(path, options.system)
    read = pdf.read_pdf(drawn)
    printable = Printable(read, today=today, system=system or context.fonts, source=context)
    return Preflighted(path, read, preflight(printable, chosen), notices, drawn)


def _laid_out(path: Path, system: str | None) -> tuple[Context, bytes, tuple[str, ...]]:
    """The docx as rules see it, its pages as the program prints them as PDF, and what the user should know of these."""
    draft = readers.read(path, checking=True)
    if draft.package is None:
        raise InputUnreadable(
            f"“{path.name}”不是 PDF、OFD，也不是 docx", "草稿先用 gwformat format 排成 docx，再作印制前检查。"
        )
    document = recognise.recognise(draft)
    profile, document = profile_for(document)
    context = Context(document, profile)
    laid = lay_out_file(path, replace(FormatOptions(), system=system or context.fonts.name))
    drawn = drawing.draw(laid.pages, laid.setting, "pdf", media=laid.media)
    return context, drawn.files[0], tuple(_once(laid.notices, drawn.notices))


def _once(*groups: tuple[str, ...]) -> Iterator[str]:
    yield from dict.fromkeys(notice for group in groups for notice in group)
