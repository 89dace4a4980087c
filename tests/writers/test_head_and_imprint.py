"""版头 and 版记: positions computed from the profile, lines as wide as the type area."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gwformat.ooxml.names import w
from gwformat.units import Mm, Pt
from tests.writers.setting_up import attribute, paragraph, style, supplied, text, tree, written

PITCH = 589
TOP = 1960
TEXT_WIDTH = 8845
COPY_TO = "抄送：市委办公室，市人大常委会办公室。"


def number(node, path, name):
    value = attribute(node, path, name)
    return None if value is None else int(value)


def test_without_mark_and_number_no_head_is_drawn():
    root = tree(written(supplied(title="关于某某工作的通知", body="正文。")))
    assert next(root.iter(w("pBdr")), None) is None
    assert attribute(paragraph(root, "关于某某工作的通知"), "pPr/spacing", "before") is None


def test_the_mark_stands_72_mm_from_the_top_whatever_is_above_it():
    mark = "某某市人民政府文件"
    above = {"copy_number": "000001", "secrecy": "机密★1年", "urgency": "特急"}
    for count in range(4):
        texts = dict(list(above.items())[:count])
        root = tree(written(supplied(**texts, issuer_mark=mark, title="标题", body="正文。")))
        before = number(paragraph(root, mark), "pPr/spacing", "before")
        assert abs(TOP + count * PITCH + before - Mm(72).twips) <= 1


@given(st.text("某市人民政府办公厅发展改革委员会", min_size=2, max_size=30))
def test_the_mark_fits_on_one_line_of_the_type_area(name):
    root = tree(written(supplied(issuer_mark=name + "文件", title="题", body="正文。")))
    node = paragraph(root, name + "文件")
    size = number(node, "r/rPr/sz", "val") / 2
    scale = number(node, "r/rPr/w", "val") / 100
    assert len(name + "文件") * Pt(size) * scale <= Mm(156)
    assert Pt(size) <= Mm(22)
    assert number(node, "pPr/spacing", "line") == Pt(size).twips


def test_organs_of_a_joint_mark_are_stacked_in_one_size():
    root = tree(
        written(supplied(issuer_mark="某某市财政局", issuer_mark_2="某某市人力资源和社会保障局文件", body="文。"))
    )
    nodes = [paragraph(root, words) for words in ("某某市财政局", "某某市人力资源和社会保障局文件")]
    assert len({attribute(node, "r/rPr/sz", "val") for node in nodes}) == 1


def test_the_red_line_is_as_wide_as_the_type_area_4_mm_under_the_number():
    root = tree(written(supplied(issuer_mark="某某市人民政府文件", doc_number="某政发〔2026〕8号", body="正文。")))
    node = paragraph(root, "某政发〔2026〕8号")
    assert style(node) == "gw-doc-number"
    assert attribute(node, "pPr/pBdr/bottom", "color") == "FF0000"
    assert abs(Pt(number(node, "pPr/pBdr/bottom", "space")).mm - 4) < 0.5
    assert node.find(f"{w('pPr')}/{w('ind')}") is None


def test_on_preprinted_sheets_the_place_of_the_mark_stays_free():
    root = tree(written(supplied(doc_number="某政发〔2026〕8号", body="正文。")))
    top = TOP + number(paragraph(root, "某政发〔2026〕8号"), "pPr/spacing", "before")
    assert top >= Mm(72 + 15).twips + 2 * PITCH


def test_in_a_document_to_a_superior_number_and_signer_share_a_line_over_the_full_width():
    texts = {"issuer_mark": "某某县人民政府文件", "doc_number": "某政〔2026〕8号", "signer": "签发人：张三"}
    root = tree(written(supplied(**texts, title="请示", body="正文。")))
    table = next(root.iter(w("tbl")))
    left, right = table.iter(w("tc"))
    assert (text(left), text(right)) == ("某政〔2026〕8号", "签发人：张三")
    assert sum(number(cell, "tcPr/tcW", "w") for cell in (left, right)) in (TEXT_WIDTH - 1, TEXT_WIDTH)
    assert attribute(table, "tblPr/tblBorders/bottom", "color") == "FF0000"
    label, name = right.iter(w("r"))
    assert (text(label), attribute(label, "rPr/rStyle", "val")) == ("签发人：", "gw-signer-run")
    assert (text(name), name.find(w("rPr"))) == ("张三", None)


def test_the_imprint_is_a_table_at_the_foot_with_thick_and_thin_lines():
    texts = {"copy_to": COPY_TO, "printer": "某某市人民政府办公室", "print_date": "2026年3月20日印发"}
    root = tree(written(supplied(title="通知", body="正文。", **texts)))
    table = next(root.iter(w("tbl")))
    assert attribute(table, "tblPr/tblpPr", "tblpYSpec") == "bottom"
    lines = [
        [attribute(row, f"tc/tcPr/tcBorders/{side}", "sz") for side in ("top", "bottom")]
        for row in table.findall(w("tr"))[:2]
    ]
    assert lines == [["8", "6"], ["6", "8"]]
    assert [text(cell) for cell in table.iter(w("tc"))][:3] == list(texts.values())


def test_the_imprint_is_not_to_break_across_pages():
    # LibreOffice 25.2 and later shows nothing of the imprint of a letter that may.
    settings = tree(written(supplied(body="正文。", copy_to=COPY_TO)), "word/settings.xml")
    assert settings.find(f"{w('compat')}/{w('doNotBreakWrappedTables')}") is not None


def test_the_last_line_of_the_imprint_stays_on_the_edge_of_the_type_area_in_both_grids():
    doc = supplied(body="正文。", printer="某某市人民政府办公室", print_date="2026年3月20日印发")
    national, practice = (next(tree(written(doc, grid=grid)).iter(w("tbl"))) for grid in ("national", "practice"))
    spacer = national.findall(w("tr"))[-1]
    assert abs(297 - 32.58 - number(spacer, "trPr/trHeight", "val") * 635 / 36000 - 262) < 0.1
    assert len(practice.findall(w("tr"))) == 1
