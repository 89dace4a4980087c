"""Title, 附件说明, sign-off, attachments: indents computed from the widths of the words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gwformat.model import Role, Seal
from gwformat.ooxml.names import w
from gwformat.setting.paragraph import Direct, set_of
from gwformat.setting.setting import setting_of
from gwformat.units import Mm, Twips
from tests.writers.setting_up import (
    attribute,
    document,
    draft,
    general,
    government,
    p,
    paragraph,
    style,
    supplied,
    text,
    tree,
    written,
)

TEXT_WIDTH = 8845
COLUMN = 314  # 16pt less 0.3pt
ORGANS = st.text("某市县人民政府局委", min_size=3, max_size=20)
DATES = st.dates().map(lambda day: f"{day.year:04}年{day.month}月{day.day}日")


def width(text):
    return sum(314 if ord(char) > 127 else 154 for char in text)


def ind(node):
    names = ("left", "right", "hanging", "firstLine")
    return {name: int(attribute(node, "pPr/ind", name) or 0) for name in names}


def sign_off(organ, date, seal):
    root = tree(written(supplied(body="正文。", signature=organ, date=date), seal=seal))
    return paragraph(root, organ), paragraph(root, date)


@given(ORGANS, DATES)
def test_with_a_seal_the_organ_is_centred_on_the_date_which_ends_four_columns_from_the_right(organ, date):
    first, second = sign_off(organ, date, Seal.ROUND)
    centre_of_organ = (ind(first)["left"] + TEXT_WIDTH) / 2
    right_of_date = TEXT_WIDTH - ind(second)["right"]
    assert abs(centre_of_organ - (right_of_date - width(date) / 2)) <= 2
    if width(organ) <= width(date) + 8 * COLUMN:
        assert ind(second)["right"] == 4 * COLUMN


@given(ORGANS, DATES)
def test_without_a_seal_the_date_begins_two_columns_right_of_the_organ(organ, date):
    first, second = sign_off(organ, date, Seal.NONE)
    assert ind(second)["left"] - ind(first)["left"] == 2 * COLUMN
    longer_end = max(ind(first)["left"] + width(organ), ind(second)["left"] + width(date))
    if width(organ) >= width(date):
        assert abs(ind(first)["left"] + width(organ) - (TEXT_WIDTH - 2 * COLUMN)) <= 2
    else:
        assert abs(longer_end - (TEXT_WIDTH - 2 * COLUMN)) <= 2


def test_with_a_signature_stamp_the_post_leaves_room_for_it():
    first, second = sign_off("市长", "2026年3月6日", Seal.SIGNATURE)
    assert ind(second)["right"] == 4 * COLUMN
    assert ind(first)["right"] == (4 + 6 + 2) * COLUMN
    assert attribute(first, "pPr/spacing", "after") == "589"  # a picture hangs on the date: nothing above its line


def test_organs_of_a_joint_document_stand_side_by_side_with_room_for_their_seals():
    root = tree(written(supplied(body="正文。", signature="甲局", signature_2="乙局", date="2026年3月6日")))
    row = next(paragraph(root, "乙局").iterancestors(w("tr")))
    assert [text(cell) for cell in row.iter(w("tc"))] == ["甲局", "乙局"]
    assert all(int(cell.get(w("w"), "")) > Mm(42).twips for cell in row.iter(w("tcW")))
    assert attribute(row, "trPr/trHeight", "val") == str(3 * 589)  # 空二行


@pytest.mark.parametrize(("after", "gap"), [({"annotation": "（此件公开发布）"}, "589"), ({}, None)])
def test_room_below_the_date_of_a_joint_document_is_for_what_follows_it(after: dict[str, str], gap: str | None):
    signed = {"signature": "甲局", "signature_2": "乙局", "date": "2026年3月6日"}
    date = paragraph(tree(written(supplied(body="正文。", **signed, **after))), "2026年3月6日")
    spacing = date.find(f"{w('pPr')}/{w('spacing')}")
    assert spacing is not None and spacing.get(w("after")) == gap


def test_numbers_of_the_attachment_note_stand_under_each_other_and_names_wrap_under_names():
    root = tree(written(supplied(body="正文。", attachment_note="附件：1.甲办法", attachment_note_2="2.乙办法")))
    first, second = ind(paragraph(root, "附件：1.甲办法")), ind(paragraph(root, "2.乙办法"))
    assert first["left"] - first["hanging"] == 2 * COLUMN
    assert first["left"] == second["left"]
    assert second["left"] - second["hanging"] == 5 * COLUMN
    assert attribute(paragraph(root, "2.乙办法"), "pPr/spacing", "before") == "0"


def test_a_single_attachment_hangs_on_the_colon():
    node = paragraph(tree(written(supplied(body="正文。", attachment_note="附件：甲办法"))), "附件：甲办法")
    assert (ind(node)["left"], ind(node)["hanging"]) == (5 * COLUMN, 3 * COLUMN)


def test_a_long_title_is_never_a_full_line_and_one_character():
    title = "关于解决东河水库除险加固工程资金缺口的请示"
    node = paragraph(tree(written(supplied(title=title, body="正文。"))), title)
    room = (TEXT_WIDTH - ind(node)["left"] - ind(node)["right"]) // 440
    assert len(title) / 2 <= room <= len(title) / 2 + 2


def test_every_element_has_the_style_of_its_role_and_a_bookmark_with_its_name():
    roles = {"title": "通知", "addressee": "各局：", "heading1": "一、要求", "body": "正文。", "annotation": "（附注）"}
    root = tree(written(supplied(**roles)))
    for key, words in roles.items():
        assert style(paragraph(root, words)) == f"gw-{key}"
    names = [start.get(w("name")) for start in root.iter(w("bookmarkStart"))]
    assert sorted(names) == sorted(["标题", "主送机关", "一级标题1", "附注", "正文"])


def test_a_short_last_paragraph_and_the_attachment_note_go_to_the_next_page_with_the_sign_off():
    texts = {"body": "正文。" * 50, "body_2": "特此通知。", "attachment_note": "附件：甲办法", "signature": "某某局"}
    root = tree(written(supplied(**texts)))
    kept = {words: paragraph(root, words).find(f"{w('pPr')}/{w('keepNext')}") is not None for words in texts.values()}
    assert kept == {"正文。" * 50: False, "特此通知。": True, "附件：甲办法": True, "某某局": False}


def test_quotes_around_latin_words_are_as_wide_as_those_around_chinese_ones():
    result = written(document(draft(p("推进“AI”行动。")), Role.BODY))
    run = next(paragraph(tree(result), "推进“AI”行动。").iter(w("r")))
    assert attribute(run, "rPr/rFonts", "hint") == "eastAsia"
    setting = setting_of(general(), government(), None, Seal.ROUND)
    assert setting.fonts.width("“”", setting.spec(Role.BODY).slot) == 2


def test_letters_that_join_get_no_tracking_which_would_part_them():
    uyghur, chinese = "شىنجاڭ ئۇيغۇر ئاپتونوم رايونى", "自治区人民政府关于某项工作的通知已经印发，请认真贯彻。"
    root = tree(written(supplied(body=uyghur, body_2=chinese + uyghur[:6])))
    joined, mixed = paragraph(root, uyghur), paragraph(root, chinese + uyghur[:6])
    assert attribute(joined, "r/rPr/spacing", "val") == "0"
    assert attribute(mixed, "r/rPr/spacing", "val") is None
    setting = setting_of(general(), government(), None, Seal.ROUND)
    assert set_of(Role.BODY, setting).tracking == Twips(-6)
    assert set_of(Role.BODY, setting, Direct(untracked=True)).tracking == 0
