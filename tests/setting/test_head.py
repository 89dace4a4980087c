"""版头 (7.2): a picture among its rows has the room it needs and does not move what stands where the standard says."""

from __future__ import annotations

import pytest

from gwformat.layout.boxes import Page, Pages
from gwformat.layout.pages import lay_out
from gwformat.model import OBJECT, Align, Block, Carrier, CarrierKind, Document, Role, Run, Seal
from gwformat.ooxml.names import w
from gwformat.setting.head import plan
from gwformat.setting.passages import Passage
from gwformat.setting.setting import Setting, setting_of
from gwformat.units import Mm
from tests.layout.papers import general, government
from tests.writers.setting_up import attribute, document, draft, p, supplied, tree, written
from tests.writers.test_tables_and_pictures import PICTURE

MARK_HEIGHT = 20
NUMBER = Block(Role.DOC_NUMBER, (Run("某政发〔2026〕1号"),))


def setting() -> Setting:
    return setting_of(general(), government(), None, Seal.ROUND)


def picture(width: float = 120, height: float = MARK_HEIGHT) -> Run:
    return Run(OBJECT, carrier=Carrier(CarrierKind.IMAGE, size=(Mm(width), Mm(height))))


def head(*blocks: Block) -> Pages:
    empty = supplied()
    return lay_out(Document(empty.draft, empty.kind, (*blocks, Block(Role.BODY, (Run("正文。"),)))), setting())


def number_of(page: Page) -> int:
    return next(line.top for line in page.lines if line.role is Role.DOC_NUMBER)


def test_a_mark_that_is_a_picture_stands_at_35_mm_and_the_number_two_rows_below_it() -> None:
    page = head(Block(Role.ISSUER_MARK, (picture(),)), NUMBER).pages[0]
    (mark,) = page.carriers
    assert mark.y == pytest.approx(Mm(35 + 37), abs=Mm(1))
    assert mark.height == Mm(MARK_HEIGHT)
    assert number_of(page) > mark.y + mark.height + Mm(10)


def test_the_mark_in_the_docx_has_the_height_of_its_picture_at_least() -> None:
    drawing = PICTURE.format(cx=Mm(120), cy=Mm(MARK_HEIGHT))
    source = draft(f"<w:p><w:r><w:drawing>{drawing}</w:drawing></w:r></w:p>" + p("某政发〔2026〕1号") + p("正文。"))
    root = tree(written(document(source, Role.ISSUER_MARK, Role.DOC_NUMBER, Role.BODY)))
    node = next(next(root.iter("{*}inline")).iterancestors(w("p")))
    assert attribute(node, "pPr/spacing", "lineRule") == "atLeast"
    assert int(attribute(node, "pPr/spacing", "line")) >= Mm(MARK_HEIGHT).twips
    assert attribute(node, "pPr/rPr/sz", "val") == "32"  # letters that are not there take no room
    laid = plan([Passage((Block(Role.ISSUER_MARK, (picture(),)),))], setting()).marks[0].direct
    assert laid.pitch is not None
    assert int(attribute(node, "pPr/spacing", "line")) == laid.pitch.twips


def test_an_emblem_beside_the_name_makes_the_name_as_much_narrower() -> None:
    name = Run("某某市人民政府文件")
    alone, beside = (
        plan([Passage((Block(Role.ISSUER_MARK, runs),))], setting()).marks[0].direct
        for runs in ((name,), (picture(20, 10), name))
    )
    assert alone.scale is not None
    assert beside.scale is not None
    assert beside.scale < alone.scale


@pytest.mark.parametrize("role", [Role.COPY_NUMBER, Role.SECRECY])
def test_a_picture_in_a_row_above_the_mark_stays_at_the_left(role: Role) -> None:
    row = plan([Passage((Block(role, (picture(30, 12),)),))], setting()).above[0]
    assert row.direct.least
    assert row.direct.align is not Align.CENTER
    assert head(Block(role, (picture(30, 12),)), NUMBER).pages[0].carriers[0].x == pytest.approx(Mm(28), abs=635)


def test_a_picture_in_a_row_above_the_mark_does_not_push_the_mark_down() -> None:
    first, second = (
        head(*rows, Block(Role.ISSUER_MARK, (Run("某某市人民政府文件"),)), NUMBER).pages[0]
        for rows in ((), (Block(Role.COPY_NUMBER, (picture(30, 12),)),))
    )
    assert number_of(second) == pytest.approx(number_of(first), abs=635)
