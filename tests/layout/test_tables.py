"""Tables and pictures on the pages: where their cells, lines and words come to stand."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from gwformat.layout.boxes import Pages
from gwformat.model import Block, Carrier, CarrierKind, Document, Role
from gwformat.units import Mm, Pt, Twips
from tests.layout.papers import document, pages, paragraph, texts, words
from tests.writers import setting_up as written
from tests.writers.setting_up import p


def with_carrier(carrier: Carrier, *, lines_before: int = 2) -> Document:
    text = document((Role.BODY, paragraph(lines_before)), (Role.BODY, paragraph(2)))
    block = Block(Role.BODY, carrier=carrier)
    return dataclasses.replace(text, blocks=(text.blocks[0], block, text.blocks[1]))


def table(rows: int) -> Carrier:
    cells = (("序号", "事项"), *((str(number), f"某某事项{number}") for number in range(1, rows)))
    return Carrier(CarrierKind.TABLE, rows=cells)


def test_the_cells_of_a_row_stand_side_by_side():
    page = pages(with_carrier(table(2))).pages[0]
    left, right = (line for line in page.lines if line.text in ("序号", "事项"))
    assert left.top == right.top
    assert Mm(28 + 2 * 5.6) < right.x < Mm(28 + 78)
    assert len([stroke for stroke in page.strokes if stroke.height]) == 2 * 3


def test_a_table_that_goes_on_repeats_its_first_row():
    laid = pages(with_carrier(table(30)))
    assert len(laid.pages) == 2
    assert texts(laid.pages[1])[:2] == ["序号", "事项"]
    assert laid.estimated_from is None


def test_the_first_line_of_a_form_heads_no_columns_and_is_not_repeated():
    first = row(cell("编号"), cell("0128"), cell("类别"), cell("城建"))
    lines = [
        row(cell("案由", properties='<w:gridSpan w:val="2"/>'), cell(n, properties='<w:gridSpan w:val="2"/>'))
        for n in "甲" * 70
    ]
    laid = grid(first, *lines, widths=(1500,) * 4)
    assert texts(laid.pages[1])[0] == "案由"


def test_a_table_right_below_a_title_is_text_on_the_first_page():
    text = document((Role.TITLE, "推荐表"), (Role.BODY, "注：一式三份。"))
    form = Block(Role.BODY, carrier=table(30))
    laid = pages(dataclasses.replace(text, blocks=(text.blocks[0], form, text.blocks[1])))
    assert not [notice for notice in laid.notices if "占满首页" in notice]


def test_a_heading_goes_to_the_next_page_with_the_headers_and_the_first_row_below_them():
    text = document((Role.BODY, paragraph(20)), (Role.HEADING1, "一、事项清单"), (Role.BODY, paragraph(2)))
    listed = dataclasses.replace(text, blocks=(*text.blocks[:2], Block(Role.BODY, carrier=table(3)), text.blocks[2]))
    first, second = pages(listed).pages[:2]
    assert len(texts(first)) == 20 and "一、事项清单" not in texts(first)  # though it and the headers had room
    assert texts(second)[:3] == ["一、事项清单", "序号", "事项"]


def grid(*rows: str, widths: Sequence[int] = (3000, 3000), properties: str = "") -> Pages:
    """The pages of a docx draft that has one table and a line of text."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    table = f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    return pages(written.document(written.draft(table + p("正文。")), Role.BODY, Role.BODY))


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def cell(*words: str, properties: str = "", size: int = 20) -> str:
    text = "".join(p(word, SINGLE, f"<w:sz w:val='{size}'/>") for word in words)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{text}</w:tc>"


SINGLE = "<w:spacing w:line='300' w:lineRule='exact'/>"
MERGED, GOES_ON = "<w:vMerge w:val='restart'/>", "<w:vMerge/>"


def where(laid: Pages) -> dict[str, tuple[int, int, int]]:
    """Page, left edge and upper edge of every line, in twips, by its words."""
    return {line.text: (page.number, line.x.twips, line.top.twips) for page in laid.pages for line in words(page)}


def test_columns_are_as_wide_as_the_draft_says_and_the_table_stands_in_the_middle():
    at = where(grid(row(cell("甲"), cell("乙"), cell("丙")), widths=(1000, 2000, 3000)))
    assert at["乙"][1] - at["甲"][1] == 1000 and at["丙"][1] - at["乙"][1] == 2000
    left = at["甲"][1] - 108
    assert abs((left - 1588) - (1588 + 8844 - left - 6000)) <= 2  # twips


def test_a_row_is_as_high_as_its_highest_cell_and_never_lower_than_it_says():
    least = "<w:trHeight w:val='900'/>"
    at = where(grid(row(cell("甲", "乙"), cell("丙")), row(cell("丁"), cell(""), properties=least), row(cell("戊"))))
    assert [at[later][2] - at[earlier][2] for earlier, later in ("甲丁", "丁戊")] == [600, 900]


def test_margins_above_and_below_the_words_make_a_row_higher():
    margins = "<w:tblCellMar><w:top w:w='100' w:type='dxa'/><w:bottom w:w='40' w:type='dxa'/></w:tblCellMar>"
    at = where(grid(row(cell("甲"), cell("乙")), row(cell("丙"), cell("丁")), properties=margins))
    assert at["丙"][2] - at["甲"][2] == 300 + 100 + 40


def test_a_line_above_a_row_takes_room_and_is_drawn_once():
    border = "<w:tblBorders><w:insideH w:val='single' w:sz='12' w:space='0' w:color='FF0000'/></w:tblBorders>"
    laid = grid(row(cell("甲"), cell("乙")), row(cell("丙"), cell("丁")), properties=border)
    at = where(laid)
    assert at["丙"][2] - at["甲"][2] == 330
    (left, right) = laid.pages[0].strokes
    assert (left.weight, left.color) == (Pt(1.5), "FF0000") and left.y == right.y and not left.height


def test_a_double_line_takes_the_room_of_three_and_is_drawn_as_two():
    border = "<w:tblBorders><w:insideH w:val='double' w:sz='6' w:space='0' w:color='000000'/></w:tblBorders>"
    laid = grid(row(cell("甲")), row(cell("丙")), properties=border, widths=(3000,))
    at = where(laid)
    assert at["丙"][2] - at["甲"][2] == 345  # as measured in LibreOffice 7.4
    upper, lower = laid.pages[0].strokes
    assert upper.weight == lower.weight == Pt(0.75) and lower.y - upper.y == Pt(1.5)


def test_a_picture_wider_than_its_cell_is_made_as_wide_as_the_cell():
    drawing = '<wp:inline><wp:extent cx="3600000" cy="1800000"/><wp:docPr id="1" name="图"/></wp:inline>'
    inside = f"<w:p><w:r><w:drawing>{drawing}</w:drawing></w:r></w:p>"
    narrow = f"<w:tc><w:tcPr><w:tcW w:w='2000' w:type='dxa'/></w:tcPr>{inside}</w:tc>"
    (placed,) = grid(row(narrow), widths=(2000,)).pages[0].carriers
    assert (placed.width, placed.height) == (Twips(2000 - 216), Twips(1000 - 108))


def test_a_table_without_borders_has_none_and_a_shade_fills_its_cell():
    shaded = cell("甲", properties="<w:shd w:val='clear' w:fill='D9D9D9'/>")
    (page,) = grid(row(shaded, cell("乙"))).pages
    assert page.strokes == ()
    (fill,) = page.fills
    assert (fill.color, fill.width, fill.height) == ("D9D9D9", Twips(3000), Twips(300))


def test_a_merged_cell_stands_beside_its_rows_and_the_last_of_them_grows():
    middle = "<w:vAlign w:val='center'/>"
    high = grid(
        row(cell("一", "二", "三", "四", properties=MERGED), cell("甲")),
        row(cell("", properties=GOES_ON), cell("乙")),
        row(cell("丙"), cell("丁")),
    )
    at = where(high)
    assert at["乙"][2] - at["甲"][2] == 300 and at["丁"][2] - at["乙"][2] == 900
    low = where(
        grid(row(cell("一", properties=MERGED + middle), cell("甲")), row(cell("", properties=GOES_ON), cell("乙")))
    )
    assert low["一"][2] - low["甲"][2] == 150


def test_cells_across_columns_have_the_room_of_all_of_them():
    at = where(grid(row(cell("字" * 20, properties="<w:gridSpan w:val='2'/>")), row(cell("甲"), cell("乙"))))
    assert "字" * 20 in at


def many(first: str, count: int) -> str:
    return cell(*(f"{first}{number}" for number in range(count)))


def test_a_row_is_parted_at_the_foot_of_a_page_unless_it_says_not_to():
    long = many("行", 50)
    parted = where(grid(row(long, cell("短"))))
    assert parted["行41"][0] == 1 and parted["行43"][0] == 2
    whole = row(many("字", 10), cell("短"), properties="<w:cantSplit/>")
    moved = where(grid(row(many("行", 38), cell("")), whole))
    assert {moved[f"字{number}"][0] for number in range(10)} == {2}


def test_a_row_lower_than_a_quarter_page_is_never_parted():
    moved = where(grid(row(many("行", 38), cell("")), row(many("字", 8), cell("短"))))
    assert {moved[f"字{number}"][0] for number in range(8)} == {2}


def test_a_row_higher_than_the_page_is_parted_though_the_draft_says_not_to():
    at = where(grid(row(cell("甲"), cell("乙")), row(many("行", 60), cell("短"), properties="<w:cantSplit/>")))
    assert at["行0"][0] == 1 and at["行59"][0] == 2


def test_a_merged_cell_goes_on_on_the_next_page_from_the_top():
    middle = "<w:vAlign w:val='center'/>"
    merged = f"<w:tc><w:tcPr>{MERGED}{middle}</w:tcPr>{''.join(p(f'并{n}', SINGLE) for n in range(44))}</w:tc>"
    goes_on = cell("", properties=GOES_ON)
    rows = [row(goes_on, cell(f"事项{number}")) for number in range(1, 60)]
    at = where(grid(row(cell("甲"), cell("乙")), row(merged, cell("事项0")), *rows))
    assert at["并0"] == (1, at["甲"][1], at["事项0"][2])
    first = next(number for number in range(44) if at[f"并{number}"][0] == 2)
    there = next(number for number in range(60) if at[f"事项{number}"][0] == 2)
    assert at[f"并{first}"][2] == at[f"事项{there}"][2]


def test_what_a_merged_cell_lacks_on_the_last_page_its_last_row_makes_up():
    merged = f"<w:tc><w:tcPr>{MERGED}</w:tcPr>{''.join(p(f'并{n}', SINGLE) for n in range(60))}</w:tc>"
    rows = [row(cell("", properties=GOES_ON), cell(f"事项{number}")) for number in range(1, 45)]
    at = where(grid(row(cell("甲"), cell("乙")), row(merged, cell("事项0")), *rows, row(cell("末"), cell("尾"))))
    assert at["并59"][0] == 2
    assert at["末"][2] - at["并59"][2] == 300


def test_a_row_of_a_table_in_a_cell_is_parted_too():
    inner = f"<w:tbl><w:tblGrid><w:gridCol w:w='1000'/></w:tblGrid>{row(many('行', 60))}</w:tbl>"
    at = where(grid(row(cell("外"), f"<w:tc>{inner}{p('')}</w:tc>")))
    assert at["行0"][0] == 1 and at["行59"][0] == 2


def test_the_empty_paragraph_below_a_table_in_a_cell_takes_no_room():
    inner = f"<w:tbl><w:tblGrid><w:gridCol w:w='1000'/></w:tblGrid>{row(cell('内'))}</w:tbl>"
    at = where(grid(row(cell("外"), f"<w:tc>{inner}{p('')}</w:tc>"), row(cell("下"), cell(""))))
    assert at["下"][2] - at["外"][2] == 300


def test_lines_are_drawn_where_a_page_ends_in_a_row():
    borders = "".join(f"<w:{side} w:val='single' w:sz='4'/>" for side in ("top", "left", "bottom", "right"))
    laid = grid(row(many("行", 50)), widths=(3000,), properties=f"<w:tblBorders>{borders}</w:tblBorders>")
    across = [[stroke for stroke in page.strokes if not stroke.height and stroke.width] for page in laid.pages]
    assert [len(strokes) for strokes in across] == [2, 2]


def test_the_rows_that_say_so_are_repeated_on_every_page():
    head = "<w:tblHeader/>"
    rows = [row(cell(name), cell(""), properties=head) for name in ("上栏", "下栏")]
    laid = grid(*rows, *(row(cell(f"事项{number}"), cell("")) for number in range(60)))
    assert [texts(page)[:2] for page in laid.pages] == [["上栏", "下栏"]] * 2


def test_a_table_in_a_cell_is_set_within_its_margins():
    inner = f"<w:tbl><w:tblGrid><w:gridCol w:w='1000'/></w:tblGrid>{row(cell('内'))}</w:tbl>"
    at = where(grid(row(cell("外"), f"<w:tc>{inner}{p('后', SINGLE)}</w:tc>")))
    assert at["内"][2] == at["外"][2]
    assert at["内"][1] - at["外"][1] == 3000 + (3000 - 216 - 1000) // 2 + 108


def test_what_cannot_be_set_in_a_cell_is_told_as_lost_and_an_estimate():
    laid = grid(row(cell("甲"), f"<w:tc><w:tcPr/><w:altChunk/>{p('乙', SINGLE)}</w:tc>"))
    assert (laid.pages[0].lost, laid.estimated_from) == (1, 1)
    assert "乙" in where(laid)


def test_only_a_table_that_is_not_understood_is_an_estimate():
    assert grid(row(cell("甲"))).estimated_from is None
    assert grid(row(cell("甲", properties="<w:textDirection w:val='tbRl'/>"))).estimated_from == 1


def test_a_picture_takes_its_height_and_goes_to_the_next_page_where_it_does_not_fit():
    picture = Carrier(CarrierKind.IMAGE, size=(Mm(100), Mm(80)), data=b"\x89PNG")
    here = pages(with_carrier(picture)).pages[0]
    (placed,) = here.carriers
    assert (placed.width, placed.height) == (Mm(100), Mm(80))
    assert abs(placed.x - Mm(28 + 28)) < Mm(0.1)
    assert words(here)[2].top > placed.y + placed.height
    moved = pages(with_carrier(picture, lines_before=20))
    assert not moved.pages[0].carriers and moved.pages[1].carriers


def test_a_picture_wider_than_the_type_area_is_scaled():
    (placed,) = pages(with_carrier(Carrier(CarrierKind.IMAGE, size=(Mm(312), Mm(100))))).pages[0].carriers
    assert abs(placed.width - Mm(156)) < Mm(0.1) and abs(placed.height - Mm(50)) < Mm(0.1)
