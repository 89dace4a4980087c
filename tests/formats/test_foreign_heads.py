"""The formats are told apart in files of other programs, whatever their heads are made of, and nothing is lost."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from gwformat import api
from gwformat.findings import Severity
from gwformat.model import Kind, Role
from tests.build import make_docx, p
from tests.drawings import png
from tests.formats.foreign_heads import (
    CENTRED,
    RIGHT,
    grid,
    mark,
    picture,
    shape_line,
    vml_box,
    vml_line,
    word_art,
    wps_box,
)

TEXT = "　　为做好有关工作，经研究，现将有关事项说明如下，请予支持，并于月底前将有关情况告知我局。"
OFFICE = p("某某市水务局", RIGHT) + p("2026年5月6日", RIGHT)
LETTER = p("关于商请支持防汛工作的函", CENTRED) + p("某某市财政局：") + p(TEXT) + OFFICE
ORDER = p("　　《某某市城市供水管理办法》已经市人民政府第8次常务会议通过，现予公布，自2026年6月1日起施行。")
ORDER += p("市长　张某某", RIGHT) + p("2026年5月6日", RIGHT)
MINUTES = p("　　2026年5月5日，市长张某某主持召开会议，研究防汛工作。现纪要如下：") + p("一、做好值班。") + p(TEXT)
MINUTES += p("出席：张某某　李某某")
NOTICE = p("　　定于2026年9月18日试鸣防空警报，请市民保持正常的工作生活秩序。") + OFFICE
CALL = p("关于做好防汛工作的通知", CENTRED) + p("各县人民政府：") + p(TEXT) + OFFICE
NUMBER = "某水函〔2026〕5号"


@dataclass(frozen=True)
class Head:
    """A file, its format, and some of what stands in its head."""

    body: str
    kind: Kind
    wanted: tuple[tuple[Role, str], ...] = ()


HEADS = {
    "函，文本框里的标志，WPS 的直线": Head(
        wps_box("某某市水务局") + shape_line() + p(NUMBER, RIGHT) + LETTER,
        Kind.LETTER,
        ((Role.ISSUER_MARK, "某某市水务局"), (Role.DOC_NUMBER, NUMBER)),
    ),
    "函，VML 的直线，文号靠制表位推到右边": Head(
        mark("某某市水务局") + vml_line() + p(f"特急&#9;{NUMBER}") + LETTER + vml_line(),
        Kind.LETTER,
        ((Role.ISSUER_MARK, "某某市水务局"), (Role.URGENCY, "特急"), (Role.DOC_NUMBER, NUMBER)),
    ),
    "函，版头是一张表": Head(
        grid((mark("某某市水务局"),), (p("特急"), p(NUMBER, RIGHT)), line=True) + LETTER,
        Kind.LETTER,
        ((Role.ISSUER_MARK, "某某市水务局"), (Role.URGENCY, "特急"), (Role.DOC_NUMBER, NUMBER)),
    ),
    "函，标志是图片": Head(
        picture(150, 15) + shape_line() + p(NUMBER, RIGHT) + LETTER, Kind.LETTER, ((Role.DOC_NUMBER, NUMBER),)
    ),
    "令，标志分两行，在旧式文本框里": Head(
        vml_box("某某市人民政府") + mark("令") + p("第12号", CENTRED) + ORDER,
        Kind.ORDER,
        ((Role.ORDER_NUMBER, "第12号"),),
    ),
    "令，艺术字": Head(
        word_art("某某市人民政府令") + p("第 12 号", CENTRED) + ORDER, Kind.ORDER, ((Role.ORDER_NUMBER, "第12号"),)
    ),
    "令，年份在号里": Head(
        mark("某 某 省 水 利 厅 令") + p("2026年第3号", CENTRED) + ORDER,
        Kind.ORDER,
        ((Role.ORDER_NUMBER, "2026年第3号"),),
    ),
    "纪要，文本框里的标志，编发机关在表里": Head(
        wps_box("某某市人民政府常务会议纪要")
        + p("（第5期）", CENTRED)
        + grid((p("某某市人民政府办公室"), p("2026年5月6日", RIGHT)), line=True)
        + MINUTES,
        Kind.MINUTES,
        ((Role.EDITOR, "某某市人民政府办公室"), (Role.EDITED, "2026年5月6日")),
    ),
    "纪要，标志是图片，标题在红线下": Head(
        picture(150, 15) + p("〔2026〕5号", CENTRED) + shape_line() + p("研究防汛工作的会议纪要", CENTRED) + MINUTES,
        Kind.MINUTES,
        ((Role.TITLE, "研究防汛工作的会议纪要"),),
    ),
    "纪要，次数代替期号": Head(
        mark("某某市水务局局务会议纪要") + p("2026年第5次", CENTRED) + vml_line() + MINUTES,
        Kind.MINUTES,
        ((Role.ISSUER_MARK, "某某市水务局局务会议纪要"),),
    ),
    "公告，红色标志和顺序号": Head(
        mark("某某市水务局公告")
        + p("2026年第3号", CENTRED)
        + shape_line()
        + p("某某市水务局关于试鸣防空警报的公告", CENTRED)
        + NOTICE,
        Kind.GENERAL,
        ((Role.ISSUER_MARK, "某某市水务局公告"), (Role.TITLE, "某某市水务局关于试鸣防空警报的公告")),
    ),
    "公告，版头是一张表": Head(
        grid((mark("某某市水务局公告"),), (p("第3号", CENTRED),), line=True)
        + p("某某市水务局关于试鸣防空警报的公告", CENTRED)
        + NOTICE,
        Kind.GENERAL,
        ((Role.ISSUER_MARK, "某某市水务局公告"), (Role.TITLE, "某某市水务局关于试鸣防空警报的公告")),
    ),
    "通告，标志在旧式文本框里": Head(
        vml_box("某某市公安局通告") + vml_line() + p("关于限制通行的通告", CENTRED) + NOTICE,
        Kind.GENERAL,
        ((Role.ISSUER_MARK, "某某市公安局通告"), (Role.TITLE, "关于限制通行的通告")),
    ),
    "通告，只有拉开的两个字": Head(p("通　　告", CENTRED) + NOTICE, Kind.GENERAL, ((Role.TITLE, "通告"),)),
    "电报，发电单位和等级在表里": Head(
        mark("内部明电")
        + grid((p("发电单位：某某市人民政府办公室"), p("签批盖章：张某某")), line=True)
        + grid((p("等级：特急·明电"), p("某政办发明电〔2026〕5号", RIGHT)))
        + CALL,
        Kind.TELEGRAM,
        ((Role.DOC_NUMBER, "某政办发明电〔2026〕5号"), (Role.TITLE, "关于做好防汛工作的通知")),
    ),
    "电报，传真电报的标志是文本框": Head(
        wps_box("某某市人民政府办公室传真电报")
        + p("发往：各县人民政府&#9;签发：张某某")
        + shape_line()
        + p("等级：加急&#9;某政办明电〔2026〕5号")
        + CALL,
        Kind.TELEGRAM,
        ((Role.DISPATCH, "发往：各县人民政府"), (Role.DOC_NUMBER, "某政办明电〔2026〕5号")),
    ),
}


def written(folder: Path, name: str) -> Path:
    path = folder / "来文.docx"
    rels = [("head", "image", "media/head.png")]
    path.write_bytes(make_docx(HEADS[name].body, {"word/media/head.png": png(1500, 150)}, rels))
    return path


@pytest.mark.parametrize("name", HEADS)
def test_a_foreign_head_is_told_by_its_format_and_its_elements(tmp_path: Path, name: str) -> None:
    found = api.inspect_file(written(tmp_path, name))
    assert found.kind is HEADS[name].kind
    said = [(block.role, "".join(block.text.split())) for block in found.blocks]
    assert [one for one in HEADS[name].wanted if one not in said] == []


@pytest.mark.parametrize("name", HEADS)
def test_a_foreign_head_is_set_anew_and_has_no_error(tmp_path: Path, name: str) -> None:
    made = api.format_file(written(tmp_path, name), tmp_path / "成品.docx")
    assert made.document.kind is HEADS[name].kind
    again = api.format_file(made.output, tmp_path / "再排.docx")
    assert again.output.read_bytes() == made.output.read_bytes()
    errors = {str(found) for found in api.check_file(made.output).findings if found.severity is Severity.ERROR}
    assert errors == set()
