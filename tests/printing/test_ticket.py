"""The job ticket: what it says follows from the document, the sheets and the list; its form fits on its pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from gwformat.drafting import Form as TableForm
from gwformat.drafting.office_forms import Cell, Row, Sheet
from gwformat.errors import ConfigurationInvalid
from gwformat.model import Block, Document, Draft, Kind, Role, Run
from gwformat.printing.distribution import Distribution, Recipient
from gwformat.printing.form_pages import pages_of
from gwformat.printing.imposing import Form, Imposition
from gwformat.printing.ticket import Job, Ticket, load_rules, ticket_of
from gwformat.printing.ticket_form import form_of
from gwformat.profiles import load_profile
from gwformat.setting.setting import Setting, setting_of
from gwformat.units import Mm
from tests.writers.sheets import SYSTEM

SENT = datetime(2026, 5, 6, 9, 30)
LIST = Distribution((Recipient("某某市财政局", range(1, 13), "机要"), Recipient("某某市教育局", range(13, 16))))


def document(**said: str) -> Document:
    blocks = tuple(Block(Role[key.upper()], (Run(text),)) for key, text in said.items())
    return Document(Draft(Path(), "txt", ()), Kind.GENERAL, blocks)


def ticket(urgency: str = "", **job: object) -> Ticket:
    job_ = replace(Job("成品.docx", "ab" * 32, 6, 2, Imposition(Form.BOOKLET), None, LIST), **job)  # type: ignore[arg-type]
    made = document(title="关于有关工作的\n通知", doc_number="某政发〔2026〕5号", urgency=urgency)
    return ticket_of(made, job_, load_rules(), SENT)


def test_it_says_what_the_document_says() -> None:
    made = ticket("特急")
    assert (made.title, made.number, made.urgency, made.secrecy) == (
        "关于有关工作的通知",
        "某政发〔2026〕5号",
        "特急",
        "",
    )


def test_sheets_are_counted_for_all_copies() -> None:
    assert (ticket().copies, ticket().sheets, ticket().all_sheets) == (15, 2, 30)
    assert ticket(distribution=None).all_sheets is None


@pytest.mark.parametrize(
    ("imposition", "paper", "binding"),
    [
        (None, "A4", "左侧装订"),
        (Imposition(Form.BOOKLET), "A3", "骑马订"),
        (Imposition(Form.TWO_UP), "A3", "裁开后平订"),
        (Imposition(Form.DUPLEX), "A4", "平订"),
    ],
)
def test_paper_and_binding_follow_from_the_imposition(imposition: Imposition | None, paper: str, binding: str) -> None:
    made = ticket(imposition=imposition)
    assert made.paper == paper
    assert made.binding.startswith(binding)


def test_an_urgency_with_hours_has_a_time_to_the_minute() -> None:
    assert ticket("特提").due == datetime(2026, 5, 6, 13, 30)
    assert (ticket("特急").within, ticket("特急").due) == ("1 个工作日", None)
    assert ticket().within == load_rules().usual


def test_a_unit_has_its_own_limits_and_keeps_the_rest(tmp_path: Path) -> None:
    own = tmp_path / "印制.toml"
    limits = 'limits = [{ urgency = "特急", within = "2 小时", hours = 2 }]'
    own.write_text(f'extends = "ticket"\nclause = "某某市政府办公室规定"\n{limits}\n', encoding="utf-8")
    rules = load_rules(own)
    assert rules.limit("特急").hours == 2
    assert rules.proofs == load_rules().proofs


def test_a_faulty_file_of_a_unit_is_named(tmp_path: Path) -> None:
    own = tmp_path / "印制.toml"
    own.write_text('extends = "ticket"\nclause = "规定"\nwieght = "80 克"\n', encoding="utf-8")
    with pytest.raises(ConfigurationInvalid, match="wieght"):
        load_rules(own)


def test_six_proofreadings_are_listed() -> None:
    sheets = {sheet.title: sheet for sheet in form_of(ticket()).sheet}
    assert len(sheets["校核"].row) == 1 + 6


def test_each_organ_has_its_numbers_in_the_list() -> None:
    sheets = {sheet.title: sheet for sheet in form_of(ticket()).sheet}
    rows = [[cell.text or cell.head for cell in row.cells] for row in sheets["分送表"].row]
    assert rows[1:] == [
        ["1", "某某市财政局", "12", "000001—000012", "机要"],
        ["2", "某某市教育局", "3", "000013—000015", ""],
    ]


def test_copies_for_nobody_in_particular_have_no_list() -> None:
    alone = Distribution((Recipient("", range(1, 159)),))
    assert [sheet.title for sheet in form_of(ticket(distribution=alone)).sheet] == ["印制单", "校核"]


@pytest.fixture
def setting() -> Setting:
    return setting_of(load_profile("general"), SYSTEM, None)


def test_all_words_of_a_form_are_on_its_pages_within_the_margins(setting: Setting) -> None:
    organs = tuple(Recipient(f"某某市第{n}局", range(n, n + 1)) for n in range(1, 81))
    form = form_of(ticket(distribution=Distribution(organs)))
    pages = pages_of(form, setting).pages
    assert len(pages) > 2
    said = "".join(line.text for page in pages for line in page.lines)
    wanted = [
        text for sheet in form.sheet for row in sheet.row for cell in row.cells for text in (cell.head, cell.text)
    ]
    assert all(text.replace("\n", "") in said for text in wanted)
    bottom = setting.profile.paper.height - setting.grid.bottom
    for page in pages:
        assert all(setting.grid.top <= line.top and line.bottom <= bottom for line in page.lines)
        assert all(stroke.y + stroke.height <= bottom for stroke in page.strokes)


def test_long_words_are_broken_and_make_their_row_higher(setting: Setting) -> None:
    def rows(text: str) -> tuple[int, int]:
        sheet = Sheet("表", (Mm(40),), (Row(Mm(8), (Cell(text=text),)),))
        (page,) = pages_of(TableForm("表", "", "", (sheet,)), setting).pages
        return len(page.lines) - 1, max(stroke.height for stroke in page.strokes)

    short, long = rows("短"), rows("长" * 30)
    assert short[0] == 1 and long[0] == 4
    assert long[1] > short[1] == Mm(8)
