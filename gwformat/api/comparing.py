"""Two versions of a document come in – drafts, docx, PDF or OFD – and every difference between them goes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from gwformat import comparing, recognise
from gwformat.api.common import undisturbed
from gwformat.api.finished import demand_open, finished_of
from gwformat.api.options import StrPath
from gwformat.api.reading import read_in_order
from gwformat.comparing import Difference, Passage, drafts, printed
from gwformat.errors import InputUnreadable
from gwformat.finished.values import FinishedFile
from gwformat.model import RECURRING_ROLES, Document, Role
from gwformat.ooxml.archive import read_file
from gwformat.values import dataclass

_FINISHED = (".pdf", ".ofd")


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions and what is not the same in them; `elements` are those that only one of them has."""

    approved: Path
    printed: Path
    differences: tuple[Difference, ...]
    elements: tuple[str, ...] = ()
    characters: int = 0  # of the approved version that were compared
    notices: tuple[str, ...] = ()  # what was not

    @property
    def same(self) -> bool:
        """一致."""
        return not (self.differences or self.elements)


@undisturbed()
def compare_files(approved: StrPath, other: StrPath) -> Compared:
    """Compare what two files say, character by character; revisions count as accepted, comments are not read.

    Where lines and pages end, page numbers, headers and footers are no differences; nor are blanks.
    """
    approved, other = Path(approved), Path(other)
    first, second = _read(approved), _read(other)
    heads, margins = frozenset[str](), frozenset[str]()
    if isinstance(first, Document):
        heads, margins = drafts.repeated_heads(first), drafts.margin_words(first)
    art = isinstance(first, Document) and isinstance(second, Document)
    before, after = _passages(first, margins, art), _passages(second, margins, art)
    found = comparing.differences(before, after, heads if isinstance(second, FinishedFile) else frozenset())
    if not after and before and isinstance(second, FinishedFile):
        raise InputUnreadable(f"“{other.name}”里没有文字，可能是扫描件", "请用排版软件导出的 PDF 来比对。")
    count = sum(len(comparing.compared(passage.text)) for passage in before)
    return Compared(
        approved, other, tuple(found), tuple(_elements(first, second)), count, tuple(_unseen(first, second))
    )


def _read(path: Path) -> Document | FinishedFile:
    data = read_file(path)
    finished = finished_of(data)
    if finished is None and path.suffix.lower() in _FINISHED:
        raise InputUnreadable(
            f"“{path.name}”不是完整的 {path.suffix[1:].upper()}", "可能没有下载或复制完整，请重新取得文件。"
        )
    if finished is not None:
        demand_open(finished, path.name, "比对不了")
        return finished
    try:
        return recognise.recognise(read_in_order(path, "accept", "strip"))
    except InputUnreadable as error:
        if path.name in error.message:
            raise
        raise InputUnreadable(f"{path}：{error.message}", error.advice) from error  # which of the two it is


def _passages(file: Document | FinishedFile, margins: frozenset[str], art: bool) -> tuple[Passage, ...]:
    return drafts.passages_of(file, art=art) if isinstance(file, Document) else printed.passages_of(file, margins)


def _unseen(*files: Document | FinishedFile) -> Iterator[str]:
    """What is no words was not compared, and the user is told."""
    first, second = (
        drafts.pictures(file) if isinstance(file, Document) else sum(len(page.pictures) for page in file.pages)
        for file in files
    )
    if first or second:
        yield f"图片、图表的内容没有比对（定稿 {first} 个，清样 {second} 个），请对照看一看"


def _elements(first: Document | FinishedFile, second: Document | FinishedFile) -> Iterator[str]:
    """Elements of 7.1 that one version has and the other has not, or not as often; of finished files, pages."""
    if isinstance(first, FinishedFile) and isinstance(second, FinishedFile) and len(first.pages) != len(second.pages):
        yield f"定稿有 {len(first.pages)} 页，清样有 {len(second.pages)} 页"
    if not (isinstance(first, Document) and isinstance(second, Document)):
        return
    counts = [Counter(block.role for block in one.blocks) for one in (first, second)]
    for role in [role for role in Role if role not in RECURRING_ROLES]:
        before, after = counts[0][role], counts[1][role]
        if before and not after:
            yield f"定稿有“{role.value}”，清样没有"
        elif after and not before:
            yield f"清样有“{role.value}”，定稿没有"
