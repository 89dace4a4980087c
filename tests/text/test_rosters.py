"""Lines of lists of names and posts."""

import pytest

from gwformat.text.rosters import Cells, row_of


@pytest.mark.parametrize(
    ("line", "label", "cells", "kind"),
    [
        ("组长：张某某　　县政府副县长", "组长", ["张某某", "县政府副县长"], Cells.POST),
        ("成员：李　某　　王某某", "成员", ["李　某", "王某某"], Cells.NAMES),
        ("出席：张某某、李某、王某某", "出席", ["张某某、李某、王某某"], Cells.COMMAS),
        ("出席：张某某、李 某、王某某", "出席", ["张某某、李 某、王某某"], Cells.COMMAS),
        ("出席：张某某、褚 某（某局）、王某某", "出席", ["张某某、褚 某（某局）、王某某"], Cells.COMMAS),
        ("成　员：", "成　员", [], Cells.NONE),
        ("县政府办公室主任　　赵某某", None, ["县政府办公室主任", "赵某某"], Cells.HELD),
    ],
)
def test_a_line_of_a_list_has_a_label_and_cells(line: str, label: str | None, cells: list[str], kind: Cells) -> None:
    row = row_of(line)
    assert row is not None
    assert (line[slice(*row.label)] if row.label else None) == label
    assert [line[slice(*cell)] for cell in row.cells] == cells
    assert row.kind is kind


@pytest.mark.parametrize("line", ["填报单位：　　　　填报日期：　　年　　月　　日", "会议由张某某主持。李某参加。"])
def test_a_line_to_fill_in_and_a_sentence_are_none(line: str) -> None:
    assert row_of(line) is None
