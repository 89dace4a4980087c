"""Two versions of a document come in – drafts, docx or PDF – and every difference between what they say goes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gwformat import comparing, pdf, readers, recognise
from gwformat.api.common import undisturbed
from gwformat.comparing import Difference, Passage, drafts, printed
from gwformat.errors import InputUnreadable
from gwformat.model import RECURRING_ROLES, Document, Role
from gwformat.ooxml.archive import read_file


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions and what is not the same in them; `elements` are those that only one of them has."""

    approved: Path
    printed: Path
    differences: tuple[Difference, ...]
    elements: tuple[str, ...] = ()
    characters: int = 0  # of the approved version that were compared

    @property
    def same(self) -> bool:
        """一致."""
        return not (self.differences or self.elements)


@undisturbed()
def compare_files(approved: Path, other: Path) -> Compared:
    """Compare what two files say, character by character; revisions count as accepted, comments are not read.

    Where lines and pages end, page numbers, headers and footers are no differences; nor are blanks.
    """
    first = _document(approved)
    heads = frozenset() if first is None else drafts.repeated_heads(first)
    margins = frozenset() if first is None else drafts.margin_words(first)
    second = _document(other)
    before = _passages(approved, first, margins)
    after = _passages(other, second, margins)
    found = comparing.differences(before, after, heads if second is None else frozenset())
    elements = tuple(_elements(first, second)) if first is not None and second is not None else ()
    if not after and before and second is None:
        raise InputUnreadable(f"“{other.name}”里没有文字，可能是扫描件", "请用排版软件导出的 PDF 来比对。")
    count = sum(len(comparing.compared(passage.text)) for passage in before)
    return Compared(approved, other, tuple(found), elements, count)


def _document(path: Path) -> Document | None:
    """The document, or None for a PDF."""
    if _is_pdf(path):
        return None
    try:
        return recognise.recognise(readers.read(path, revisions="accept", comments="strip"))
    except InputUnreadable as error:
        if path.name in error.message:
            raise
        raise InputUnreadable(f"{path}：{error.message}", error.advice) from error  # which of the two it is


def _is_pdf(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return b"%PDF-" in file.read(1024)
    except OSError:
        return False  # the reader says why


def _passages(path: Path, document: Document | None, margins: frozenset[str]) -> tuple[Passage, ...]:
    if document is not None:
        return drafts.passages_of(document)
    file = pdf.read_pdf(read_file(path))
    if file.locked:
        raise InputUnreadable(f"“{path.name}”打开要口令，比对不了", "先去掉口令。")
    return printed.passages_of(file, margins)


def _elements(first: Document, second: Document) -> Iterator[str]:
    """Elements of 7.1 that one version has and the other has not, or not as often."""
    counts = [Counter(block.role for block in one.blocks) for one in (first, second)]
    for role in [role for role in Role if role not in RECURRING_ROLES]:
        before, after = counts[0][role], counts[1][role]
        if before and not after:
            yield f"定稿有“{role.value}”，清样没有"
        elif after and not before:
            yield f"清样有“{role.value}”，定稿没有"
