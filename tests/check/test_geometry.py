"""Where paragraphs stand: what is computed agrees with our own layout, and what is not certain says so."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from gwformat import api, layout, readers
from gwformat.check.geometry import Geometry, Known
from gwformat.ooxml.effective import formatting_of
from gwformat.units import Emu, Mm, Pt
from tests.build import make_docx, p
from tests.check.specimen import docx_of

EXACT = '<w:spacing w:line="560" w:lineRule="exact"/>'
FACE = "仿宋_GB2312"
HAN = f'<w:rFonts w:eastAsia="{FACE}" w:ascii="{FACE}" w:hAnsi="{FACE}" w:hint="eastAsia"/><w:sz w:val="32"/>'
PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:bottom="1984" w:left="1588" w:right="1474"'
    ' w:header="851" w:footer="992"/>{}</w:sectPr>'
)
PLAIN = '<w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:widowControl w:val="0"/>'


def placed(body: str, tmp_path: Path, grid: str = "", **parts: str) -> Geometry:
    path = tmp_path / "a.docx"
    path.write_bytes(make_docx(body + PAGE.format(grid), {f"word/{name}.xml": text for name, text in parts.items()}))
    draft = readers.read(path)
    assert draft.package is not None
    return Geometry(draft, formatting_of(draft.package))


def body(text: str, properties: str = PLAIN + EXACT, run: str = HAN) -> str:
    return p(text, properties, run)


def test_lines_of_exact_pitch_stand_one_below_the_other(tmp_path: Path) -> None:
    found = placed(body("甲" * 27 + "乙" * 3) + body("丙"), tmp_path)
    first, second = found.of(1), found.of(2)
    assert (first.known, first.breaks, [(line.start, line.end) for line in first.lines]) == (
        Known.COMPUTED,
        Known.COMPUTED,
        [(0, 27), (27, 30)],  # 27 × 16 pt = 152.4 mm; a 28th does not fit in 156 mm
    )
    top = Emu(2098 * 635)
    assert first.top == top + (Pt(28) - Pt(16)) // 2
    assert second.top == first.top + 2 * Pt(28)
    assert (first.lines[0].left, first.lines[1].right) == (Emu(1588 * 635), Emu(1588 * 635 + 3 * Pt(16)))
    assert found.page_and_line(1, 28) == (1, 2) and found.page_and_line(2) == (1, 3)


def test_a_page_holds_as_many_lines_as_fit(tmp_path: Path) -> None:
    found = placed(body("国") * 30, tmp_path)
    assert found.rows(1) == 22  # 637.8 pt / 28 pt
    assert (found.of(22).page, found.of(23).page, found.of(23).top) == (1, 2, found.of(1).top)
    assert (found.page_count, Counter(found.of(number).page for number in range(1, 31))) == (2, {1: 22, 2: 8})


@pytest.mark.parametrize(
    ("spacing", "reason"),
    [("", "字体"), ('<w:spacing w:line="360"/>', "字体"), ('<w:spacing w:line="320" w:lineRule="atLeast"/>', "字体")],
)
def test_without_exact_pitch_what_follows_is_not_known(spacing: str, reason: str, tmp_path: Path) -> None:
    found = placed(body("甲") + body("乙", PLAIN + spacing) + body("丙"), tmp_path)
    assert found.of(1).known is Known.COMPUTED
    assert found.of(2).known is Known.UNVERIFIED and reason in found.of(2).reason
    assert found.of(3).known is Known.UNVERIFIED and found.of(3).lines == ()
    assert (found.page_count, found.page_and_line(3)) == (1, (None, None))  # on one page all the same
    assert (found.rows(1), found.rows(2)) == (22, None)


_EMPTY_PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="1270000" cy="{}"/><wp:docPr id="1" name="图"/><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic/></a:graphicData>'
    "</a:graphic></wp:inline></w:drawing></w:r>"
)


@pytest.mark.parametrize(
    ("height", "rule", "known"),
    [
        (Pt(100) - Pt(3), "atLeast", True),  # 3 points below the baseline hold the descenders of a 16-point face
        (Pt(100) - Pt(1), "atLeast", False),
        (Pt(200), "exact", True),
    ],
)
def test_a_picture_that_fits_a_line_of_least_height_does_not_make_it_higher(
    height: Emu, rule: str, known: bool, tmp_path: Path
) -> None:
    spacing = f'{PLAIN}<w:spacing w:line="2000" w:lineRule="{rule}"/>'
    picture = f"<w:p><w:pPr>{spacing}<w:rPr>{HAN}</w:rPr></w:pPr>{_EMPTY_PICTURE.format(height)}</w:p>"
    found = placed(body("甲") + picture + body("乙"), tmp_path)
    assert (found.of(2).known is Known.COMPUTED) is known
    if known:
        assert found.of(3).top == found.of(1).top + Pt(28) + Pt(100)
        assert (found.page_count, found.pages_unknown) == (1, "")
    else:
        assert "图形" in found.of(2).reason and found.of(3).lines == ()


def test_pages_are_counted_where_they_are_as_many_with_lines_as_low_and_as_high_as_they_may_be(tmp_path: Path) -> None:
    def counted(lines: int, properties: str = PLAIN) -> Geometry:
        return placed(body("甲", properties) * lines, tmp_path)

    assert counted(22).page_count == 1  # 22 × 28 pt is the most 16-point lines may take
    unsure = counted(30)  # 30 × 16 pt fit on the page of 637.8 pt, 30 × 28 pt do not
    assert unsure.page_count is None and "行高由字体决定" in unsure.pages_unknown
    assert counted(60).page_count is None


def test_a_continuous_section_of_the_same_text_area_goes_on_on_the_page(tmp_path: Path) -> None:
    def sections(left: int) -> Geometry:
        said = PAGE.format('<w:type w:val="continuous"/>').replace('w:left="1588"', f'w:left="{left}"')
        first = f"<w:p><w:pPr>{PLAIN}{EXACT}{PAGE.format('')}</w:pPr><w:r><w:rPr>{HAN}</w:rPr><w:t>甲</w:t></w:r></w:p>"
        path = tmp_path / "b.docx"
        path.write_bytes(make_docx(first + body("乙") + said))
        draft = readers.read(path)
        assert draft.package is not None
        return Geometry(draft, formatting_of(draft.package))

    same, other = sections(1588), sections(1700)
    assert same.of(2).top == (same.of(1).top or 0) + Pt(28) and same.page_count == 1
    assert other.of(2).known is Known.UNVERIFIED and "连续分节" in other.pages_unknown


def test_a_file_that_is_merged_at_the_end_is_not_certain(tmp_path: Path) -> None:
    found = placed(body("甲") + '<w:altChunk r:id="rId9"/>', tmp_path)
    assert found.page_count is None and "对象" in found.pages_unknown


def test_a_grid_makes_the_height_of_lines_without_exact_pitch_uncertain(tmp_path: Path) -> None:
    roomy = PLAIN + '<w:spacing w:line="600" w:lineRule="atLeast"/>'
    assert placed(body("甲", roomy), tmp_path).of(1).known is Known.COMPUTED
    grid = '<w:docGrid w:type="lines" w:linePitch="579"/>'
    assert "网格" in placed(body("甲", roomy), tmp_path, grid).of(1).reason
    assert placed(body("甲"), tmp_path, grid).of(1).known is Known.COMPUTED  # exact pitch knows no grid


def test_where_only_the_ends_of_lines_are_uncertain_heights_are_still_known(tmp_path: Path) -> None:
    spaced = PLAIN.replace('autoSpaceDN w:val="0"', 'autoSpaceDN w:val="1"') + EXACT
    found = placed(body("甲" * 20 + "2026年12月" + "乙" * 20, spaced) + body("丙"), tmp_path)
    assert (found.of(1).known, found.of(1).breaks) == (Known.COMPUTED, Known.UNVERIFIED)
    assert found.of(1).lines[1].start is None
    assert found.page_and_line(1, 30) == (1, None)
    assert found.of(2).known is Known.COMPUTED


def test_where_the_number_of_lines_is_uncertain_nothing_below_is_known(tmp_path: Path) -> None:
    spaced = PLAIN.replace('autoSpaceDN w:val="0"', 'autoSpaceDN w:val="1"') + EXACT
    found = placed(body("甲" * 22 + "2026年12月", spaced) + body("丙"), tmp_path)
    assert found.of(1).known is Known.UNVERIFIED and "量" in found.of(1).reason
    assert found.of(2).known is Known.UNVERIFIED


def test_tracking_and_a_character_grid_change_how_many_characters_fit(tmp_path: Path) -> None:
    assert placed(body("国"), tmp_path).columns(1) == 27
    assert placed(body("国", run=HAN + '<w:spacing w:val="-6"/>'), tmp_path).columns(1) == 28
    grid = '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-860"/>'
    style = '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:sz w:val="32"/></w:rPr></w:style>'
    assert placed(body("国"), tmp_path, grid, styles=style).columns(1) == 28
    assert placed(body("国", f'<w:snapToGrid w:val="0"/>{EXACT}'), tmp_path, grid, styles=style).columns(1) == 27


def test_a_widow_takes_a_line_along(tmp_path: Path) -> None:
    def pages(lines: int, control: int) -> list[int]:
        controlled = PLAIN.replace('widowControl w:val="0"', f'widowControl w:val="{control}"')
        text = body("国") * 20 + body("甲" * 27 * (lines - 1) + "乙", controlled + EXACT)
        return [line.page for line in placed(text, tmp_path).of(21).lines]

    assert (pages(3, 0), pages(3, 1)) == ([1, 1, 2], [2, 2, 2])
    assert (pages(4, 0), pages(4, 1)) == ([1, 1, 2, 2], [1, 1, 2, 2])


def test_columns_and_notes_are_not_computed(tmp_path: Path) -> None:
    assert "分栏" in placed(body("甲"), tmp_path, '<w:cols w:num="2"/>').of(1).reason
    note = '<w:p><w:pPr>{}</w:pPr><w:r><w:t>甲</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    assert "脚注" in placed(note.format(EXACT), tmp_path).of(1).reason


@pytest.mark.parametrize("kind", ["通知", "函"])
def test_our_own_files_stand_where_our_layout_says(kind: str, tmp_path: Path) -> None:
    """Two ways to the same places: from the document, and from the formatting of the file."""
    source = tmp_path / "draft.txt"
    words = "各级各部门要按照职责分工，逐级落实责任，把任务分解到岗位、到人员。" * 4
    text = "\n".join(
        [f"某某市水务局关于做好防汛工作的{kind}", "某某市人民政府：", *[words] * 14, "某某市水务局", "2026年3月16日"]
    )
    source.write_text(text, encoding="utf-8")
    target = tmp_path / "out.docx"
    result = api.format_file(source, target)
    draft = readers.read(target)
    assert draft.package is not None
    found = Geometry(draft, formatting_of(draft.package))
    ours = {
        (page.number, round(line.top.mm, 1), line.text.strip())
        for page in layout.lay_out(result.document, result.laid.setting).pages
        for line in page.lines
        if line.spans
    }
    theirs = set()
    for paragraph in draft.paragraphs():
        stand = found.of(paragraph.source.first)
        for line in stand.lines:
            assert line.start is not None
            theirs.add((line.page, round(line.top.mm, 1), paragraph.text[line.start : line.end].strip()))
    assert len(theirs) > 40
    assert len({page for page, _, _ in theirs}) > 1
    assert theirs <= ours


def test_findings_say_their_page_and_line(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "某某市水务局关于防汛工作的通知\n某某市人民政府：\n正文。\n某某市水务局\n2026年3月16日", encoding="utf-8"
    )
    target = tmp_path / "a.docx"
    api.format_file(path, target)
    context = api.check_file(target).context
    assert context.geometry is not None
    number = next(q.source.first for q in context.draft.paragraphs() if q.text == "正文。")
    page, line = context.geometry.page_and_line(number)
    assert (page, line is not None) == (1, True)
    assert context.geometry.of(number).top is not None
    assert context.geometry.of(number).top > Mm(37)


def floating(place: str) -> str:
    cell = f'<w:tc><w:tcPr><w:tcW w:w="8844" w:type="dxa"/></w:tcPr>{body("抄送")}</w:tc>'
    return f"<w:tbl><w:tblPr><w:tblpPr {place}/></w:tblPr><w:tr>{cell}</w:tr></w:tbl>"


def test_a_table_at_the_foot_of_the_page_is_in_the_way_of_what_reaches_down_to_it(tmp_path: Path) -> None:
    foot = floating('w:vertAnchor="margin" w:horzAnchor="page" w:tblpX="1588" w:tblpYSpec="bottom"')
    short = placed(body("国") * 10 + foot + body("完"), tmp_path)
    assert (short.of(10).known, short.of(12).known, short.page_count) == (Known.COMPUTED, Known.COMPUTED, 1)
    full = placed(body("国") * 21 + foot + body("完"), tmp_path)
    assert full.of(21).known is Known.COMPUTED and full.of(23).known is Known.UNVERIFIED
    assert "浮动" in full.of(23).reason
    anywhere = placed(body("国") * 10 + floating('w:vertAnchor="text" w:tblpY="200"') + body("完"), tmp_path)
    assert anywhere.of(1).known is Known.UNVERIFIED


def table(rows: str, properties: str = '<w:tblLayout w:type="fixed"/>') -> str:
    margins = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    grid = '<w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4000"/></w:tblGrid>'
    return f"<w:tbl><w:tblPr>{properties}<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>{grid}{rows}</w:tbl>"


def row(*cells: str, properties: str = "", align: str = "top") -> str:
    made = (f'<w:tc><w:tcPr><w:vAlign w:val="{align}"/></w:tcPr>{words}</w:tc>' for words in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(made)}</w:tr>"


def test_a_table_of_exact_lines_is_as_high_as_its_cells(tmp_path: Path) -> None:
    two_lines = body("乙" * 20)  # 4,000 twips hold 12 characters of 16 pt
    found = placed(body("甲") + table(row(two_lines, body("丙"), align="bottom")) + body("丁"), tmp_path)
    first, high, low, after = (found.of(number) for number in (1, 2, 3, 4))
    assert {stand.known for stand in (first, high, low, after)} == {Known.COMPUTED}
    assert first.top is not None and high.top == first.top + Pt(28) == low.top - Pt(28)  # type: ignore[operator]
    assert after.top == low.top + Pt(28)  # type: ignore[operator]
    assert (high.lines[0].left, low.lines[0].left) == (Emu(1588 * 635), Emu((1588 + 4000) * 635))
    assert [found.page_and_line(number) for number in (1, 2, 3, 4)] == [(1, 1), (1, 2), (1, 3), (1, 4)]


def test_a_row_says_how_high_it_is(tmp_path: Path) -> None:
    def gap(rule: str) -> Emu:
        height = f'<w:trHeight w:val="300" w:hRule="{rule}"/>'
        found = placed(table(row(body("甲"), body("乙"), properties=height)) + body("丙"), tmp_path)
        return Emu(found.of(3).top - found.of(1).top)  # type: ignore[operator]

    assert gap("atLeast") == Pt(28)
    assert gap("exact") == Pt(15)


@pytest.mark.parametrize(
    ("properties", "cell", "reason"),
    [
        ("", EXACT, "随内容调整"),
        ('<w:tblLayout w:type="fixed"/>', "", "行距不是固定值"),
        ('<w:tblLayout w:type="fixed"/>', "<w:pageBreakBefore/>" + EXACT, "段前分页"),
    ],
)
def test_a_table_whose_rows_only_a_word_processor_knows(
    properties: str, cell: str, reason: str, tmp_path: Path
) -> None:
    words = body("甲", cell + PLAIN) if "Before" in cell else body("甲", PLAIN + cell)
    found = placed(table(row(words, words), properties) + body("乙"), tmp_path)
    assert found.of(3).known is Known.UNVERIFIED
    assert reason in found.of(3).reason


KEPT = body("乙", "<w:keepNext/>" + PLAIN + EXACT)


def test_rows_that_are_all_kept_with_the_next_go_with_what_follows(tmp_path: Path) -> None:
    def pages(cell: str) -> list[int]:
        found = placed(body("甲") * 21 + table(row(cell, cell)) + body("丙"), tmp_path)
        return [found.of(number).lines[0].page for number in (21, 22, 24)]

    assert pages(body("乙")) == [1, 1, 2]
    assert pages(KEPT) == [1, 2, 2]


def test_of_rows_only_some_of_which_are_kept_with_the_next_nothing_is_certain(tmp_path: Path) -> None:
    found = placed(table(row(KEPT, body("丙"))) + body("丁"), tmp_path)
    assert found.of(3).known is Known.UNVERIFIED
    assert "与下段同页" in found.of(3).reason


def test_a_heading_bound_to_a_table_of_unknown_height_says_why(tmp_path: Path) -> None:
    cells = row(body("甲", PLAIN), body("乙", PLAIN))
    heading = body("一、汛情", "<w:keepNext/>" + PLAIN + EXACT)
    found = placed(body("丙") + heading + table(cells) + body("丁"), tmp_path)
    assert [found.of(number).known for number in (1, 2)] == [Known.COMPUTED, Known.UNVERIFIED]
    assert "行距不是固定值" in found.of(2).reason and "行距不是固定值" in found.of(5).reason


def test_a_page_begun_on_purpose_is_known_but_for_its_number(tmp_path: Path) -> None:
    loose = body("甲", PLAIN)  # of a pitch that depends on the font
    page = body("乙", "<w:pageBreakBefore/>" + PLAIN.replace("<w:overflowPunct", "<w:overflowPunct") + EXACT)
    found = placed(loose + page + body("丙"), tmp_path)
    second, third = found.of(2), found.of(3)
    assert (second.known, second.page, second.is_whole) == (Known.UNVERIFIED, None, True)
    assert second.top == Emu(2098 * 635) + (Pt(28) - Pt(16)) // 2
    assert third.top == second.top + Pt(28)
    assert second.lines[0].side == third.lines[0].side != found.of(1).lines
    assert "第几页" in third.reason and (found.page_count, found.page_and_line(3)) == (2, (None, 2))


@pytest.mark.parametrize("genre", ["请示", "函", "命令", "纪要"])
def test_the_head_and_the_imprint_of_our_own_files_are_computed(genre: str, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx_of(f"［文种］{genre}"))
    draft = readers.read(path)
    assert draft.package is not None
    found = Geometry(draft, formatting_of(draft.package))
    assert all(found.of(paragraph.source.first).known is Known.COMPUTED for paragraph in draft.paragraphs())
    last = max((stroke for stroke in found.strokes if stroke.page == found.page_count), key=lambda stroke: stroke.y)
    assert abs(last.y - Mm(262)) < Mm(0.5)
    assert (last.left, last.right) == (Emu(1587 * 635), Emu((1587 + 8844) * 635))


@pytest.mark.parametrize(("mode", "kept"), [(14, True), (15, False)])
def test_word_2013_drops_the_gap_above_a_paragraph_that_begins_a_page(mode: int, kept: bool, tmp_path: Path) -> None:
    uri = "http://schemas.microsoft.com/office/word"
    setting = f'<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="{uri}" w:val="{mode}"/></w:compat>'
    gap = EXACT.replace("w:line=", 'w:before="200" w:line=')
    pages = body("乙", "<w:pageBreakBefore/>" + PLAIN + gap) + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    found = placed(body("甲", PLAIN + gap) + pages + body("丙", PLAIN + gap), tmp_path, settings=setting)
    first, begun, broken = (found.of(number).lines[0].top for number in (1, 2, 4))
    assert begun == (first if kept else first - Pt(10))
    assert broken == first - Pt(10)


def test_of_two_gaps_between_paragraphs_the_larger_holds(tmp_path: Path) -> None:
    above, below = (EXACT.replace("w:line=", f"{gap} w:line=") for gap in ('w:after="200"', 'w:before="300"'))
    found = placed(body("甲", PLAIN + above) + body("乙", PLAIN + below), tmp_path)
    assert found.of(2).top - found.of(1).top == Pt(28) + Pt(15)  # type: ignore[operator]
