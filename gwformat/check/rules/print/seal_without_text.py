"""P776: a seal, or a sign-off, on a page without text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gwformat.check import Need, Problem, rule
from gwformat.check.press.lines import Line
from gwformat.check.printable import Printable, on
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.finished.values import Box, Page
from gwformat.text import numerals

_SMALLEST, _LARGEST = 25.0, 60.0  # mm: of a picture that can be a seal
_SQUARE = 1.35  # the longer side over the shorter one; oval seals too
_MOST_LINES = 12  # of a sign-off with its note
_LONGEST = 30  # characters of the name of an organ
_NOTE = expression(r"[（(].*[）)]")
_TEXT = expression(r"[。；：，？！]|^附件")


@rule(
    "P776",
    name="seal-without-text",
    clause="GB/T 9704-2012 7.3.5.1",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """不得出现空白印章；印章、署名和日期所在的页应有正文。

    盖在没有文字的页上的印章，谁都可以在上面添上文字。排版后所剩空白容不下印章和日期时，调整行距、字距（7.3.5.5），
    不用“（此页无正文）”：这一页只有署名和日期的，给以警告。

    不合规::

        ［印件］署名和日期单独在一页

    不合规::

        ［印件］印章在没有文字的页上

    合规::

        ［印件］最后一页只有正文的末尾和落款
    """
    for page in printable.upright[1:]:
        if page.number in printable.unseen:
            continue
        lines = _own(printable, page)
        if not lines and _sealed(printable, page):
            yield Problem("印章在没有文字的页上", on(page))
        elif _signs(lines):
            message = "这一页只有署名和日期，没有正文，应调整行距、字距，使它们和正文同在一页"
            yield Problem(message, on(page), severity=Severity.WARNING)


def _own(printable: Printable, page: Page) -> Sequence[Line]:
    """The lines of a page without its number and the imprint."""
    imprint = printable.imprint
    end = imprint.top if imprint is not None and imprint.page == page.number else page.height
    number = printable.numbers.get(page.number)
    lines = printable.lines[page.number]
    return [line for line in lines if line.top < end and not (number and line.baseline == number.baseline)]


def _sealed(printable: Printable, page: Page) -> bool:
    stamps = (stamp for signature in printable.ofd.signatures for stamp in signature.stamps)
    return any(stamp.page == page.number for stamp in stamps) or any(_may_be_seal(one.box) for one in page.pictures)


def _may_be_seal(box: Box) -> bool:
    short, long = sorted((box.width, box.height))
    return short >= _SMALLEST and long <= _LARGEST and long <= short * _SQUARE


def _signs(lines: Sequence[Line]) -> bool:
    """Whether there is nothing but names, at least one date and notes in brackets."""
    said = [line.text.strip() for line in lines]
    dates = [line for line in said if (found := numerals.DATE.search(line)) and not line[found.end() :].strip()]
    rest = [line for line in said if line not in dates and not _NOTE.fullmatch(line)]
    has_text = any(len(line) > _LONGEST or _TEXT.search(line) for line in rest)
    return bool(dates) and len(said) <= _MOST_LINES and not has_text
