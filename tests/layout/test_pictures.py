"""Graphics in the line: they stand on the baseline, and a line is as high as they need."""

from __future__ import annotations

import pytest

from gwformat.fonts.system import EM_ASCENT
from gwformat.layout.boxes import Page, Pages
from gwformat.layout.pages import lay_out
from gwformat.model import OBJECT, Block, Carrier, CarrierKind, Document, Role, Run, Seal
from gwformat.setting.setting import Setting, setting_of
from gwformat.units import Emu, Mm, Pt
from tests.layout.papers import general, government
from tests.writers.setting_up import supplied

PITCH, SIZE = Emu(589 * 635), Pt(16)
DESCENT = Emu(SIZE - round(EM_ASCENT * SIZE))


def setting() -> Setting:
    return setting_of(general(), government(), None, Seal.ROUND)


def picture(width: float, height: float, kind: CarrierKind = CarrierKind.IMAGE) -> Run:
    return Run(OBJECT, carrier=Carrier(kind, size=(Mm(width), Mm(height))))


def pages(*paragraphs: tuple[Run, ...]) -> Pages:
    empty = supplied()
    blocks = tuple(Block(Role.BODY, runs) for runs in paragraphs)
    return lay_out(Document(empty.draft, empty.kind, blocks), setting())


def tops(page: Page) -> list[Emu]:
    return [line.top for line in page.lines if line.spans]


@pytest.mark.parametrize("height", [2, 5, 7])
def test_a_picture_no_higher_than_the_line_leaves_the_pitch_as_it_is(height: float) -> None:
    page = pages((Run("甲"), picture(9, height), Run("乙")), (Run("丙"),)).pages[0]
    assert tops(page)[1] - tops(page)[0] == PITCH


@pytest.mark.parametrize("height", [2, 7, 12, 60])
def test_a_picture_stands_on_the_baseline_of_its_line(height: float) -> None:
    page = pages((Run("甲"), picture(9, height), Run("乙"))).pages[0]
    (placed,) = page.carriers
    baseline = page.lines[0].bottom - DESCENT
    assert abs(placed.y + placed.height - baseline) <= 635
    assert placed.height == Mm(height)


def test_a_line_is_as_high_as_its_picture_and_what_reaches_below_the_baseline() -> None:
    page = pages((Run("甲"), picture(9, 30)), (Run("乙"),)).pages[0]
    first, second = tops(page)
    # 甲 stands at the foot of its line, 乙 in the middle of an exact pitch
    assert abs(second - first - SIZE - (PITCH - SIZE) // 2) <= 635
    above = pages((Run("乙"),)).pages[0]
    assert abs(second - tops(above)[0] - Mm(30) - DESCENT) <= 635


def test_a_picture_alone_stands_in_the_middle() -> None:
    made = pages((picture(56, 30),))
    (placed,) = made.pages[0].carriers
    assert placed.x + placed.width // 2 == pytest.approx(Mm(28 + 156 / 2), abs=1300)
    assert made.estimated_from is None


def test_pictures_that_do_not_fit_into_one_line_take_two() -> None:
    page = pages((picture(100, 30), picture(100, 20)), (Run("乙"),)).pages[0]
    first, second = page.carriers
    assert second.y > first.y + first.height - Mm(1)


def test_a_picture_larger_than_the_type_area_is_laid_out_as_small_as_it_is_written() -> None:
    (placed,) = pages((picture(312, 100),)).pages[0].carriers
    assert placed.width == pytest.approx(Mm(156), abs=1300)
    assert placed.height == pytest.approx(Mm(50), abs=1300)


def test_a_picture_goes_to_the_next_page_where_it_does_not_fit() -> None:
    rows = [(Run("甲"),)] * 20
    made = pages(*rows, (picture(100, 60),))
    assert [len(page.carriers) for page in made.pages] == [0, 1]
