"""What is known of a draft goes to its places: by the label of the place, by the element, or from the unit's file."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat import api, metadata
from gwformat.drafting.office_forms import form
from gwformat.drafting.places import filled, labels
from gwformat.errors import ConfigurationInvalid, UsageError
from gwformat.model import Document, Kind, Role
from gwformat.ooxml.package import Package

UNIT = """
"发文机关标志" = "某某市教育局文件"
"抄送机关" = ["市委办公室，市人大常委会办公室。"]
"印发机关" = "某某市教育局办公室"
"成文日期" = 2026-03-08

["起草"]
"机关代字" = "某教发"
"联系人" = "张三"
"""


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    path = tmp_path / "unit.toml"
    path.write_text(UNIT, encoding="utf-8")
    return path


def drafted(name: str, target: Path, meta: Path | None = None, **words: str) -> Document:
    unit = metadata.from_file(meta) if meta else {}
    of_places = metadata.words_from_file(meta) if meta else {}
    return api.inspect_file(api.new_file(name, target, api.NewOptions(words, unit, of_places)).output)


def text_of(document: Document, role: Role) -> list[str]:
    return [block.text for block in document.of(role)]


def test_a_word_goes_to_every_place_of_its_label() -> None:
    assert filled("【事由】和【事由】", {"事由": "防汛"}) == "防汛和防汛"


def test_a_place_without_a_word_stays() -> None:
    assert filled("【目的】，根据【依据】", {"目的": "备汛"}) == "备汛，根据【依据】"


def test_a_full_stop_of_the_word_does_not_come_twice() -> None:
    assert filled("抄送：【抄送机关】。", {"抄送机关": "市委办公室。"}) == "抄送：市委办公室。"


def test_labels_come_once_in_their_order() -> None:
    assert labels(["【乙】【甲】", "【乙】"]) == ("乙", "甲")


def test_the_unit_fills_mark_number_title_and_imprint(unit: Path, tmp_path: Path) -> None:
    document = drafted("通知", tmp_path / "通知.docx", unit, 事由="开展防汛检查", 序号="8")
    assert text_of(document, Role.ISSUER_MARK) == ["某某市教育局文件"]
    assert text_of(document, Role.DOC_NUMBER) == ["某教发〔2026〕8号"]
    assert text_of(document, Role.TITLE)[0].replace("\n", "") == "某某市教育局关于开展防汛检查的通知"
    assert text_of(document, Role.SIGNATURE) == ["某某市教育局"]
    assert text_of(document, Role.DATE) == ["2026年3月8日"]
    assert text_of(document, Role.COPY_TO) == ["抄送：市委办公室，市人大常委会办公室。"]
    assert text_of(document, Role.PRINTER) == ["某某市教育局办公室"]


def test_a_request_takes_the_contact_of_the_unit(unit: Path, tmp_path: Path) -> None:
    document = drafted("请示", tmp_path / "请示.docx", unit, 联系电话="0000-1234567", 签发人="李四")
    assert text_of(document, Role.ANNOTATION) == ["（联系人：张三，电话：0000-1234567）"]
    assert text_of(document, Role.SIGNER) == ["签发人：李四"]


def test_an_element_the_template_has_not_is_added_when_the_user_says_so(tmp_path: Path) -> None:
    document = drafted("通知", tmp_path / "通知.docx", 紧急程度="特急")
    assert text_of(document, Role.URGENCY) == ["特急"]


def test_what_the_unit_says_is_left_out_where_there_is_no_place_for_it(unit: Path, tmp_path: Path) -> None:
    document = drafted("决议", tmp_path / "决议.docx", unit)
    assert text_of(document, Role.DATE) == []
    assert text_of(document, Role.SUBTITLE) == ["（2026年3月8日【会议名称】通过）"]


def test_a_joint_document_names_the_unit_first_and_the_other_by_its_label(unit: Path, tmp_path: Path) -> None:
    document = drafted("联合红头", tmp_path / "联合.docx", unit, 联合发文机关="某某市财政局")
    assert text_of(document, Role.ISSUER_MARK) == ["某某市教育局", "某某市财政局", "文件"]
    assert text_of(document, Role.SIGNATURE) == ["某某市教育局", "某某市财政局"]


@pytest.mark.parametrize("said", ["26", "第26号"])
def test_what_stands_around_a_place_does_not_come_twice(said: str, tmp_path: Path) -> None:
    document = drafted("命令", tmp_path / "命令.docx", 令号=said)
    assert text_of(document, Role.ORDER_NUMBER) == ["第26号"]


def test_each_signer_of_a_joint_document_has_a_place(tmp_path: Path) -> None:
    document = drafted("联合上行红头", tmp_path / "联合.docx", 签发人="张三", 联合签发人="李四")
    assert "".join(text_of(document, Role.SIGNER)).replace("　", "") == "签发人：张三李四"


@pytest.mark.parametrize(
    ("name", "mark"), [("函", "某某市教育局"), ("命令", "某某市教育局令"), ("纪要", "【会议名称】纪要")]
)
def test_the_mark_of_the_unit_is_that_of_the_format(name: str, mark: str, unit: Path, tmp_path: Path) -> None:
    assert text_of(drafted(name, tmp_path / "草稿.docx", unit), Role.ISSUER_MARK) == [mark]


def test_several_groups_of_copies_are_all_written(tmp_path: Path) -> None:
    meta = tmp_path / "unit.toml"
    meta.write_text('"抄送机关" = ["市委办公室。", "市人大常委会办公室。"]', encoding="utf-8")
    document = drafted("通知", tmp_path / "通知.docx", meta)
    assert text_of(document, Role.COPY_TO) == ["抄送：市委办公室。", "抄送：市人大常委会办公室。"]


def test_a_letter_has_the_mark_without_its_last_word(tmp_path: Path) -> None:
    document = drafted("函", tmp_path / "函.docx", 发文机关="某某市教育局")
    assert document.kind is Kind.LETTER
    assert text_of(document, Role.ISSUER_MARK) == ["某某市教育局"]
    assert text_of(document, Role.PRINTER) == []


def test_a_template_filled_wholly_has_nothing_open_and_no_control(tmp_path: Path) -> None:
    words = dict.fromkeys(api.make("批复")[1], "文字")
    drafted_file = api.new_file("批复", tmp_path / "批复.docx", api.NewOptions(words))
    assert drafted_file.left == ()
    assert "没有填写" not in "".join(api.inspect_file(drafted_file.output).draft.notices)
    assert b"w:sdt" not in Package.open(drafted_file.output).parts["word/document.xml"]


def test_a_form_takes_the_elements_and_the_unit(unit: Path, tmp_path: Path) -> None:
    document = drafted("发文稿纸", tmp_path / "稿纸.docx", unit, 标题="关于防汛的通知", 公开依据="依法公开")
    words = "\n".join(paragraph.text for paragraph in document.draft.paragraphs())
    assert "某某市教育局发文稿纸" in words
    assert "关于防汛的通知" in words
    assert "依法公开" in words
    assert "2026年3月8日" in words


def test_a_form_for_the_pen_has_neither_prompts_nor_controls(tmp_path: Path) -> None:
    drafted_file = api.new_file("印制单", tmp_path / "印制单.docx", api.NewOptions(by_hand=True))
    body = Package.open(drafted_file.output).parts["word/document.xml"].decode()
    assert "【" not in body
    assert "w:sdt" not in body


def test_the_six_stages_of_checking_stand_in_their_order() -> None:
    heads = [cell.head for row in form("发文稿纸").sheet[0].row for cell in row.cells]
    stages = ["初核", "复核", "办公室审核", "领导审核", "清样", "成品"]
    assert all(heads.count(stage) == 1 for stage in stages)
    notes = form("发文稿纸").sheet[0].notes[0]
    assert [notes.index(stage) for stage in stages] == sorted(notes.index(stage) for stage in stages)


def test_a_label_without_a_place_is_an_error_that_names_the_places(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as error:
        api.new_file("印制单", tmp_path / "印制单.docx", api.NewOptions({"颜色": "红"}))
    assert "印数" in error.value.advice


def test_an_unknown_template_is_an_error_that_names_them_all(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as error:
        api.new_file("申请", tmp_path / "申请.docx")
    assert all(listed.name in error.value.advice for listed in api.templates())


def test_words_for_places_must_be_a_table(tmp_path: Path) -> None:
    path = tmp_path / "unit.toml"
    path.write_text('"起草" = "某教发"', encoding="utf-8")
    with pytest.raises(ConfigurationInvalid):
        metadata.words_from_file(path)


def test_formatting_passes_over_the_words_for_places(unit: Path) -> None:
    assert Role.ISSUER_MARK in metadata.from_file(unit)
