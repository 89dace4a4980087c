"""Which words in a cell may be parted anywhere: paths and addresses wider than the cell, and nothing else."""

from __future__ import annotations

import pytest

from gwformat.model import Seal
from gwformat.profiles.schema import Slot
from gwformat.setting.overlong import is_overlong
from gwformat.setting.setting import setting_of
from gwformat.units import Hao
from tests.layout.papers import general, government

SETTING = setting_of(general(), government(), None, Seal.ROUND)
SIZE = Hao("三号")


@pytest.mark.parametrize(
    ("text", "overlong"),
    [
        ("reports/2026/summary.docx", True),
        ("https://example.gov.cn/notices", True),
        ("reports/2026/summaries/4. 某某表.docx", True),
        ("D:\\reports\\summaries\\某某表v2.docx", True),
        ("某某表：reports/2026/summary", True),
        ("ABCDEFGHIJKLMNOPQRSTUVWXYZ", True),
        ("a/b", False),  # it fits
        ("A/B类人员应当按照规定办理", False),
        ("COVID-19-vaccination", False),  # its pieces fit
        ("reports/2026/summary.docx see there", False),  # prose
        ("见 https://example.gov.cn/notices", False),
        ("2026年报告：reports/2026/summary", False),  # a number besides
        ("各区人民政府和市有关部门要抓好落实", False),
        ("", False),
    ],
)
def test_paths_and_addresses_wider_than_the_cell_may_be_parted_anywhere(text: str, overlong: bool) -> None:
    assert is_overlong(text, Slot.FANGSONG, SIZE, 8 * SIZE, SETTING) is overlong
