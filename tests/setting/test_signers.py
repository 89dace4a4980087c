"""签发人 (7.2.6): two names a line, every line beginning under the first name."""

from __future__ import annotations

import pytest

from gwformat.fonts import load_system
from gwformat.model import Block, Role, Run, Seal
from gwformat.profiles import load_profile
from gwformat.setting.passages import Passage
from gwformat.setting.setting import setting_of
from gwformat.setting.signers import gaps, signed_by

SETTING = setting_of(load_profile("general"), load_system("government"), None, Seal.ROUND)
ZI = SETTING.columns(SETTING.spec(Role.SIGNER), 1)


def signers(*texts: str):
    return signed_by([Passage((Block(Role.SIGNER, (Run(text),)),)) for text in texts], SETTING)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("签发人：张三", 4 + 2 + 1, 1),
        ("签发人：张三　李四", 4 + 5 + 1, 1),
        ("签发人：张三　李四　欧阳某某", 4 + 5 + 1, 2),
        ("签发人：张　三　李某某", 4 + 7 + 1, 1),
        ("签发人：张　三　李某某　王　五　赵六", 4 + 7 + 1, 2),
        ("签发人：张三、李四", 4 + 5 + 1, 1),
        ("签发人：", 4 + 1, 1),
    ],
)
def test_the_column_holds_the_label_two_names_and_one_character(text: str, width: int, lines: int) -> None:
    found = signers(text)
    assert (round(found.width / ZI, 2), found.lines) == (width, lines)


def test_a_further_line_of_names_begins_under_the_first_name() -> None:
    label, names = signers("签发人：张三　李四", "王五").indents
    assert label.left + label.first_line == 0
    assert (label.left, names.left, names.first_line) == (4 * ZI, 4 * ZI, 0)


@pytest.mark.parametrize(
    ("texts", "blanks"),
    [
        (("签发人：张某某　李某", "王某　欧阳某某"), [[1], [2]]),
        (("签发人：张　三　李某某　欧阳某某　赵六",), [[2, 1]]),
        (("签发人：张三　李四　王五",), [[1]]),  # nothing stands below the second one
        (("签发人：张三　李四",), [[]]),
        (("签发人：张三、李四　王五　赵六",), [[1]]),  # only blanks are counted out
    ],
)
def test_second_names_stand_below_each_other(texts: tuple[str, ...], blanks: list[list[int]]) -> None:
    assert [[count for _, _, count in found] for found in gaps(texts, SETTING)] == blanks
