"""What a draft has in its headers and in other scripts: kept in the docx, and told where the page is another."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from gwformat import api
from gwformat.api.options import FormatOptions
from gwformat.units import Mm
from tests.api.county import RED, TEXT
from tests.build import make_docx, p

EVERY = '<w:sectPr><w:headerReference w:type="default" r:id="rel-header1"/></w:sectPr>'
WATERMARK = (
    '<w:p><w:r><w:pict><v:shape type="#_x0000_t136" style="position:absolute;margin-left:0;margin-top:0;width:412pt;'
    "height:165pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;"
    "mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin"
    '" fillcolor="silver"><v:textpath style="font-size:1pt" string="征求意见稿"/></v:shape></w:pict></w:r></w:p>'
)

BOXED = (
    '<w:p><w:r><w:drawing><wp:anchor behindDoc="1"><wp:positionH relativeFrom="margin"><wp:posOffset>0</wp:posOffset>'
    '</wp:positionH><wp:positionV relativeFrom="margin"><wp:posOffset>0</wp:posOffset></wp:positionV>'
    '<wp:extent cx="5000000" cy="1500000"/><wp:wrapNone/><wp:docPr id="1" name="水印"/><a:graphic><a:graphicData>'
    '<wps:wsp><wps:spPr><a:xfrm rot="18900000"/></wps:spPr><wps:txbx><w:txbxContent><w:p><w:r>'
    "<w:t>征求意见稿</w:t></w:r></w:p></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
    "</wp:anchor></w:drawing></w:r></w:p>"
)


def formatted(folder: Path, body: str, header: str = "") -> api.FormatResult:
    draft = folder / "草稿.docx"
    draft.write_bytes(make_docx(body, {"word/header1.xml": header} if header else {}))
    return api.format_file(draft, folder / "成品.docx", FormatOptions(pdf=True))


def words_of(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        return "".join(package.read(name).decode() for name in package.namelist() if name.startswith("word/"))


def test_a_watermark_is_kept_in_the_docx_and_told_to_be_left_out_of_the_pdf(tmp_path: Path) -> None:
    result = formatted(tmp_path, TEXT + EVERY, header=WATERMARK)
    said = [notice for notice in result.notices if "水印" in notice or "虚线框" in notice]
    assert said == ["衬在文字下面的水印“征求意见稿”没有画出（第 1 页）；docx 成品中原样保留"]
    assert 'string="征求意见稿"' in words_of(result.output)


@pytest.mark.parametrize(("down", "told"), [(220, False), (275, True)])
def test_words_of_a_text_box_below_the_sheet_are_told(tmp_path: Path, down: int, told: bool) -> None:
    box = BOXED.replace(' behindDoc="1"', "").replace(' rot="18900000"', "").replace('"margin"', '"page"')
    box = box.replace("<wp:posOffset>0", f"<wp:posOffset>{Mm(down):d}").replace(f"{Mm(down):d}", f"{Mm(30):d}", 1)
    lines = "</w:t><w:br/><w:t>".join(("一是", "二是", "三是", "四是", "五是"))
    result = formatted(tmp_path, TEXT + box.replace("征求意见稿", lines))
    assert ("第 1 页有文字排到了纸外，纸上看不见；请移动或缩小所在的文本框" in result.notices) == told


def test_a_head_in_the_header_of_every_page_is_told(tmp_path: Path) -> None:
    result = formatted(tmp_path, TEXT + EVERY, header=p("某某县人民政府文件", run=RED))
    said = "页眉里的“某某县人民政府文件”每页都印，没有当作版头；如果是版头，请移到正文之前"
    assert said in result.notices


def test_a_header_beside_a_head_in_the_text_is_no_head(tmp_path: Path) -> None:
    head = p("某某县人民政府文件", run=RED) + p("某政发〔2026〕5号")
    result = formatted(tmp_path, head + TEXT + EVERY, header=p("某某县人民政府文件"))
    assert not [notice for notice in result.notices if "页眉里的" in notice]


def test_words_written_from_right_to_left_begin_at_the_right(tmp_path: Path) -> None:
    right = p("ئۇقتۇرۇش ئېلان قىلىندى", "<w:bidi/>", run="<w:rtl/>")
    pasted = p("这一段的方向是误设的。", "<w:bidi/>")
    result = formatted(tmp_path, TEXT.replace(p("某某县人民政府"), right + pasted + p("某某县人民政府")))
    assert words_of(result.output).count("<w:bidi/>") == 1


def test_a_mark_smaller_than_the_title_is_told(tmp_path: Path) -> None:
    long = "某某省某某市某某区推进新型城镇化和城乡融合发展以及乡村振兴工作联席会议领导小组办公室文件"
    result = formatted(tmp_path, p(long, run=RED) + p("某办〔2026〕3号") + TEXT)
    assert [notice for notice in result.notices if notice.startswith("发文机关标志过长，排在一行里字号只有 16.5 磅")]
    (tmp_path / "两行").mkdir()
    lines = p("某某省某某市某某区<br/>联席会议文件", run=RED).replace("<br/>", "</w:t><w:br/><w:t>")
    result = formatted(tmp_path / "两行", lines + p("某办〔2026〕3号") + TEXT)
    assert not [notice for notice in result.notices if notice.startswith("发文机关标志过长")]


def test_a_watermark_in_a_header_needs_no_place_behind_the_text_and_may_be_a_text_box(tmp_path: Path) -> None:
    told = ["衬在文字下面的水印“征求意见稿”没有画出（第 1 页）；docx 成品中原样保留"]
    for number, header in enumerate((WATERMARK.replace("z-index:-251658752;", ""), BOXED)):
        (folder := tmp_path / str(number)).mkdir()
        result = formatted(folder, TEXT + EVERY, header=header)
        assert [notice for notice in result.notices if "水印" in notice or "虚线框" in notice] == told


def test_what_pages_show_in_a_plainer_way_is_told(tmp_path: Path) -> None:
    turned = p("意见").join(('<w:tc><w:tcPr><w:textDirection w:val="tbRlV"/></w:tcPr>', "</w:tc>"))
    level = f'<w:tc><w:tcPr><w:textDirection w:val="lrTb"/></w:tcPr>{p("同意")}</w:tc>'
    two = p("某局某委", run='<w:eastAsianLayout w:id="1" w:combine="1"/>') + p("gdp", run="<w:caps/>")
    signer = p("某某县人民政府")
    result = formatted(tmp_path, TEXT.replace(signer, f"<w:tbl><w:tr>{turned}{level}</w:tr></w:tbl>{two}{signer}"))
    assert (
        "PDF、OFD 和图片里，1 格竖排的文字画成横排；1 处合并字符、双行合一或纵横混排画成普通文字；"
        "1 处显示为大写的字母照原来的大小写画出；docx 成品中原样保留"
    ) in result.notices


def test_what_pages_do_not_show_is_told(tmp_path: Path) -> None:
    ruby = "<w:p><w:r><w:ruby><w:rt><w:r><w:t>xùn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>汛</w:t></w:r></w:rubyBase>"
    begin, box = '<w:fldChar w:fldCharType="begin">', "<w:ffData><w:checkBox/></w:ffData>"
    code = r"<w:instrText> eq \o\ac(○,密) </w:instrText>"
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    others = (
        f"{ruby}</w:ruby></w:r><w:r>{begin}{box}</w:fldChar></w:r>{end}<w:r>{begin}</w:fldChar>{code}</w:r>{end}</w:p>"
    )
    signer = p("某某县人民政府")
    told = "PDF、OFD 和图片里，1 处注音没有画出；1 个表单的勾选框没有画出；1 个 EQ 域（带圈字符、分数等）没有画出；"
    assert told + "docx 成品中原样保留" in formatted(tmp_path, TEXT.replace(signer, others + signer)).notices


def test_old_blocks_of_dates_and_page_numbers_are_told_not_to_be_drawn(tmp_path: Path) -> None:
    today = "<w:p><w:r><w:yearLong/><w:monthLong/><w:dayLong/><w:t>第</w:t><w:pgNum/><w:t>页</w:t></w:r></w:p>"
    result = formatted(tmp_path, TEXT.replace(p("某某县人民政府"), today + p("某某县人民政府")))
    assert "PDF、OFD 和图片里，4 处旧式的页码、日期没有画出；docx 成品中原样保留" in result.notices


def test_a_table_in_a_note_is_told_to_be_left_out_of_the_pdf(tmp_path: Path) -> None:
    table = f"<w:tbl><w:tr><w:tc>{p('注中的表')}</w:tc></w:tr></w:tbl>"
    draft = tmp_path / "草稿.docx"
    notes = f'<w:footnote w:id="1">{p("注文")}{table}{p("")}</w:footnote>'
    body = TEXT.replace("</w:r></w:p>", '</w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>', 1)
    draft.write_bytes(make_docx(body, {"word/footnotes.xml": notes}))
    result = api.format_file(draft, tmp_path / "成品.docx", FormatOptions(pdf=True))
    assert [notice for notice in result.notices if notice.startswith("1 个对象没有画出（第 1 页）")]


def test_words_from_the_right_follow_each_other_from_the_right(tmp_path: Path) -> None:
    right = p("ئۇقتۇرۇش ئېلان قىلىندى", "<w:bidi/>", run="<w:rtl/>")
    within = p("会议的名称写作ئۇقتۇرۇش ئېلان，请各单位按时参加。")
    draft = tmp_path / "草稿.docx"
    draft.write_bytes(make_docx(TEXT.replace(p("某某县人民政府"), right + within + p("某某县人民政府"))))
    pages = api.lay_out_file(draft, FormatOptions()).pages.pages
    own, mixed = ({glyphs.text: glyphs.x for glyphs in line.glyphs} for line in pages[0].lines if "ئېلان" in line.text)
    assert own["ئۇقتۇرۇش"] > own["ئېلان"] > own["قىلىندى"] > Mm(105)
    assert mixed["会议的名称写作"] < mixed["ئېلان"] < mixed["ئۇقتۇرۇش"] < mixed["，请各单位按时参加。"]
