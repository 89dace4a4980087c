from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gwformat.errors import InputUnreadable
from gwformat.model import OBJECT, Carrier, CarrierKind, Draft, Emphasis, Paragraph, Source
from gwformat.readers.md import read_md
from gwformat.units import Emu
from tests.drawings import png


def draft_of(folder: Path, source: str) -> Draft:
    path = folder / "草稿.md"
    path.write_text(source, encoding="utf-8")
    return read_md(path)


def texts(draft: Draft) -> list[str]:
    return [block.label + block.text for block in draft.blocks if isinstance(block, Paragraph)]


def test_a_heading_keeps_its_level(tmp_path: Path) -> None:
    (title, heading) = draft_of(tmp_path, "# 关于某事的通知\n\n## 一、总体要求\n").blocks
    assert isinstance(title, Paragraph)
    assert isinstance(heading, Paragraph)
    assert (title.text, title.look.outline_level) == ("关于某事的通知", 1)
    assert (heading.text, heading.look.outline_level, heading.look.style_name) == ("一、总体要求", 2, "heading 2")
    assert heading.source == Source("草稿.md", 3, 3)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("某某市人民政府\n2026年5月6日\n", ["某某市人民政府", "2026年5月6日"]),
        ("甲" * 40 + "\n乙。\n", ["甲" * 40 + "乙。"]),
        ("Word\nand WPS\n", ["Word and WPS"]),
        ("第一行  \n第二行\n", ["第一行\n第二行"]),
        ("第一行\\\n第二行\n", ["第一行\n第二行"]),
        ("各县：\n　　现将有关事项通知如下。\n", ["各县：", "　　现将有关事项通知如下。"]),
        ("加强**领导**和*监督*\n", ["加强领导和监督"]),
        ("**一、加强领导。**各单位要重视\n", ["一、加强领导。各单位要重视"]),
        ("做好**“三农”**工作，2*3=6\n", ["做好“三农”工作，2*3=6"]),
        ("面积5m<sup>2</sup>\n", ["面积5m2"]),
        ("使用`make`命令\n", ["使用make命令"]),
        ("见[通知](http://www.example.cn/1)\n", ["见通知（http://www.example.cn/1）"]),
        ("见[www.example.cn](http://www.example.cn/)\n", ["见www.example.cn"]),
        ("见<https://www.example.cn>\n", ["见https://www.example.cn"]),
        ('见<a href="http://www.example.cn">通知</a>\n', ["见通知（http://www.example.cn）"]),
        ("填写<NAME>\n", ["填写<NAME>"]),
        ("甲&amp;乙 \\*丙\\*\n", ["甲&乙 *丙*"]),
        ("1. 甲\n2. 乙\n", ["1.甲", "2.乙"]),
        ("3) 甲\n5) 乙\n", ["3)甲", "5)乙"]),
        ("1. 甲\n1. 乙\n1. 丙\n", ["1.甲", "2.乙", "3.丙"]),
        ("- 甲\n  - 乙\n    - 丙\n- \n", ["●甲", "○乙", "■丙", "●"]),
        ("1. 甲\n   - 乙\n\n   丙\n", ["1.甲", "●乙", "丙"]),
        ("1. 甲\n   1. 乙\n   2. 丙\n      1. 丁\n2. 戊\n", ["1.甲", "（1）乙", "（2）丙", "①丁", "2.戊"]),
        ("- 甲\n  1. 乙\n", ["●甲", "1.乙"]),
        ("> 引文\n", ["引文"]),
        ("    缩进的正文。\n", ["缩进的正文。"]),
        ("```python\nx = 1\n\ny = 2\n```\n", ["x = 1", "", "y = 2"]),
        ("<div>\n甲<br>乙&nbsp;丙\n</div>\n", ["甲", "乙\u00a0丙"]),
        ("正文。\n---\n下文。\n", ["正文。", "下文。"]),
        ("---\ntitle: 某事\n---\n\n正文。\n", ["正文。"]),
        ("1.内容\n\n一、内容\n\n（一）内容\n", ["1.内容", "一、内容", "（一）内容"]),
    ],
)
def test_what_a_reader_would_see_is_read(tmp_path: Path, source: str, words: list[str]) -> None:
    assert texts(draft_of(tmp_path, source)) == words


@pytest.mark.parametrize(
    ("source", "kind"),
    [("H<sup><sub>2</sub></sup>O\n", Emphasis.SUBSCRIPT), ("<sub>a<sup>2</sup></sub>\n", Emphasis.SUPERSCRIPT)],
)
def test_of_a_superscript_and_a_subscript_the_innermost_holds(tmp_path: Path, source: str, kind: Emphasis) -> None:
    (paragraph,) = draft_of(tmp_path, source).paragraphs()
    assert [run.emphasis for run in paragraph.runs if run.text == "2"] == [frozenset((kind,))]


def test_formatting_with_a_meaning_is_kept(tmp_path: Path) -> None:
    (paragraph,) = draft_of(tmp_path, "5m<sup>2</sup>，H<sub>2</sub>O，<u>姓名</u>，~~删去~~\n").paragraphs()
    marked = [(run.text, *run.emphasis) for run in paragraph.runs if run.emphasis]
    assert marked == [
        ("2", Emphasis.SUPERSCRIPT),
        ("2", Emphasis.SUBSCRIPT),
        ("姓名", Emphasis.UNDERLINE),
        ("删去", Emphasis.STRIKE),
    ]
    assert [run.atom for run in paragraph.runs] == list(range(len(paragraph.runs)))


def test_bold_is_dropped_with_a_notice_but_a_bold_paragraph_is_known(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, "**一、总体要求**\n\n加强**领导**\n")
    assert [paragraph.look.bold for paragraph in draft.paragraphs()] == [True, None]
    assert any("加粗" in notice for notice in draft.notices)


def test_a_table_keeps_its_cells(tmp_path: Path) -> None:
    (table,) = draft_of(tmp_path, "| 项目 | 数量 |\n|---|--:|\n| 甲 | **1** |\n| 乙 | a\\|b |\n").blocks
    assert isinstance(table, Carrier)
    assert table.kind is CarrierKind.TABLE
    assert table.rows == (("项目", "数量"), ("甲", "1"), ("乙", "a|b"))
    assert table.source == Source("草稿.md", 1, 4)


@pytest.mark.parametrize(
    "source",
    [
        "| 项目 | 数量 |　\n| --- | --- |　\n| 甲 | 1 |　\n",
        "｜项目｜数量｜\n｜---｜:--｜\n｜甲｜1｜\n",
        "|　项目　|　数量　|\n|　---　|　---　|\n|　甲　|　1　|\n",
        "项目｜数量\n---｜---\n甲｜1　\n",
    ],
)
def test_full_width_bars_and_blanks_make_a_table_as_narrow_ones_do(source: str, tmp_path: Path) -> None:
    table, below = draft_of(tmp_path, source + "\n上表｜以甲为准。　\n").blocks
    assert isinstance(table, Carrier)
    assert [[cell.strip() for cell in row] for row in table.rows] == [["项目", "数量"], ["甲", "1"]]
    assert table.source == Source("草稿.md", 1, 3)
    assert isinstance(below, Paragraph) and "｜" in below.text


def test_cells_beyond_the_head_of_a_table_are_listed(tmp_path: Path) -> None:
    assert "第 3 行比表头多出的单元格：丙" in draft_of(tmp_path, "|一|二|\n|-|-|\n|甲|乙|丙|\n").losses


def test_a_local_picture_is_carried_with_its_size(tmp_path: Path) -> None:
    data = png(300, 150, per_metre=11811)
    (tmp_path / "图 1.png").write_bytes(data)
    draft = draft_of(tmp_path, "示意图![流程图](<图 1.png>)\n")
    (words, picture) = next(draft.paragraphs()).runs
    assert (words.text, picture.text) == ("示意图", OBJECT)
    assert picture.carrier is not None
    assert (picture.carrier.kind, picture.carrier.text) == (CarrierKind.IMAGE, "流程图")
    assert picture.carrier.data == data
    assert picture.carrier.size is not None
    assert abs(picture.carrier.size[0] - Emu(914_400)) < 100
    assert draft.carriers == ((CarrierKind.IMAGE, 1),)
    assert draft.losses == ()


@pytest.mark.parametrize(
    "address", ["http://www.example.cn/a.png", "//host/a.png", "没有.png", "草稿.md", "ftp://host/a.png", ".", ""]
)
def test_a_picture_that_is_remote_missing_or_no_picture_is_named_and_listed(tmp_path: Path, address: str) -> None:
    draft = draft_of(tmp_path, f"见![流程图](<{address}>)\n")
    assert texts(draft) == [f"见[图片：流程图（{address}）]"]
    assert len(draft.losses) == 1


def test_what_is_not_shown_is_listed(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, "正文<!-- 待核 -->。\n\n<script>var a</script>\n\n<span style='x'>甲</span>\n")
    assert texts(draft) == ["正文。", "甲"]
    assert "HTML 注释：待核" in draft.losses
    assert "HTML script：var a" in draft.losses


def test_a_rule_is_a_carrier(tmp_path: Path) -> None:
    assert [block.kind for block in draft_of(tmp_path, "甲\n\n---\n\n乙\n").blocks if isinstance(block, Carrier)] == [
        CarrierKind.HORIZONTAL_RULE
    ]


def test_every_paragraph_and_table_of_html_says_the_line_it_stands_on(tmp_path: Path) -> None:
    table = "<table>\n<tr><td>丙</td></tr>\n</table>"
    draft = draft_of(tmp_path, f"第一段\n\n<div>\n甲\n<p>乙</p>\n{table}\n丁\n</div>\n\n第二段\n")
    assert [(block.text, block.source.first) for block in draft.blocks] == [
        ("第一段", 1),
        ("甲", 4),
        ("乙", 5),
        ("丙", 6),
        ("丁", 9),
        ("第二段", 12),
    ]


def test_an_encoding_other_than_utf8_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "草稿.md"
    path.write_bytes("# 某某市人民政府关于做好有关工作的通知\n".encode("gb18030"))
    draft = read_md(path)
    assert texts(draft) == ["某某市人民政府关于做好有关工作的通知"]
    assert draft.notices == ("文件编码：GB18030",)


def test_absurd_nesting_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputUnreadable, match="嵌套"):
        draft_of(tmp_path, ">" * 300 + " 甲\n")


# Every fragment with what a reader sees of it: the reader is compared with this, not with a second parser.
INLINE = st.sampled_from(
    [
        ("通知", "通知"),
        ("**重要**", "重要"),
        ("*其中*", "其中"),
        ("~~删去~~", "删去"),
        ("`代码`", "代码"),
        ("m<sup>2</sup>", "m2"),
        ("<u>姓名</u>", "姓名"),
        ("[链接](http://a.cn/b)", "链接（http://a.cn/b）"),
        ("<https://a.cn>", "https://a.cn"),
        ("![图](无.png)", "[图片：图（无.png）]"),
        ("&lt;甲&gt;", "<甲>"),
        ("\\*", "*"),
        ("（一）", "（一）"),
        ("2024年", "2024年"),
        ("<某某>", "<某某>"),
    ]
)
LINE = st.lists(INLINE, min_size=1, max_size=5).map(
    lambda parts: tuple("与".join(words) for words in zip(*parts, strict=True))
)
SHAPE = st.sampled_from(
    [
        ("{}\n", ""),
        ("## {}\n", ""),
        ("> {}\n", ""),
        ("- {}\n", "●"),
        ("7. {}\n", "7."),
        ("文首\n{}\n", "文首"),
        ("|{}|\n|-|\n", ""),
        ("<p>{}</p>\n", ""),
    ]
)


@given(st.lists(st.tuples(SHAPE, LINE), min_size=1, max_size=6))
def test_every_visible_character_is_read_once(
    tmp_path_factory: pytest.TempPathFactory, parts: list[tuple[tuple[str, str], tuple[str, str]]]
) -> None:
    source, expected = "", Counter[str]()
    for (shape, label), (line, words) in parts:
        if shape.startswith("<p>"):
            line = words = "段落"
        source += shape.format(line) + "\n正文隔开\n\n"
        expected.update(label + words + "正文隔开")
    draft = draft_of(tmp_path_factory.mktemp("md"), source)
    found = Counter("".join(texts(draft)))
    for block in draft.blocks:
        if isinstance(block, Carrier):
            found.update(block.text)
    assert found == expected


def test_a_table_of_html_behind_words_on_a_line_is_a_paragraph_for_each_row(tmp_path: Path) -> None:
    table = "<table><tr><td>名称</td><td>数量</td></tr><tr><td>沙袋</td><td>100</td></tr></table>"
    draft = draft_of(tmp_path, f"清单如下：{table}请遵照执行。\n")
    assert texts(draft) == ["清单如下：", "名称\t数量", "沙袋\t100", "请遵照执行。"]
