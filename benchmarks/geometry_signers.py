"""The 签发人 of a measured document come in, of one organ or of several; their figures of 7.2.5 and 7.2.6 go out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from benchmarks.geometry import LEFT, RIGHT
from benchmarks.geometry_document import ZI, Document, Figure, Part, counted, exact
from benchmarks.geometry_drafts import Case
from benchmarks.page_content import Stroke

_NAME = re.compile(r"[^　：\s]+(?!：|\S)")


def signer_figures(document: Document, case: Case, number: Part, mark: Part, red: Stroke) -> Iterator[Figure]:
    """How the names between the lowest line of the mark and the red line stand, and the number beside the last one."""
    wanted = re.search(r"^签发人：(.*)$", case.text, re.MULTILINE)
    names = list(_names(document, number, mark, red))
    if wanted is None or not names:
        return
    broken = wanted[1].split("　") != [part.text for part in names]
    rows = Counter(part.baseline for part in names)
    last = max(names, key=lambda part: (part.baseline, part.x1))
    yield counted("7.2.6", "签发人：姓名依次，不断在两行", 0, broken)
    yield exact("7.2.6", "签发人：居右空一字", RIGHT - ZI, max(part.x1 for part in names))
    yield Figure("7.2.6", "签发人：每行不多于两个姓名", 1, 2, max(rows.values()), 0)
    yield Figure("7.2.6", "签发人：行数最少", 1, (len(names) + 1) // 2, len(rows), 0)
    for part in _leading(names):
        yield exact("7.2.6", "签发人：各行首个姓名对齐", names[0].x0, part.x0)
    yield exact("7.2.5", "上行文发文字号：与最后一个签发人同行", last.baseline, number.baseline)
    yield exact("7.2.5", "上行文发文字号：居左空一字", LEFT + ZI, number.x0)


def _names(document: Document, number: Part, mark: Part, red: Stroke) -> Iterator[Part]:
    """Everything that stands below the mark and right of the number."""
    for line in document.body:
        if line.page == 1 and mark.bottom < line.top < red.y:
            start = number.end if line is number.line else 0
            yield from (Part(line, *found.span()) for found in _NAME.finditer(line.text, start))


def _leading(names: Sequence[Part]) -> Iterator[Part]:
    """The first name of every line."""
    for number, part in enumerate(names):
        if number == 0 or part.line is not names[number - 1].line:
            yield part
