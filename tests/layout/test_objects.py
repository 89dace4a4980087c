"""Formulas, symbols, hidden text and drawn rules in the text: what they take of a line, and how sure that is."""

from __future__ import annotations

import pytest

from gwformat.layout.boxes import Pages
from gwformat.layout.pages import lay_out
from gwformat.model import OBJECT, Block, Carrier, CarrierKind, Document, Floating, Formula, Offset, Role, Run
from gwformat.units import Emu, Mm, Pt
from tests.layout.test_pictures import PITCH, SIZE, setting
from tests.writers.setting_up import supplied

ONE_ROW = Formula(4.0, 0.72, 0.22, "a+b=c")
FRACTION = Formula(2.0, 1.31, 0.77, "(a+b)/c")
HAN = "各级人民政府要加强组织领导"


def carrier(kind: CarrierKind, text: str = "", **said: object) -> Run:
    return Run(OBJECT, carrier=Carrier(kind, text, **said))  # type: ignore[arg-type]


def formula(value: Formula) -> Run:
    return carrier(CarrierKind.FORMULA, formula=value)


def pages(*paragraphs: tuple[Run, ...], role: Role = Role.BODY) -> Pages:
    empty = supplied()
    return lay_out(Document(empty.draft, empty.kind, tuple(Block(role, runs) for runs in paragraphs)), setting())


def distance(made: Pages) -> Emu:
    first, second = (line for line in made.pages[0].lines if line.spans)
    return Emu(second.top - first.top)


def test_a_formula_of_one_row_leaves_the_pitch_and_is_shown_in_words() -> None:
    made = pages((Run("设"), formula(ONE_ROW), Run("。")), (Run("乙"),))
    assert distance(made) == PITCH
    assert made.pages[0].lines[0].text == "设a+b=c。"
    assert made.estimated_from is None
    assert made.pages[0].formulas == 1


def test_a_fraction_on_the_only_line_gets_the_room_it_surely_needs() -> None:
    made = pages((Run("设"), formula(FRACTION), Run("。")), (Run("乙"),))
    high = (FRACTION.above + FRACTION.below) * SIZE
    below_text = (made.pages[0].lines[1].top - (PITCH - SIZE) // 2) - made.pages[0].lines[0].bottom
    assert below_text > 0  # the denominator is below the words
    assert distance(made) - (PITCH - SIZE) // 2 - SIZE > 0
    first = pages((Run("乙"),)).pages[0].lines[0].top
    taken = made.pages[0].lines[1].top - first
    assert high < taken < 1.2 * high
    assert made.estimated_from is None


def test_a_fraction_among_many_lines_is_an_estimate() -> None:
    made = pages((Run(HAN * 3), formula(FRACTION), Run(HAN * 3)))
    assert made.estimated_from == 1


def test_a_chart_of_unknown_size_is_an_estimate_from_its_page_on() -> None:
    made = pages((Run("甲"),), (Run("如图所示"), carrier(CarrierKind.CHART), formula(ONE_ROW)))
    assert made.estimated_from == 1


def test_a_formula_that_may_change_the_lines_is_an_estimate() -> None:
    exactly = HAN + HAN
    assert pages((Run(exactly[:22]), formula(ONE_ROW))).estimated_from == 1
    assert pages((Run(exactly[:10]), formula(ONE_ROW))).estimated_from is None


@pytest.mark.parametrize(("kind", "text"), [(CarrierKind.SYMBOL, "☑"), (CarrierKind.RUBY, "汉")])
def test_symbols_and_annotated_characters_are_shown_as_characters(kind: CarrierKind, text: str) -> None:
    made = pages((Run("甲"), carrier(kind, text), Run("乙")))
    assert made.pages[0].lines[0].text == f"甲{text}乙"
    assert made.estimated_from is None


def test_hidden_text_takes_no_room() -> None:
    made = pages((Run("甲"), carrier(CarrierKind.HIDDEN_TEXT, "不可见"), Run("乙")))
    first, second = made.pages[0].lines[0].glyphs
    assert (first.text, second.text) == ("甲", "乙")
    assert second.x == first.x + first.width
    assert made.estimated_from is None


def test_a_justified_line_opens_no_gap_at_what_takes_no_room() -> None:
    gone = carrier(CarrierKind.HIDDEN_TEXT, "不可见")
    with_it = pages((Run(HAN), gone, Run(HAN * 3))).pages[0].lines[0].glyphs
    without = pages((Run(HAN), Run(HAN * 3))).pages[0].lines[0].glyphs
    assert [glyphs.tracking for glyphs in with_it] == [glyphs.tracking for glyphs in without]
    assert with_it[-1].x + with_it[-1].width == without[-1].x + without[-1].width


def test_a_drawn_rule_is_a_stroke_over_the_whole_line() -> None:
    made = pages((Run("甲"),), (carrier(CarrierKind.HORIZONTAL_RULE, size=(Emu(0), Pt(1.5))),), (Run("乙"),))
    (stroke,) = made.pages[0].strokes
    assert (stroke.width.mm, stroke.weight) == (pytest.approx(156, abs=0.1), Pt(1.5))
    lines = [line for line in made.pages[0].lines if line.spans]
    assert lines[1].top - lines[0].top == 2 * PITCH
    assert made.estimated_from is None


@pytest.mark.parametrize(
    ("offset", "place"),
    [(Offset("page", Mm(10)), 10), (Offset("margin", Mm(10)), 38), (Offset("column", align="right"), 28 + 156 - 42)],
)
def test_a_floating_graphic_stands_where_its_anchor_says(offset: Offset, place: float) -> None:
    floating = Floating(offset, Offset("page", Mm(100)))
    seal = carrier(CarrierKind.IMAGE, size=(Mm(42), Mm(42)), floating=floating)
    made = pages((Run("甲"), seal, Run("乙")))
    (placed,) = made.pages[0].carriers
    assert (placed.x.mm, placed.y.mm) == (pytest.approx(place, abs=0.1), pytest.approx(100, abs=0.01))
    assert made.pages[0].lines[0].text == "甲乙"
    assert made.estimated_from is None


def test_a_floating_graphic_of_unknown_place_is_not_drawn_anywhere() -> None:
    floating = Floating(Offset("page", align="somewhere"), Offset("page"))
    made = pages((Run("甲"), carrier(CarrierKind.IMAGE, size=(Mm(42), Mm(42)), floating=floating)))
    assert made.pages[0].carriers == ()
