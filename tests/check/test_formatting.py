"""What a specimen plants is what the reader of the docx sees: two independent ways through the same file."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from gwformat.model import Align
from gwformat.ooxml.effective import Formatting, LineRule, ParagraphLook, RunLook, SectionLook, formatting_of
from gwformat.ooxml.package import Package
from gwformat.units import Emu, Hao, Mm, Pt, Twips
from tests.check.specimen import docx_of


def formatting(specimen: str) -> Formatting:
    return formatting_of(Package.from_bytes(docx_of(specimen)))


@cache
def conformant() -> Formatting:
    return formatting("")


def looks(found: Formatting, role: str) -> tuple[ParagraphLook, RunLook]:
    """The looks of the first paragraph with words that has the style of an element."""
    numbers = range(1, len(found.main) + 1)
    number = next(n for n in numbers if found.paragraph(n).style_name == f"公文{role}" and found.runs(n))
    return found.paragraph(number), found.runs(number)[0]


def below(look: ParagraphLook) -> tuple[Emu, str | None] | None:
    border = look.borders.get("bottom")
    return border and (border.width, border.color)


PARAGRAPHS: list[tuple[str, str, Callable[[ParagraphLook], object], object]] = [
    ("对齐", "右", lambda look: look.align, Align.RIGHT),
    ("首行缩进", "0字", lambda look: look.first_line.emu, 0),
    ("悬挂缩进", "2字", lambda look: look.hanging.emu, Pt(32)),
    ("左缩进", "10毫米", lambda look: look.left.emu, Twips(567)),
    ("右缩进", "20磅", lambda look: look.right.emu, Pt(20)),
    ("段前", "12磅", lambda look: look.before.emu, Pt(12)),
    ("段后", "1行", lambda look: look.after.count, 1),
    ("行距", "28磅", lambda look: look.line.exact, Pt(28)),
    ("行距", "1.5倍", lambda look: look.line.times, 1.5),
    ("行距", "最小28磅", lambda look: (look.line.rule, look.line.pitch), (LineRule.AT_LEAST, Pt(28))),
    ("对齐网格", "有", lambda look: look.snap_to_grid, True),
    ("中西文自动间距", "有", lambda look: look.auto_space_de and look.auto_space_dn, True),
    ("避头尾", "无", lambda look: look.kinsoku, False),
    ("标点悬挂", "有", lambda look: look.overflow_punct, True),
    ("孤行控制", "有", lambda look: look.widow_control, True),
    ("与下段同页", "有", lambda look: look.keep_next, True),
    ("段前分页", "有", lambda look: look.page_break_before, True),
    ("下边框", "1.5磅 FF0000", below, (Pt(1.5), "FF0000")),
]
RUNS: list[tuple[str, str, Callable[[RunLook], object], object]] = [
    ("字体", "宋体", lambda look: look.font_of("字").name, "宋体"),
    ("西文字体", "Arial", lambda look: look.font_of("a").name, "Arial"),
    ("字号", "四号", lambda look: look.size, Hao("四号")),
    ("加粗", "有", lambda look: look.bold, True),
    ("倾斜", "有", lambda look: look.italic, True),
    ("下划线", "有", lambda look: look.underline, "single"),
    ("颜色", "FF0000", lambda look: look.color, "FF0000"),
    ("突出显示", "yellow", lambda look: look.highlight, "yellow"),
    ("底纹", "D9D9D9", lambda look: look.shading and look.shading.fill, "D9D9D9"),
    ("字距", "1磅", lambda look: look.tracking, Pt(1)),
    ("字宽缩放", "80%", lambda look: look.scale, 80),
    ("位置", "3磅", lambda look: look.raised, Pt(3)),
]  # fmt: skip
PAGES: list[tuple[str, str, Callable[[SectionLook], object], object]] = [
    ("纸张", "16开", lambda page: (page.width.twips, page.height.twips), (Mm(184).twips, Mm(260).twips)),
    ("方向", "横向", lambda page: (page.landscape, page.width > page.height), (True, True)),
    ("上边距", "25.4毫米", lambda page: page.top, Twips(1440)),
    ("下边距", "25.4毫米", lambda page: page.bottom, Twips(1440)),
    ("左边距", "30毫米", lambda page: page.left, Twips(1701)),
    ("右边距", "30毫米", lambda page: page.right, Twips(1701)),
    ("页脚距", "15毫米", lambda page: page.footer, Twips(850)),
    ("装订线", "5毫米", lambda page: page.gutter, Twips(283)),
    ("网格", "行和字 28磅 -848", lambda page: page.grid.char_pitch(Pt(16)), Pt(16 - 848 / 4096)),
    ("分栏", "2", lambda page: page.columns, 2),
    ("首页不同", "有", lambda page: page.title_page, True),
]


@pytest.mark.parametrize("where", ["正文 ", "样式 正文 "])
@pytest.mark.parametrize(("prop", "value", "of", "expected"), PARAGRAPHS)
def test_paragraphs(where: str, prop: str, value: str, of: Callable[[ParagraphLook], object], expected: object) -> None:
    assert of(looks(conformant(), "正文")[0]) != expected
    assert of(looks(formatting(f"［{where}{prop}］{value}"), "正文")[0]) == expected


@pytest.mark.parametrize("where", ["正文 ", "样式 正文 "])
@pytest.mark.parametrize(("prop", "value", "of", "expected"), RUNS)
def test_characters(where: str, prop: str, value: str, of: Callable[[RunLook], object], expected: object) -> None:
    assert of(looks(conformant(), "正文")[1]) != expected
    assert of(looks(formatting(f"［{where}{prop}］{value}"), "正文")[1]) == expected


@pytest.mark.parametrize(("prop", "value", "of", "expected"), PAGES)
def test_pages(prop: str, value: str, of: Callable[[SectionLook], object], expected: object) -> None:
    assert of(conformant().sections[0]) != expected
    assert of(formatting(f"［页面 {prop}］{value}").sections[0]) == expected


def test_the_document_defaults() -> None:
    assert not conformant().main.mark(1).italic
    assert looks(formatting("［默认 倾斜］有"), "正文")[1].italic


def test_page_numbers() -> None:
    assert {part.text(len(part)) for part in conformant().footers.values()} == {"— {PAGE} —"}
    found = formatting("［页码 文字］第 {PAGE} 页\n［页码 字体］黑体\n［页码 字号］五号\n［页码 对齐］中")
    for part in found.footers.values():
        number = len(part)
        look = part.pieces(number)[0].look
        assert part.text(number) == "第 {PAGE} 页"
        assert (look.font_of("第").name, look.size, part.paragraph(number).align) == ("黑体", Pt(10.5), Align.CENTER)


def test_odd_and_even_pages() -> None:
    assert conformant().settings.even_and_odd
    assert not formatting("［页面 奇偶页不同］无").settings.even_and_odd


def test_the_conformant_ground_is_seen_as_the_standard_asks() -> None:
    body, run = looks(conformant(), "正文")
    assert (run.size, run.font_of("字").name, run.font_of("5").from_theme) == (Hao("三号"), "方正仿宋_GBK", False)
    assert (body.first_line.count or body.first_line.emu / run.size) == pytest.approx(2, abs=0.05)
    assert isinstance(body.line.exact, Emu)
    assert {line.color for line in conformant().strokes if line.kind == "border"} >= {"FF0000"}
