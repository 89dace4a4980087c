"""A docx draft and its formatting in; where LibreOffice sets each paragraph out, with what cannot be trusted of it.

LibreOffice is a witness, not the judge: it has its own ways with punctuation and with the space between Han and digits,
and it replaces faces that are not installed. Where it did so, ends of lines are not known, and heights only as long as
every line has an exact pitch and no Latin letters were replaced. The file goes to LibreOffice by a temporary folder,
which is gone afterwards.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from gwformat.check.geometry.values import Stand
from gwformat.check.measured import stands_in
from gwformat.check.pdf_lines import words_of
from gwformat.errors import ConfigurationInvalid, InputUnreadable
from gwformat.fonts.installed import InstalledFonts, installed_fonts
from gwformat.model import Draft
from gwformat.office import convert, find
from gwformat.ooxml.effective import Formatting

TIME_LIMIT = 120.0  # seconds; the first start of a fresh profile alone takes some
_ADVICE = "请安装 LibreOffice（libreoffice.org），或者不用 --measure。"


def measure(
    draft: Draft, formatting: Formatting, *, fonts: InstalledFonts | None = None, time_limit: float = TIME_LIMIT
) -> Mapping[int, Stand]:
    """Where LibreOffice sets the paragraphs of `draft`, by number; empty if it cannot open the file in time.

    `ConfigurationInvalid` if this machine has no LibreOffice or no pypdf.
    """
    office()
    if draft.package is None:
        return {}
    with tempfile.TemporaryDirectory(prefix="gwformat-") as folder:
        pdf = _converted(draft.package.to_bytes(), Path(folder), time_limit)
        words = list(words_of(pdf)) if pdf is not None else []
    return stands_in(words, draft, formatting, fonts or installed_fonts()) if words else {}


def office(path: str | None = None, places: Iterable[Path] | None = None) -> Path:
    """The LibreOffice program, as `gwformat.office.find` finds it; `ConfigurationInvalid` if there is none."""
    found = find(path, places)
    if found is None:
        raise ConfigurationInvalid("这台机器上没有 LibreOffice，不能用 --measure 量位置", _ADVICE)
    return found


def _converted(data: bytes, folder: Path, time_limit: float) -> Path | None:
    source, pdf = folder / "draft.docx", folder / "draft.pdf"
    source.write_bytes(data)
    try:
        convert(source, "pdf", pdf, time_limit=time_limit)
    except InputUnreadable:
        return None
    return pdf
