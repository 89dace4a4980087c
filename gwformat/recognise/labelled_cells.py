"""A head typed as a form (发往｜各县政府｜签批盖章｜张某某): a table comes in, label and value joined go out."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from gwformat.expressions import expression
from gwformat.model import Carrier, Change, Fate, Paragraph, Run, Source
from gwformat.recognise import patterns
from gwformat.recognise.patterns import key

_LABEL = expression(
    "发往|(?:收电|发电|发报)(?:单位|机关)|签批(?:盖章)?|签发(?:人|盖章)?|(?:电报)?等级|紧急程度|缓急|密级|份号"
    "|文号|编号|发文字号|电报号|抄送"
)
_MOST_ROWS = 8
_REASON = "表格中的项目名称和内容各占一格，合为一行"


def joined(carrier: Carrier) -> tuple[Carrier, tuple[Change, ...]] | None:
    """The table with every label and the value beside it in one paragraph, and the changes; `None` if it has none."""
    cells = [cell for row in carrier.rows for cell in row]
    if len(carrier.rows) > _MOST_ROWS or len(cells) != len(carrier.paragraphs):
        return None  # a cell has several paragraphs: no form of this kind
    if not any(_is_label(cell) for cell in cells):
        return None
    rest = iter(carrier.paragraphs)
    pairs = [pair for row in carrier.rows for pair in _pairs([next(rest) for _ in row])]
    changes = tuple(
        Change("版式重排", Fate.CHANGED, "", "：", _REASON, label.source)
        for label, value in pairs
        if value is not None and _needs_colon(label)
    )
    paragraphs = tuple(label if value is None else _one(label, value) for label, value in pairs)
    return dataclasses.replace(carrier, paragraphs=paragraphs), changes


def _pairs(row: list[Paragraph]) -> Iterator[tuple[Paragraph, Paragraph | None]]:
    at = 0
    while at < len(row):
        beside = row[at + 1] if at + 1 < len(row) else None
        if beside is not None and _belongs(row[at].text, beside.text):
            yield row[at], beside
            at += 1
        else:
            yield row[at], None
        at += 1


def _is_label(text: str) -> bool:
    return _LABEL.fullmatch(key(text).rstrip("：")) is not None


def _belongs(label: str, value: str) -> bool:
    """Whether a cell is the value of the one before it: a label's, or the year and number after 某政电."""
    if _is_label(label):
        return key(value) != "" and not _is_label(value)
    whole = patterns.DOC_NUMBER_ONLY.fullmatch(key(label + value))
    return whole is not None and not patterns.DOC_NUMBER_ONLY.fullmatch(key(value)) and key(value).startswith("〔")


def _needs_colon(label: Paragraph) -> bool:
    return _is_label(label.text) and not key(label.text).endswith("：")


def _one(label: Paragraph, value: Paragraph) -> Paragraph:
    colon = (Run("：", paragraph=label.source.first),) if _needs_colon(label) else ()
    runs = (*label.runs, *colon, *value.runs)
    source = Source(label.source.part, label.source.first, value.source.last)
    return Paragraph(runs, source, label.look, label.label)
