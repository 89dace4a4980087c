"""Tables keep their content and fit the type area; pictures in the line are never clipped."""

from __future__ import annotations

import pytest

from gwformat.model import Block, Document, Kind, Role
from gwformat.ooxml.names import w
from gwformat.setting.sections import THIN
from tests.writers.setting_up import attribute, document, draft, p, paragraph, text, tree, written

BODY = Role.BODY
PICTURE = (
    '<wp:inline><wp:extent cx="{cx}" cy="{cy}"/><wp:docPr id="1" name="图"/><a:graphic>'
    '<a:graphicData uri="u"><pic:pic><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
    "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>"
)


def table(width, cell, rows=2, row_properties=""):
    cell = f"<w:tc><w:tcPr><w:tcW w:w='{width}' w:type='dxa'/></w:tcPr>{cell}</w:tc>"
    row = f"<w:tr><w:trPr>{row_properties}</w:trPr>{cell}</w:tr>"
    grid = f"<w:tblGrid><w:gridCol w:w='{width}'/></w:tblGrid>"
    return f"<w:tbl><w:tblPr><w:tblW w:w='{width}' w:type='dxa'/></w:tblPr>{grid}{row * rows}</w:tbl>"


def written_table(*arguments, **options):
    source = draft(table(*arguments, **options) + p("正文。"))
    result = written(document(source, BODY, BODY))
    return next(tree(result).iter(w("tbl"))), result


def test_a_table_wider_than_the_type_area_is_scaled_and_the_report_says_so():
    node, result = written_table(10000, p("格"))
    assert attribute(node, "tblPr/tblW", "w") == "8844"
    assert attribute(node, "tr/tc/tcPr/tcW", "w") == "8844"
    assert any(change.step == "表格" for change in result.changes)


def test_a_narrow_table_keeps_its_width():
    node, _ = written_table(5000, p("格"))
    assert attribute(node, "tblPr/tblW", "w") == "5000"


@pytest.mark.parametrize(
    ("share", "width"), [("50%", "4422"), ("2500", "4422"), ("-50%", "3000"), ("-inf", "3000"), ("nan%", "3000")]
)
def test_a_table_grows_to_a_share_of_the_type_area_that_is_one(share: str, width: str):
    wanted = f"<w:tblPr><w:tblW w:w='{share}' w:type='pct'/></w:tblPr>"
    body = f"<w:tbl>{wanted}<w:tblGrid><w:gridCol w:w='3000'/></w:tblGrid>{_cells('格')}</w:tbl>"
    (node,) = tree(written(document(draft(body + p("正文。")), BODY, BODY))).iter(w("tbl"))
    assert attribute(node, "tblPr/tblW", "w") == width


def test_the_first_row_is_repeated_and_no_row_has_a_fixed_height():
    node, _ = written_table(5000, p("格"), row_properties="<w:trHeight w:val='300' w:hRule='exact'/>")
    first, second = node.findall(w("tr"))
    assert first.find(f"{w('trPr')}/{w('tblHeader')}") is not None
    assert second.find(f"{w('trPr')}/{w('tblHeader')}") is None
    assert attribute(first, "trPr/trHeight", "hRule") == "atLeast"


def _cells(*words: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{p(word)}</w:tc>" for word in words) + "</w:tr>"


@pytest.mark.parametrize(("first", "repeated"), [(("指标", "总量"), True), (("姓名", ""), False), (("登记表",), False)])
def test_a_first_row_that_heads_no_columns_is_not_repeated(first: tuple[str, ...], repeated: bool):
    rows = _cells(*first) + _cells("甲", "乙") * 2
    body = f"<w:tbl><w:tblGrid><w:gridCol w:w='3000'/><w:gridCol w:w='3000'/></w:tblGrid>{rows}</w:tbl>"
    source = draft(body + p("正文。"))
    root = tree(written(document(source, BODY, BODY)))
    assert (next(root.iter(w("tblHeader")), None) is not None) is repeated


def test_an_empty_row_of_a_form_keeps_its_height_whatever_empty_lines_are_in_it():
    node, _ = written_table(5000, p("") * 9, row_properties="<w:trHeight w:val='900' w:hRule='exact'/>")
    assert attribute(node.findall(w("tr"))[1], "trPr/trHeight", "hRule") == "exact"


def test_fonts_in_cells_become_the_systems_of_the_same_kind_and_emphasis_stays():
    cell = p("表头", run_properties="<w:rFonts w:eastAsia='黑体'/><w:b/><w:sz w:val='21'/>")
    node, _ = written_table(5000, cell)
    run = next(node.iter(w("r")))
    assert attribute(run, "rPr/rFonts", "eastAsia") == "方正黑体_GBK"
    assert run.find(f"{w('rPr')}/{w('b')}") is not None
    assert attribute(run, "rPr/sz", "val") == "21"


def test_a_run_with_a_character_style_says_its_own_colour_and_weight():
    look = "<w:rStyle w:val='Link'/><w:b w:val='0'/><w:color w:val='auto'/>"
    node, _ = written_table(5000, p("网址", run_properties=look))
    run = next(node.iter(w("r")))
    assert attribute(run, "rPr/color", "val") == "000000"
    assert attribute(run, "rPr/b", "val") == "0"


def test_everything_a_program_might_decide_about_a_table_is_said():
    node, _ = written_table(5000, p("格"))
    assert attribute(node, "tblPr/tblLayout", "type") == "fixed"
    assert [column.get(w("w")) for column in node.iter(w("gridCol"))] == ["5000"]
    assert attribute(node, "tr/tc/p/pPr/pStyle", "val") == "gw-table-text"
    assert node.find(f"{w('tblPr')}/{w('tblStyle')}") is None


SIDE = "<w:{} w:val='single' w:sz='{}'/>".format


def test_what_stands_out_in_a_table_is_said_where_it_does():
    """One cell with a line of its own, a row with other lines, a shaded paragraph, a table that floats."""
    usual = "".join(SIDE(side, 4) for side in ("top", "bottom", "insideH"))
    exceptions = f"<w:tblPrEx><w:tblBorders>{SIDE('top', 12)}</w:tblBorders></w:tblPrEx>"
    shaded = "<w:shd w:val='clear' w:fill='FFFF00'/>"
    first = f"<w:tc>{p('甲', shaded)}</w:tc>"
    second = f"<w:tc><w:tcPr><w:tcBorders>{SIDE('left', 8)}</w:tcBorders></w:tcPr>{p('乙')}</w:tc>"
    plain = f"<w:tc>{p('丙')}</w:tc><w:tc>{p('丁')}</w:tc>"
    source = draft(
        f"<w:tbl><w:tblPr><w:tblpPr w:tblpX='100'/><w:tblBorders>{usual}</w:tblBorders></w:tblPr><w:tblGrid>"
        f"<w:gridCol w:w='2500'/><w:gridCol w:w='2500'/></w:tblGrid><w:tr>{exceptions}{first}{second}</w:tr>"
        f"<w:tr>{plain}</w:tr></w:tbl>" + p("正文。")
    )
    result = written(document(source, BODY, BODY))
    node = next(tree(result).iter(w("tbl")))
    assert [attribute(node, f"tblPr/tblBorders/{side}", "sz") for side in ("top", "bottom")] == ["12", "4"]
    assert [attribute(cell, "tcPr/tcBorders/left", "sz") for cell in node.iter(w("tc"))] == [None, "8", None, None]
    assert next(node.iter(w("tblPrEx")), None) is None
    assert [attribute(cell, "p/pPr/shd", "fill") for cell in node.iter(w("tc"))] == ["FFFF00", None, None, None]
    assert [change.reason for change in result.changes] == [
        "文字环绕的表格改为随文居中",
        "列宽、边框和行距改为写明的固定值，各种软件排出的表格相同",
    ]


def cell_spacing(*paragraphs):
    node, _ = written_table(5000, "".join(paragraphs), rows=1)
    said = [inner.find(f"{w('pPr')}/{w('spacing')}") for inner in node.iter(w("p"))]
    return [tuple(spacing.get(w(name)) for name in ("before", "after", "line", "lineRule")) for spacing in said]


def sized(size, spacing=""):
    return p("字", spacing, f"<w:sz w:val='{size}'/>")


def test_the_pitch_in_a_cell_is_exact_and_follows_the_largest_type():
    assert cell_spacing(sized(24), sized(20)) == [("0", "0", "312", "exact"), ("0", "0", "260", "exact")]
    wide = "<w:spacing w:line='360' w:lineRule='auto'/>"
    assert cell_spacing(sized(20, wide)) == [("0", "0", "390", "exact")]


def test_an_exact_pitch_stays_unless_it_would_clip_the_words():
    exact = "<w:spacing w:line='{}' w:lineRule='exact'/>".format
    assert cell_spacing(sized(20, exact(500)), sized(32, exact(100))) == [
        ("0", "0", "500", "exact"),
        ("0", "0", "320", "exact"),
    ]


def test_gaps_are_said_once_and_those_at_the_ends_of_a_cell_become_its_margins():
    around = sized(20, "<w:spacing w:before='100' w:after='60'/>")
    assert [said[:2] for said in cell_spacing(around, around)] == [("0", "160"), ("0", "0")]
    node, _ = written_table(5000, around, rows=1)
    assert attribute(node, "tr/tc/tcPr/tcMar/top", "w") == "100"
    assert attribute(node, "tr/tc/tcPr/tcMar/bottom", "w") == "60"


STYLE = """<w:style w:type="table" w:styleId="t"><w:name w:val="表"/>
<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8"/><w:insideH w:val="single" w:sz="4"/></w:tblBorders></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:shd w:val="clear" w:fill="D9D9D9"/></w:tcPr>
</w:tblStylePr></w:style>"""


def test_what_the_style_of_a_table_says_is_said_by_the_table_itself():
    look = "<w:tblStyle w:val='t'/><w:tblLook w:firstRow='1' w:noHBand='1' w:noVBand='1'/>"
    rows = "".join(f"<w:tr><w:tc>{p(words)}</w:tc></w:tr>" for words in ("表头", "内容"))
    body = f"<w:tbl><w:tblPr>{look}</w:tblPr><w:tblGrid><w:gridCol w:w='5000'/></w:tblGrid>{rows}</w:tbl>"
    result = written(document(draft(body + p("正文。"), {"word/styles.xml": STYLE}), BODY, BODY))
    node = next(tree(result).iter(w("tbl")))
    assert attribute(node, "tblPr/tblBorders/top", "sz") == "8"
    assert attribute(node, "tblPr/tblBorders/left", "val") == "nil"
    first, second = node.iter(w("tc"))
    assert attribute(first, "tcPr/shd", "fill") == "D9D9D9" and second.find(f"{w('tcPr')}/{w('shd')}") is None
    assert first.find(f".//{w('r')}/{w('rPr')}/{w('b')}") is not None
    assert second.find(f".//{w('r')}/{w('rPr')}/{w('b')}") is None


def test_a_list_in_cells_goes_on_counting():
    numbered = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='3'/></w:numPr>"
    node, _ = written_table(5000, p("事项", numbered), rows=1)
    assert attribute(node, "tr/tc/p/pPr/numPr/numId", "val") == "3"


def picture(cx, cy, words=""):
    drawing = f"<w:r><w:drawing>{PICTURE.format(cx=cx, cy=cy)}</w:drawing></w:r>"
    source = draft(f"<w:p><w:r><w:t>{words}</w:t></w:r>{drawing}</w:p>")
    result = written(document(source, BODY))
    return next(tree(result).iter("{*}inline")), result


def test_a_picture_larger_than_the_type_area_is_scaled_in_proportion():
    inline, _ = picture(11_232_000, 5_616_000)
    extents = {(node.get("cx"), node.get("cy")) for node in inline.iter("{*}extent", "{*}ext")}
    ((cx, cy),) = extents
    assert abs(int(cx) - 5_616_000) < 1000
    assert abs(int(cx) - 2 * int(cy)) <= 2


def test_so_is_one_of_the_old_kind():
    shape = "<v:shape style='width:1000pt;height:500pt'><v:imagedata r:id='x'/></v:shape>"
    source = draft(f"<w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p>" + p("正文。"))
    result = written(document(source, BODY, BODY))
    (shown,) = (node for node in tree(result).iter() if str(node.tag).endswith("}shape"))
    assert shown.get("style") == "width:442.2pt;height:221.1pt"  # the type area is 156 mm wide
    assert [change.step for change in result.changes] == ["图片"]


def test_a_picture_wider_than_its_cell_is_scaled_to_the_room_between_the_margins():
    inside = f"<w:p><w:r><w:drawing>{PICTURE.format(cx=3_600_000, cy=1_800_000)}</w:drawing></w:r></w:p>"
    node, _ = written_table(2000, inside, rows=1)
    extents = {(node.get("cx"), node.get("cy")) for node in node.iter("{*}extent", "{*}ext")}
    assert extents == {(str((2000 - 216) * 635), str((2000 - 216) * 635 // 2))}


def test_a_paragraph_with_a_picture_is_as_high_as_the_picture():
    inline, result = picture(1_000_000, 1_000_000, "图示")
    node = paragraph(tree(result), "图示")
    assert attribute(node, "pPr/spacing", "lineRule") == "atLeast"
    assert attribute(node, "pPr/spacing", "line") == "1620"  # and what reaches below the baseline
    assert text(node) == "图示"
    assert inline.get("distL") == "0"


def test_a_picture_alone_stands_in_the_middle():
    inline, _ = picture(1_000_000, 1_000_000)
    node = next(inline.iterancestors(w("p")))
    assert attribute(node, "pPr/jc", "val") == "center"
    assert attribute(node, "pPr/ind", "firstLine") == "0"


def test_a_picture_no_higher_than_the_text_leaves_the_exact_pitch():
    _, result = picture(180_000, 180_000, "图示")
    assert paragraph(tree(result), "图示").find(f"{w('pPr')}/{w('spacing')}") is None


def test_the_line_of_a_picture_alone_is_as_high_in_every_program():
    inline, _ = picture(3_600_000, 3_600_000)
    node = next(inline.iterancestors(w("p")))
    descent = 16 * 20 * 0.141
    assert float(attribute(node, "pPr/spacing", "line")) == pytest.approx(3_600_000 / 635 + descent, abs=1)
    assert attribute(node, "pPr/spacing", "lineRule") == "atLeast"


def test_tables_that_were_apart_stay_apart_when_the_empty_line_between_them_goes():
    source = draft(table(3000, p("甲")) + p("") + table(3000, p("乙")) + p("正文。"))
    first, _, second, last = source.blocks
    blocks = [Block(BODY, carrier=block) for block in (first, second)] + [Block(BODY, last.runs)]
    root = tree(written(Document(source, Kind.GENERAL, tuple(blocks))))
    one, between, other = root[0][:3]
    assert [node.tag for node in (one, between, other)] == [w("tbl"), w("p"), w("tbl")]
    assert attribute(between, "pPr/spacing", "line") == str(THIN.twips)


def test_no_table_stands_at_the_very_end():
    root = tree(written(document(draft(table(3000, p("甲"))), BODY)))
    assert [node.tag for node in root[0]] == [w("tbl"), w("p"), w("sectPr")]
