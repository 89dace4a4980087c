"""Too many 主送机关 go to the imprint, so that page 1 shows text (GB/T 9704-2012 7.3.2, 7.4.2)."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from gwformat.api import FormatOptions, FormatResult, format_file
from gwformat.layout import Pages, arrange
from gwformat.model import Document, Fate, Role, Seal
from gwformat.setting.setting import setting_of
from tests.layout.papers import document, general, government, paragraph, words

MANY = "、".join(f"某某{a}{b}县人民政府" for a, b in product("东西南北中上下左右前", "一二三四")) + "："
END = [(Role.SIGNATURE, "某某市人民政府"), (Role.DATE, "2026年3月20日")]
IMPRINT = [(Role.COPY_TO, "抄送：某某市委办公室。"), (Role.PRINTER, "某某市人民政府办公室")]
IMPRINT += [(Role.PRINT_DATE, "2026年3月20日印发")]
HEAD = [(Role.ISSUER_MARK, "某某市人民政府文件"), (Role.DOC_NUMBER, "某政发〔2026〕5号"), (Role.TITLE, "某某通知")]


def arranged(*blocks: tuple[Role, str]) -> tuple[Document, Pages]:
    setting = setting_of(general(), government(), None, Seal.ROUND)
    return arrange(document(*blocks), setting, outline=False)


def test_they_stand_above_the_copies_labelled_and_with_a_full_stop():
    doc, laid = arranged(*HEAD, (Role.ADDRESSEE, MANY), (Role.BODY, paragraph(9)), *END, *IMPRINT)
    assert [block.role for block in doc.blocks[-4:]] == [Role.ADDRESSEE, *(role for role, _ in IMPRINT)]
    assert doc.blocks[-4].text == f"主送：{MANY[:-1]}。"
    foot = [line.text for line in words(laid.pages[-1]) if line.role not in (Role.BODY, Role.SIGNATURE, Role.DATE)]
    assert foot[0].startswith("主送：某某东一县人民政府") and foot[-3] == "抄送：某某市委办公室。"
    assert Role.BODY in {line.role for line in words(laid.pages[0])}
    assert not [notice for notice in laid.notices if "7.3.2" in notice]


def test_no_line_is_drawn_between_them_and_the_copies():
    _, laid = arranged(*HEAD, (Role.ADDRESSEE, MANY), (Role.BODY, paragraph(9)), *END, *IMPRINT)
    last = laid.pages[-1]
    main, copies = (next(line for line in words(last) if line.text.startswith(label)) for label in ("主送", "抄送"))
    assert len(last.strokes) == 3
    assert not [stroke for stroke in last.strokes if main.top < stroke.y < copies.bottom]


def test_without_any_other_imprint_they_stand_there_alone():
    doc, laid = arranged(*HEAD, (Role.ADDRESSEE, MANY), (Role.BODY, paragraph(9)), *END)
    assert doc.blocks[-1].text.startswith("主送：")
    assert len(laid.pages) % 2 == 0 and len(laid.pages[-1].strokes) == 2


def test_names_on_several_lines_become_one_paragraph():
    doc, _ = arranged(*HEAD, (Role.ADDRESSEE, MANY), (Role.ADDRESSEE, "各区局："), (Role.BODY, paragraph(9)), *END)
    assert doc.blocks[-1].text == f"主送：{MANY[:-1]}，各区局。"


def test_what_was_done_balances():
    before = document(*HEAD, (Role.ADDRESSEE, MANY), (Role.BODY, paragraph(9)), *END, *IMPRINT)
    after, _ = arranged(*HEAD, (Role.ADDRESSEE, MANY), (Role.BODY, paragraph(9)), *END, *IMPRINT)
    assert [change.fate for change in after.changes] == [Fate.MOVED, Fate.ADDED, Fate.CHANGED]
    assert all("7.3.2" in change.reason for change in after.changes)
    was = "".join(block.text for block in before.blocks) + "".join(change.after for change in after.changes)
    now = "".join(block.text for block in after.blocks) + "".join(change.before for change in after.changes)
    assert sorted(was) == sorted(now)


def test_they_stay_while_page_1_shows_a_line_of_text():
    names = MANY.split("、")
    stays = []
    for count in range(1, len(names)):
        addressee = "、".join(names[:count]) + "："
        doc, laid = arranged(*HEAD, (Role.ADDRESSEE, addressee), (Role.BODY, paragraph(9)), *END, *IMPRINT)
        moved = doc.blocks[-4].role is Role.ADDRESSEE
        assert Role.BODY in {line.role for line in words(laid.pages[0])}
        stays.append(not moved)
    assert stays == sorted(stays, reverse=True) and stays[0] and not stays[-1]


def test_they_stay_where_the_imprint_of_one_page_would_not_hold_them():
    doc, laid = arranged(*HEAD, (Role.ADDRESSEE, MANY * 4), (Role.BODY, paragraph(3)), *END)
    assert doc.blocks[3].role is Role.ADDRESSEE and not doc.changes
    assert any("7.3.2" in notice for notice in laid.notices)


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> FormatResult:
    folder = tmp_path_factory.mktemp("主送")
    path = folder / "草稿.txt"
    blocks = [*HEAD, (Role.ADDRESSEE, MANY), (Role.BODY, paragraph(9)), *END]
    lines = [text for _, text in blocks] + ["抄送：某某市委办公室。", "某某市人民政府办公室　2026年3月20日印发"]
    path.write_text("\n".join(lines), encoding="utf-8")
    return format_file(path, folder / "成品.docx")


def test_the_docx_balances_and_a_second_run_keeps_them_there(result: FormatResult, tmp_path: Path):
    again = format_file(result.output, tmp_path / "再排.docx")
    assert again.output.read_bytes() == result.output.read_bytes()
    for found in (result, again):
        (block,) = found.document.of(Role.ADDRESSEE)
        assert block.in_imprint and block.text.startswith("主送：")
        assert Role.ADDRESSEE not in found.missing
    assert not [change for change in again.changes if change.fate is Fate.MOVED]


def test_fewer_given_by_the_user_return_below_the_title(result: FormatResult, tmp_path: Path):
    options = FormatOptions(values={Role.ADDRESSEE: ("各县人民政府",)})
    document = format_file(result.output, tmp_path / "再排.docx", options).document
    (block,) = document.of(Role.ADDRESSEE)
    assert block.text == "各县人民政府：" and not block.in_imprint
    assert document.blocks[document.blocks.index(block) - 1].role is Role.TITLE


def test_main_recipients_typed_in_the_imprint_of_a_draft_are_read_as_such(tmp_path: Path):
    path = tmp_path / "草稿.txt"
    lines = ["关于某某工作的通知", paragraph(2), "某某市人民政府", "2026年3月20日", "抄送：某某市委办公室。"]
    lines[4:4] = ["主送：各县人民政府，各区人民政府"]
    path.write_text("\n".join([*lines, "某某市人民政府办公室　2026年3月20日印发"]), encoding="utf-8")
    document = format_file(path, tmp_path / "成品.docx").document
    roles = [block.role for block in document.blocks]
    assert roles[-4:] == [Role.ADDRESSEE, Role.COPY_TO, Role.PRINTER, Role.PRINT_DATE]
    assert document.blocks[-4].text == "主送：各县人民政府，各区人民政府。"
