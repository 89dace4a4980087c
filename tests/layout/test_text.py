"""No word is lost, doubled or out of its place: whole drafts, from the reader to the lines of the pages."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from gwformat.api import lay_out_file
from gwformat.layout import Pages
from gwformat.layout.boxes import Line
from gwformat.model import Document, Role
from tests.layout.papers import all_lines

WORD = st.sampled_from(
    (
        "国务院",
        "办公厅",
        "各级",
        "人民政府",
        "“十五五”",
        "《办法》",
        "（试行）",
        "——",
        "……",
        "3.14",
        "12.5%",
        "WTO",
        "e-mail",
        "ad\u00admin\u00adis\u00adtra\u00adtion",  # soft hyphens are among the words, drawn or not
    )
)
PHRASE = st.lists(WORD, min_size=5, max_size=30).map("".join)
SENTENCE = st.lists(PHRASE, min_size=4, max_size=8).map("，".join).map("{}。".format)
RUN_IN = st.builds(
    "（{}）{}。{}".format, st.sampled_from("一二三"), st.sampled_from(("加强领导", "落实责任")), SENTENCE
)
HEADING = st.sampled_from(("一、总体要求", "二、主要任务", "1.明确分工。各单位负责。"))
CELL = st.lists(WORD, min_size=1, max_size=8).map("".join)
ROW = st.lists(CELL, min_size=3, max_size=3)
TABLE = st.lists(ROW, min_size=2, max_size=40)
PART = st.one_of(SENTENCE, SENTENCE, RUN_IN, HEADING, TABLE)


def _markdown(part: str | list[list[str]]) -> str:
    if isinstance(part, str):
        return part
    rows = ["| " + " | ".join(row) + " |" for row in part]
    return "\n".join([rows[0], "|---|---|---|", *rows[1:]])


@st.composite
def drafts(draw: st.DrawFn) -> str:
    """A 通知 in Markdown with everything a document may have, of a few lines to several pages."""
    head = ["某某市人民政府文件", "某政发〔2026〕5号"] if draw(st.booleans()) else []
    names = draw(st.lists(st.sampled_from(("工作方案", "任务分工表", "名单")), max_size=3, unique=True))
    title = (
        "# 关于"
        + draw(st.lists(st.sampled_from(("加强", "城市", "更新", "管理")), max_size=12).map("".join))
        + "的通知"
    )
    parts = [*head, title, "各区人民政府，市政府各部门：", draw(SENTENCE)]
    parts += map(_markdown, draw(st.lists(PART, min_size=4, max_size=10)))
    parts.append(draw(SENTENCE))
    numbered = len(names) > 1
    parts += [
        f"{'' if number > 1 else '附件：'}{f'{number}.' if numbered else ''}{name}"
        for number, name in enumerate(names, 1)
    ]
    parts += ["某某市人民政府", "2026年3月20日"]
    for number, name in enumerate(names, 1):
        parts += [
            f"附件{number if numbered else ''}",
            name,
            *map(_markdown, draw(st.lists(PART, min_size=1, max_size=3))),
        ]
    if draw(st.booleans()):
        parts += ["抄送：某某市委办公室，某某市人大常委会办公室。", "某某市人民政府办公室　　2026年3月21日印发"]
    return "\n\n".join(parts)


def laid_out(source: str) -> tuple[Document, Pages]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "草稿.md"
        path.write_text(source, encoding="utf-8")
        result = lay_out_file(path)
    return result.document, result.pages


def by_block(pages: Pages) -> Iterator[tuple[int, list[tuple[Line, str]]]]:
    """Each block in the order in which the pages show it, with its lines and what they show of it."""
    shown = []
    for line in all_lines(pages):
        at = 0
        for span in line.spans:
            length = span.end - span.start
            text = line.text[at : at + length] if length else line.text  # a cell is no stretch of its block's words
            shown.append((span.block, line, text))
            at += length
    for block, items in groupby(shown, key=lambda item: item[0]):
        yield block, [(line, text) for _, line, text in items]


@settings(max_examples=25)
@given(drafts())
def test_the_lines_of_all_pages_joined_are_the_words_of_the_document(source):
    document, pages = laid_out(source)
    shown = list(by_block(pages))
    assert [block for block, _ in shown] == [
        number for number, block in enumerate(document.blocks) if block.text.strip() or block.carrier is not None
    ]
    for number, lines in shown:
        carrier = document.blocks[number].carrier
        text = "".join(text for _, text in lines)
        if carrier is None:
            assert text == document.blocks[number].text.replace("\n", "")
        else:
            rows = ["".join(row) for row in carrier.rows]
            repeated = (len(text) - len("".join(rows))) // len(rows[0])  # the first row, on every further page
            assert sorted(text) == sorted("".join(rows) + rows[0] * repeated)
            assert 0 <= repeated < len(pages.pages)


@settings(max_examples=10)
@given(drafts())
def test_every_attachment_begins_a_page_and_all_pages_keep_their_rules(source):
    document, pages = laid_out(source)
    firsts = [
        next(line for line in page.lines if line.spans) for page in pages.pages if any(x.spans for x in page.lines)
    ]
    labels = [line for line in all_lines(pages) if line.role is Role.ATTACHMENT_LABEL]
    assert len(labels) == sum(block.role is Role.ATTACHMENT_LABEL for block in document.blocks)
    assert all(any(label is first for first in firsts) for label in labels)
    for page in pages.pages:
        roles = [line.role for line in page.lines if line.spans]
        assert Role.SIGNATURE not in roles or {Role.BODY, Role.ATTACHMENT_NOTE}.intersection(roles)
    if document.first(Role.PRINTER) is not None:
        assert len(pages.pages) % 2 == 0
