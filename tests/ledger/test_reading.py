"""The draft against the ledger's own view of a text file."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat.ledger.reading import check_markdown, check_text
from gwformat.model import Draft, Paragraph, Run, Source


def draft(*lines: str, losses: tuple[str, ...] = ()) -> Draft:
    blocks = tuple(
        Paragraph((Run(line, paragraph=number, atom=0),) if line else (), Source("草稿.txt", number, number))
        for number, line in enumerate(lines, 1)
    )
    return Draft(Path("草稿.txt"), "txt", blocks, losses=losses)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_text_is_read_whole_in_every_encoding(encoding: str) -> None:
    data = "关于检查的通知\r\n各科室：\r\n\r\n　　请执行。".encode(encoding)
    assert check_text(data, draft("关于检查的通知", "各科室：", "", "　　请执行。")) == []


def test_a_lost_indent_is_a_difference() -> None:
    problems = check_text("　　请执行。".encode(), draft("请执行。"))
    assert problems == ["原文没有读全：应为“　　请执行。”，实为“请执行。”"]


def test_swapped_lines_are_a_difference() -> None:
    assert check_text("甲\n乙\n".encode(), draft("乙", "甲"))


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("# 标题\n\n**重点**和`代码`", ("标题", "重点和代码")),
        ("1. 第一\n2. 第二", ("第一", "第二")),
        ("[办法](https://example.invalid/rules)全文", ("办法（https://example.invalid/rules）全文",)),
        ("![红头](head.png)", ("红头",)),
        ("| 科室 | 人数 |\n|---|---|\n| 一科 | 九 |", ("科室人数", "一科九")),
        ("---\nauthor: someone\n---\n正文", ("正文",)),
        ("<!-- 不显示 -->正文<br>下一行", ("正文下一行",)),
        ("甲&amp;乙&#26080;", ("甲&乙无",)),
    ],
)
def test_markup_is_no_content(markdown: str, words: tuple[str, ...]) -> None:
    assert check_markdown(markdown.encode(), draft(*words)) == []


def test_a_word_missing_from_a_markdown_draft_is_found() -> None:
    assert check_markdown("请认真执行".encode(), draft("请执行")) == ["原文没有读全：“认”“真”"]


def test_a_link_without_its_address_is_found() -> None:
    assert check_markdown("[办法](rules.docx)".encode(), draft("办法")) == ["原文没有读全：链接“rules.docx”"]


def test_what_the_reader_says_it_could_not_carry_is_no_silent_loss() -> None:
    assert check_markdown("甲乙".encode(), draft("甲", losses=("没有带入：乙",))) == []
