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


def test_no_red_line_is_drawn_for_a_number_without_a_mark_and_the_text_stays_where_it_would_be() -> None:
    mark, title = Block(Role.ISSUER_MARK, (Run("某某市人民政府文件"),)), Block(Role.TITLE, (Run("关于某某工作的公告"),))
    signed = Block(Role.SIGNATURE, (Run("某某市人民政府"),))
    without, marked = head(NUMBER, title, signed), head(mark, NUMBER, title, signed)
    assert [len(pages.pages[0].strokes) for pages in (without, marked)] == [0, 1]
    tops = [next(line.top for line in pages.pages[0].lines if line.role is Role.TITLE) for pages in (without, marked)]
    assert abs(tops[0] - tops[1]) <= Mm(3)  # the name is not so high as its place
    (told,) = without.notices
    assert "没有发文机关标志" in told
    assert "“某某市人民政府文件”" in told
    assert marked.notices == ()


def test_a_head_without_a_number_is_not_said_to_want_a_mark() -> None:
    assert head(Block(Role.URGENCY, (Run("特急"),))).notices == ()


def test_in_the_docx_there_is_no_red_line_without_a_mark() -> None:
    for given, lines in (({}, 0), ({"issuer_mark": "某某市人民政府文件"}, 1)):
        root = tree(written(supplied(**given, doc_number="某政发〔2026〕8号", title="公告", body="正文。")))
        assert len(list(root.iter(w("pBdr")))) == lines


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


def test_who_signed_is_on_one_line_with_the_office_that_issues() -> None:
    number, office, signer = (
        Block(role, (Run(text),))
        for role, text in (
            (Role.DOC_NUMBER, "第31期"),
            (Role.EDITOR, "中共某某市委办公室"),
            (Role.SIGNER, "签发：周某某"),
        )
    )
    (page,) = head(Block(Role.ISSUER_MARK, (Run("信息专报"),)), number, office, signer).pages
    bottoms = {line.role: line.bottom for line in page.lines if line.role in (Role.EDITOR, Role.SIGNER)}
    assert bottoms[Role.EDITOR] == pytest.approx(bottoms[Role.SIGNER], abs=Mm(0.5))
