"""A draft, a docx or a PDF comes in; its proof goes out: lines numbered, findings marked in the margin and listed."""

from __future__ import annotations

import re
from pathlib import Path

from gwformat import drawing, output, pdf
from gwformat.api.checking import check_file
from gwformat.api.common import fonts_of, undisturbed
from gwformat.api.finished import demand_open
from gwformat.api.formatting import lay_out_file
from gwformat.api.options import CheckOptions, FormatOptions, StrPath
from gwformat.api.printing import PreflightOptions, preflight_file
from gwformat.finished.values import Page as PrintedPage
from gwformat.layout import Pages
from gwformat.layout.boxes import Page
from gwformat.model import Kind, Seal
from gwformat.ooxml.archive import read_file
from gwformat.printing import proof
from gwformat.printing.pdf_forms import Leaf, leaves_of, open_pdf, size_of
from gwformat.printing.plates import plates
from gwformat.printing.proof import Remark, Rows
from gwformat.printing.proof_places import remarks_of
from gwformat.printing.sheets import Placement, Side
from gwformat.profiles import packaged_profile
from gwformat.setting.setting import Setting, setting_of
from gwformat.units import Emu, Mm
from gwformat.values import dataclass


@dataclass(frozen=True, slots=True)
class Proofed:
    """A proof that was written: how many pages and remarks, and what the layout `mended` of the draft."""

    source: Path
    output: Path
    pages: int
    remarks: int
    notices: tuple[str, ...] = ()
    mended: int = 0


@undisturbed()
def proof_file(path: StrPath, target: StrPath, options: FormatOptions, *, force: bool = False) -> Proofed:
    """Write the proof of the file at `path`; findings of a draft or docx are those of `check`, of a PDF of preflight.

    A draft or docx is laid out as it will be printed; a PDF is taken as it is.
    """
    path, target = Path(path), Path(target)
    output.check_target(path, target, force=force)
    data = read_file(path)
    made = _of_pdf(path, target, data, options) if pdf.is_pdf(data) else _of_draft(path, target, options)
    result, proofed = made
    output.check_target(path, target, force=force)
    output.write_atomically(target, result)
    return proofed


def _of_draft(path: Path, target: Path, options: FormatOptions) -> tuple[bytes, Proofed]:
    laid = lay_out_file(path, options)
    findings = check_file(path, CheckOptions(kind=options.kind, system=options.system)).findings
    pages = laid.pages.pages
    found = list(remarks_of(findings, laid.document, pages))
    remarks, mended = proof.numbered(found), [remark for remark in found if remark.mended]
    rows = {page.number: proof.rows_of(proof.stretches_of(page), page) for page in pages}
    fonts = laid.setting.fonts
    marked = tuple(proof.laid_over(page, proof.marks(page, rows[page.number], remarks, fonts)) for page in pages)
    whole = proof.appended(Pages(marked), proof.listed(remarks, rows, laid.setting, mended))
    drawn = drawing.draw(whole, laid.setting, "pdf", strict_fonts=options.strict_fonts, media=laid.media)
    notices = tuple(dict.fromkeys((*laid.notices, *drawn.notices)))
    return drawn.files[0], Proofed(path, target, len(pages), len(remarks), notices, len(mended))


def _of_pdf(path: Path, target: Path, data: bytes, options: FormatOptions) -> tuple[bytes, Proofed]:
    read = pdf.read_pdf(data)
    demand_open(read, path.name, "出不了校样")
    setting = _plain_setting(options)
    findings = preflight_file(path, PreflightOptions(system=options.system)).findings
    remarks = proof.numbered([_remark(f.code, f.message, f.clause, f.location.page) for f in findings if not f.waived])
    leaves = leaves_of(open_pdf(data, path.name))
    sheets = [Page(n, None, *size_of(leaf.page).edges, ()) for n, leaf in enumerate(leaves, 1)]
    rows = {sheet.number: _rows(page, sheet) for page, sheet in zip(read.pages, sheets, strict=True)}
    marked = Pages(tuple(proof.marks(sheet, rows[sheet.number], remarks, setting.fonts) for sheet in sheets))
    over = proof.appended(marked, proof.listed(remarks, rows, setting))
    drawn = drawing.draw(over, setting, "pdf")
    marks = leaves_of(open_pdf(drawn.files[0], target.name))
    result = plates((*leaves, *marks), list(_sides(leaves, marks))).data
    return result, Proofed(path, target, len(leaves), len(remarks), drawn.notices)


def _remark(code: str, message: str, clause: str, page: int | None) -> Remark:
    return Remark(code, f"{message}（{clause}）", page)


def _plain_setting(options: FormatOptions) -> Setting:
    profile = packaged_profile(Kind.GENERAL.value)
    return setting_of(profile, fonts_of(options.system, profile), options.grid, Seal.NONE)


def _rows(page: PrintedPage, sheet: Page) -> Rows:
    stretches = [
        (Mm(one.left), Mm(one.baseline - one.size * _ABOVE), Mm(one.right), Mm(one.baseline + one.size * _BELOW))
        for one in page.visible
        if one.upright and not (page.height - one.baseline < _FOOT and _NUMBER.fullmatch(one.text.strip()))
    ]
    return proof.rows_of(stretches, sheet)


_ABOVE, _BELOW = 0.86, 0.14  # of the size, measured from the baseline
_FOOT = 35  # mm: below the type area of 5.2.1
_NUMBER = re.compile(r"[—–－\-\s]*\d{1,4}[—–－\-\s]*")


def _sides(leaves: tuple[Leaf, ...], marks: tuple[Leaf, ...]) -> list[Side]:
    """Each page with its marks over it, then the list."""
    sides = []
    for number, leaf in enumerate(marks):
        size = size_of(leaf.page)
        under = (Placement(number, Emu(0), Emu(0), size),) if number < len(leaves) else ()
        sides.append(Side(size, (*under, Placement(len(leaves) + number, Emu(0), Emu(0), size))))
    return sides
