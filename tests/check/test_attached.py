"""The attachment note and the labels of attachments are read in every form drafts have them."""

from __future__ import annotations

import pytest

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


def test_names_are_compared_without_quotes_and_blanks() -> None:
    assert comparable("《责任人\n名单》（试行）") == comparable("责任人名单(试行)")
    assert comparable("责任人名单") != comparable("责任人清单")
