from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gwformat.errors import InputUnreadable
from gwformat.model import OBJECT, Carrier, CarrierKind, Draft, Paragraph, Source
from gwformat.readers import encoding
from gwformat.readers.txt import read_txt
from gwformat.text.encoding import detect

DRAFT = "某某市人民政府关于做好有关工作的通知\n\n各县（市、区）人民政府：\n　　现将有关事项通知如下。\n"


def draft_of(tmp_path: Path, content: bytes) -> Draft:
    path = tmp_path / "草稿.txt"
    path.write_bytes(content)
    return read_txt(path)


def texts(draft: Draft) -> list[str]:
    return [block.text for block in draft.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8（带 BOM）"),
        ("utf-16", "UTF-16 LE（带 BOM）"),
        ("utf-16-le", "UTF-16 LE"),
        ("utf-16-be", "UTF-16 BE"),
        ("gb18030", "GB18030"),
        ("gbk", "GB18030"),
    ],
)
def test_the_encoding_is_found_and_reported(tmp_path: Path, codec: str, name: str) -> None:
    draft = draft_of(tmp_path, DRAFT.encode(codec))
    assert texts(draft) == DRAFT.splitlines()
    assert draft.notices == (f"文件编码：{name}",)


def test_big_endian_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    assert texts(draft_of(tmp_path, b"\xfe\xff" + DRAFT.encode("utf-16-be"))) == DRAFT.splitlines()


def test_utf16_without_any_latin_character_is_read(tmp_path: Path) -> None:
    words = "某某市人民政府关于做好有关工作的通知"
    assert texts(draft_of(tmp_path, words.encode("utf-16-le"))) == [words]


def test_every_line_is_a_paragraph_with_its_number(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, "一\r\n\r\n二\r三\n四".encode())
    assert texts(draft) == ["一", "", "二", "三", "四"]
    last = draft.blocks[-1]
    assert isinstance(last, Paragraph)
    assert last.source == Source("草稿.txt", 5, 5)
    assert (last.runs[0].paragraph, last.runs[0].atom) == (5, 0)


def test_a_form_feed_is_a_page_break(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, "正文。\n\f附件1\n甲\f乙\n\f".encode())
    assert texts(draft) == ["正文。", f"{OBJECT}附件1", "甲", f"{OBJECT}乙"]
    (page_break, _) = next(islice(draft.paragraphs(), 3, None)).runs
    assert page_break.carrier is not None
    assert page_break.carrier.kind is CarrierKind.PAGE_BREAK
    assert draft.carriers == ((CarrierKind.PAGE_BREAK, 2),)


def test_a_very_long_line_is_one_paragraph(tmp_path: Path) -> None:
    assert texts(draft_of(tmp_path, ("长" * 300_000).encode())) == ["长" * 300_000]


def test_a_stray_control_character_goes_and_is_listed(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, "通\x07知\x1a".encode())
    assert texts(draft) == ["通知"]
    assert draft.losses == ("1 个控制字符（不可见，Word 文档不能包含）",)


def test_damaged_utf8_is_refused_with_the_place_and_not_read_as_gb18030(tmp_path: Path) -> None:
    with pytest.raises(InputUnreadable, match="第 40 个字节起不是有效的 UTF-8") as caught:
        draft_of(tmp_path, "某某市人民政府办公室文件的".encode() + b"\xff" + "通知".encode())
    assert caught.value.exit_code == 3
    assert "UTF-8" in caught.value.advice


def test_damaged_gb18030_is_refused_with_the_place(tmp_path: Path) -> None:
    with pytest.raises(InputUnreadable, match="第 19 个字节起不是有效的 GB18030"):
        draft_of(tmp_path, "关于做好工作的通知".encode("gb18030") + b"\xff" + "各县".encode("gb18030"))


@pytest.mark.parametrize("content", [b"", b"\n \r\n", b"\xef\xbb\xbf"])
def test_a_file_without_words_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(InputUnreadable, match="没有文字"):
        draft_of(tmp_path, content)


@pytest.mark.parametrize("content", [bytes(range(256)) * 8, b"\0" * 100, b"\x7fELF\x01\x02\x03" + b"\x01\x02" * 50])
def test_binary_content_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(InputUnreadable, match="二进制"):
        draft_of(tmp_path, content)


def test_too_many_lines_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputUnreadable, match="行"):
        draft_of(tmp_path, b"a\n" * (encoding.MAX_LINES + 1))


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputUnreadable, match="找不到"):
        read_txt(tmp_path / "没有.txt")


HAN = st.text(
    st.sampled_from("某市人民政府关于做好有关工作的通知，。各县（区）一二〔〕2024年5 "), min_size=8, max_size=60
)


@given(HAN, st.sampled_from(["utf-8", "gb18030", "utf-16-le", "utf-16-be"]))
def test_chinese_words_are_decoded_as_they_were_encoded(words: str, codec: str) -> None:
    text = "通知" * 5 + words
    data = text.encode(codec)
    found, mark = detect(data)
    assert data[mark:].decode(found) == text


TRADITIONAL = "某某市政府關於開展檢查的通知\n各區公所：\n請認真辦理。\n某某市政府\n2026年5月6日\n"


@pytest.mark.parametrize(("codec", "name"), [("cp950", "Big5"), ("gb18030", "GB18030"), ("utf-8", "UTF-8")])
def test_traditional_words_are_not_taken_for_others(tmp_path: Path, codec: str, name: str) -> None:
    draft = draft_of(tmp_path, TRADITIONAL.encode(codec))
    assert [block.text for block in draft.blocks] == TRADITIONAL.splitlines()
    assert f"文件编码：{name}" in draft.notices


@pytest.mark.parametrize(
    "words",
    [
        "参会回执\n┌────┬────┐\n│姓名│电话│\n├────┼────┤\n└────┴────┘\n",
        "附件2\n——————————————\n",
        "品名：ビール、チーズ、パン\n",
    ],
)
def test_lines_and_other_alphabets_are_not_taken_for_traditional_words(tmp_path: Path, words: str) -> None:
    assert "文件编码：GB18030" in draft_of(tmp_path, words.encode("gb18030")).notices


def test_lines_whose_cells_tabs_part_are_a_table_in_its_place(tmp_path: Path) -> None:
    path = tmp_path / "通知.txt"
    path.write_text("附件1\n参会回执\n单位\t姓名\t电话\n某某局\t\t\n\t\t\n特此通知。\n", encoding="utf-8")
    draft = read_txt(path)
    (table,) = (block for block in draft.blocks if isinstance(block, Carrier))
    assert table.rows == (("单位", "姓名", "电话"), ("某某局", "", ""), ("", "", ""))
    assert [block.text for block in draft.blocks if not isinstance(block, Carrier)] == [
        "附件1",
        "参会回执",
        "特此通知。",
    ]
    assert table.source is not None and (table.source.first, table.source.last) == (3, 5)


@pytest.mark.parametrize(
    "lines",
    [
        "张三\t李四\t王小五\n赵六\t孙七\t周小八",
        "联系人：张三\t电话：0000-1234567\n传真：12\t邮编：100000",
        "\t\t\t某某市教育局\n\t\t\t2026年5月6日",
        "某某市办公室\t\t2026年5月6日印发",
    ],
)
def test_names_labels_and_what_tabs_push_aside_are_no_table(tmp_path: Path, lines: str) -> None:
    path = tmp_path / "通知.txt"
    path.write_text(lines, encoding="utf-8")
    assert not any(isinstance(block, Carrier) for block in read_txt(path).blocks)
