"""Elements of a head side by side: the left one keeps to a line if what the right one has to spare is enough for it."""

from __future__ import annotations

import pytest

from gwformat.fonts import load_system
from gwformat.layout.lines import break_lines
from gwformat.model import Block, Role, Run, Seal
from gwformat.profiles import load_profile
from gwformat.setting.head_sides import sides
from gwformat.setting.passages import Passage
from gwformat.setting.setting import setting_of
from gwformat.units import Emu

SETTING = setting_of(load_profile("telegram"), load_system("government"), None, Seal.NONE)
NUMBER = (Role.DOC_NUMBER, "某政明电〔2026〕3号　某机发12号")


def lines_at_the_left(dispatch: str, number: tuple[Role, str]) -> int:
    elements = ((Role.DISPATCH, dispatch), (Role.URGENCY, "等级：特急"), (Role.SIGNER, "签批盖章：张某某"), number)
    _, _, width = sides([Passage((Block(role, (Run(text),)),)) for role, text in elements], SETTING, Emu(0))
    spec = SETTING.spec(Role.DISPATCH)
    room = SETTING.text_width - width - SETTING.columns(spec, spec.left - spec.hanging + spec.right)
    zi = SETTING.column(spec)
    return len(break_lines(dispatch, [zi] * len(dispatch), room, room))


@pytest.mark.parametrize("addressed", ["各县人民政府", "各市人民政府"])
def test_no_character_stands_alone_on_a_line_for_the_sake_of_spare_room(addressed: str) -> None:
    assert lines_at_the_left(f"发往：{addressed}", NUMBER) == 1


def test_what_is_longer_has_two_lines_and_the_number_its_room() -> None:
    assert lines_at_the_left("发往：各县人民政府，市政府各部门", NUMBER) == 2
