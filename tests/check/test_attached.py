"""The attachment note and the labels of attachments are read in every form drafts have them."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat.api import CheckOptions, check_file
from gwformat.check.attached import attached, comparable
from gwformat.check.elements import Element
from gwformat.model import Block, Role, Run


def elements(*words: tuple[Role, str, int]) -> list[Element]:
    return [Element(n, Block(role, (Run(text),), attachment=k)) for n, (role, text, k) in enumerate(words)]


def note(*lines: str) -> list[tuple[int | None, str, str, str]]:
    made = elements(*((Role.ATTACHMENT_NOTE, line, 0) for line in lines))
    return [(entry.number, entry.lead.strip(), entry.point, entry.name) for entry in attached(made).announced]


def test_a_note_in_the_form_of_the_standard() -> None:
    assert note("附件：1.责任人名单", "2.物资清单") == [(1, "附件：", ".", "责任人名单"), (2, "", ".", "物资清单")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("附件：责任人名单", (None, "附件：", "", "责任人名单")),
        ("附：责任人名单", (None, "附：", "", "责任人名单")),
        ("附件1：责任人名单", (1, "附件1：", "", "责任人名单")),
        ("附件一：责任人名单", (1, "附件一：", "", "责任人名单")),
        ("附件:1、责任人名单", (1, "附件:", "、", "责任人名单")),
        ("附件：2026年责任人名单", (None, "附件：", "", "2026年责任人名单")),
    ],
)
def test_other_forms(line: str, expected: tuple[int | None, str, str, str]) -> None:
    assert note(line) == [expected]


def test_a_line_without_number_goes_on_with_the_name() -> None:
    assert note("附件：1.责任人", "名单", "2.物资清单") == [(1, "附件：", ".", "责任人名单"), (2, "", ".", "物资清单")]


def test_labels_know_their_number_and_title() -> None:
    made = elements(
        (Role.ATTACHMENT_LABEL, "\ufffc附件1", 1),
        (Role.ATTACHMENT_TITLE, "责任人名单", 1),
        (Role.ATTACHMENT_LABEL, "附件二：", 2),
        (Role.ATTACHMENT_BODY, "编织袋2万条。", 2),
    )
    assert [(label.number, label.title) for label in attached(made).labelled] == [(1, "责任人名单"), (2, "")]


def test_what_stands_below_a_title_may_belong_to_the_name() -> None:
    made = elements(
        (Role.ATTACHMENT_LABEL, "附件", 1),
        (Role.ATTACHMENT_TITLE, "某某市城市更新行动方案", 1),
        (Role.SUBTITLE, "（2026—2028年）", 1),
        (Role.BODY, "某某市城市更新行动方案的正文。", 1),
    )
    (label,) = attached(made).labelled
    assert label.below == "（2026—2028年）"


@pytest.mark.parametrize(
    ("announced", "differs"),
    [("行动方案（2026—2028年）", False), ("行动方案", False), ("行动方案（2026—2030年）", True)],
)
def test_a_name_may_be_announced_with_what_stands_below_its_title(
    announced: str, differs: bool, tmp_path: Path
) -> None:
    draft = tmp_path / "通知.txt"
    draft.write_text(
        f"某某市水务局关于做好有关工作的通知\n各区水务局：\n　　请按方案执行。\n　　附件：{announced}\n"
        "某某市水务局\n2026年5月6日\n附件\n行动方案\n（2026—2028年）\n　　一、总体要求\n　　认真落实。\n",
        encoding="utf-8",
    )
    found = check_file(draft, CheckOptions(select=("E157",))).findings
    assert bool(found) is differs


def test_names_are_compared_without_quotes_and_blanks() -> None:
    assert comparable("《责任人\n名单》（试行）") == comparable("责任人名单(试行)")
    assert comparable("责任人名单") != comparable("责任人清单")
