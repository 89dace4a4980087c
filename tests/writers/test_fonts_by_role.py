"""Files of other programs: a face nobody knows becomes that of the element it sets, and stays where it stands out."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat import api
from gwformat.ooxml.names import w
from gwformat.ooxml.package import Package
from gwformat.report.fonts import mapped
from tests.build import make_docx
from tests.writers.font_differences import fonts_of, without_fonts

KNOWN, ODD, ODD_TOO, TIMES = "仿宋_GB2312", "某某雅黑", "某某隶变", "Times New Roman"


def run(text: str, chinese: str, western: str = TIMES) -> str:
    said = f'w:ascii="{western}" w:hAnsi="{western}" w:eastAsia="{chinese}"'
    return f"<w:r><w:rPr><w:rFonts {said}/></w:rPr><w:t>{text}</w:t></w:r>"


def paragraph(*runs: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def table(words: str) -> str:
    """A table of one cell."""
    cell = f"<w:tc><w:tcPr/>{paragraph(words)}</w:tc>"
    return f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="5000"/></w:tblGrid><w:tr>{cell}</w:tr></w:tbl>'


def letter(title: str = KNOWN, text: str = KNOWN, second: str = "", digits: str = TIMES, more: str = "") -> str:
    """A notice in these faces, of which the second paragraph of the text may have one of its own."""
    return (
        paragraph(run("某某市人民政府关于推进某项工作的通知", title))
        + paragraph(run("各县（区）人民政府：", KNOWN))
        + paragraph(run("为推进某项工作，现就2026年有关事项通知如下。请认真贯彻执行。", text, digits))
        + paragraph(run("各级各部门要高度重视，加强领导，落实到位。", second or text, digits))
        + more
        + paragraph(run("某某市人民政府", KNOWN))
        + paragraph(run("2026年3月20日", KNOWN))
    )


def map_to(body: str, tmp_path: Path, system: str = "party", **parts: str) -> api.MapResult:
    path = tmp_path / "来文.docx"
    path.write_bytes(make_docx(body, {f"word/{name}.xml": content for name, content in parts.items()}))
    return api.map_fonts_file(path, tmp_path / "换好.docx", system, force=True)


def chinese(result: api.MapResult) -> list[str]:
    """The Chinese face of the first run of each paragraph, as the run itself says."""
    package = Package.open(result.output)
    paragraphs = package.tree(package.main_part).iter(w("p"))
    found = (each.find(f"{w('r')}/{w('rPr')}/{w('rFonts')}") for each in paragraphs)
    return ["" if fonts is None else fonts.get(w("eastAsia"), "") for fonts in found]


def listed(result: api.MapResult) -> set[tuple[str, str, str, int]]:
    return {(one.before, one.after, one.role.value, one.count) for one in result.mapped.by_role}


@pytest.mark.parametrize(
    ("system", "titles", "texts"),
    [("party", "方正小标宋简体", "仿宋_GB2312"), ("government", "方正小标宋_GBK", "方正仿宋_GBK")],
)
def test_an_unknown_face_becomes_that_of_the_element_it_sets(
    system: str, titles: str, texts: str, tmp_path: Path
) -> None:
    result = map_to(letter(title=ODD, text=ODD_TOO), tmp_path, system)
    assert chinese(result)[:4] == [titles, texts, texts, texts]
    assert listed(result) == {(ODD, titles, "标题", 1), (ODD_TOO, texts, "正文", 2)}
    assert not result.mapped.unknown
    assert f"{ODD} → {titles}  标题 1 处" in mapped.as_text(result)
    assert {row["role"] for row in mapped.as_json(result)["by_role"]} == {"title", "body"}


def test_a_face_used_for_several_elements_becomes_several(tmp_path: Path) -> None:
    result = map_to(letter(title=ODD, text=ODD), tmp_path)
    assert chinese(result)[:4] == ["方正小标宋简体", "仿宋_GB2312", "仿宋_GB2312", "仿宋_GB2312"]
    assert listed(result) == {(ODD, "方正小标宋简体", "标题", 1), (ODD, "仿宋_GB2312", "正文", 2)}
    assert not result.mapped.unknown


def test_a_face_of_a_style_is_replaced_in_the_style(tmp_path: Path) -> None:
    says = f'<w:rPr><w:rFonts w:eastAsia="{ODD}"/></w:rPr>'
    style = f'<w:style w:type="paragraph" w:styleId="a"><w:name w:val="a"/>{says}</w:style>'
    title = paragraph("<w:r><w:t>某某市人民政府关于推进某项工作的通知</w:t></w:r>", style="a")
    result = map_to(title + letter().split("</w:p>", 1)[1], tmp_path, styles=style)
    assert listed(result) == {(ODD, "方正小标宋简体", "标题", 1)}
    styles = Package.open(result.output).parts["word/styles.xml"].decode()
    assert "方正小标宋简体" in styles and ODD not in styles
    assert chinese(result)[0] == ""  # its run says nothing of its own


def test_a_known_face_keeps_its_typeface_whatever_it_sets(tmp_path: Path) -> None:
    result = map_to(letter(title="黑体", text="宋体"), tmp_path, "government")
    assert chinese(result)[:4] == ["方正黑体_GBK", "方正仿宋_GBK", "方正书宋_GBK", "方正书宋_GBK"]
    assert not result.mapped.by_role


_SOME_WORDS = paragraph(run("各单位要于月底前", KNOWN), run("书面报告", ODD), run("落实情况。", KNOWN))
_PLAIN = paragraph(run("各县要按期完成任务，及时报告情况，切实抓出成效。", KNOWN))


@pytest.mark.parametrize("body", [letter(more=_SOME_WORDS), letter(second=ODD, more=_PLAIN)])
def test_words_or_a_paragraph_that_stand_out_keep_their_face(body: str, tmp_path: Path) -> None:
    result = map_to(body, tmp_path)
    assert [(one.name, one.count) for one in result.mapped.unknown] == [(ODD, 1)]
    assert not result.mapped.by_role


def test_a_face_that_also_stands_in_a_table_is_replaced_in_the_elements_only(tmp_path: Path) -> None:
    result = map_to(letter(title=ODD, more=table(run("合计", ODD))), tmp_path)
    faces = chinese(result)
    assert (faces[0], faces[4]) == ("方正小标宋简体", ODD)
    assert [(one.name, one.count) for one in result.mapped.unknown] == [(ODD, 1)]


def test_digits_in_an_unknown_face_get_that_of_the_system(tmp_path: Path) -> None:
    result = map_to(letter(digits="某某数码体"), tmp_path)
    assert ("某某数码体", "Times New Roman", "正文", 1) in listed(result)
    assert not result.mapped.unknown


def test_quotation_marks_beside_digits_that_are_replaced_in_the_elements_only_stay_full_width(tmp_path: Path) -> None:
    body = letter(digits="某某数码体", more=table(run("12", KNOWN, "某某数码体"))).replace(
        "某项工作，现就", "“两项”工作，现就"
    )
    result = map_to(body, tmp_path)
    package = Package.open(result.output)
    runs = list(package.tree(package.main_part).iter(w("rFonts")))
    said = [(run.get(w("ascii")), run.get(w("hint"))) for run in runs]
    assert (said[2], said[4]) == (("Times New Roman", "eastAsia"), ("某某数码体", None))


def test_what_is_no_official_document_has_no_elements_to_go_by(tmp_path: Path) -> None:
    result = map_to(paragraph(run("购物清单", ODD)) + paragraph(run("白菜两棵。", ODD)), tmp_path)
    assert not result.mapped.by_role and [one.name for one in result.mapped.unknown] == [ODD]


def test_a_mark_may_be_in_any_face(tmp_path: Path) -> None:
    body = paragraph(run("某某市人民政府文件", ODD)) + paragraph(run("某政发〔2026〕5号", KNOWN)) + letter()
    result = map_to(body, tmp_path)
    assert chinese(result)[0] == ODD  # 7.2.4 only recommends one
    assert not result.mapped.by_role


@pytest.mark.parametrize("body", [letter(title=ODD, text=ODD), letter(title=ODD, text=ODD_TOO)])
def test_the_unknown_face_comes_back(body: str, tmp_path: Path) -> None:
    source, there, back = (tmp_path / f"{name}.docx" for name in ("政府", "党委", "换回"))
    source.write_bytes(make_docx(body.replace(KNOWN, "方正仿宋_GBK").replace(TIMES, "宋体")))
    api.map_fonts_file(source, there, "party")
    api.map_fonts_file(there, back, "government")
    assert not without_fonts(source, there) and not without_fonts(source, back)
    assert fonts_of(back) == fonts_of(source)
