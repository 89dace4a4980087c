"""Drafts copied from a page of the net: what the page has around the document is none of its elements."""

from __future__ import annotations

import pytest

from gwformat.model import Role
from tests.recognise.drafts import elements, of, recognised

TITLE = "某某市人民政府关于设立某某经济开发区的批复"
NUMBER = "某政函〔2026〕41号"
TO = "某某县人民政府："
TEXT = "你县《关于设立某某经济开发区的请示》（某政〔2026〕12号）收悉。经研究，现批复如下。"
SIGNED = ("某某市人民政府", "2026年2月16日")
DOCUMENT = (TITLE, NUMBER, TO, TEXT, *SIGNED)
ROLES = [Role.TITLE, Role.ADDRESSEE, Role.BODY, Role.SIGNATURE, Role.DATE]


def told(*lines: str) -> list[Role]:
    """The roles of a draft, but for the number, which is moved above the title, and what belongs to the page."""
    return [role for role, _ in elements(*lines) if role not in (Role.OTHER, Role.DOC_NUMBER)]


@pytest.mark.parametrize(
    "above",
    [
        ("跳转到内容",),
        ("某某社某某市3月10日电",),
        ("您的位置：首页 > 政务公开 > 通知公告",),
        ("首页 > 某某频道 > 要闻", "发布时间：2026-02-17 16:07"),
        ("您当前的位置：网站首页", "政策文件"),
        ("公文批复", "2026-02-17 批复", "范文如下："),
        ("某某网政策正文",),
        ("收藏本站| 设为首页| 首页",),
        (TITLE, "作者：某某网 时间：2026-02-17 21:07:34 浏览：9749", "下载地址：点击此处下载"),
        (f"某某网法规首页{TITLE}",),
        ("索 引 号：0000000X/ 分类：行政公文", "名    称：某某市人民政府关于设立开发区的批复（某某县）"),
        ("《某某市人民政府关于设立某某经济开发",),
        ("网站首页 > 政务公开 > 法定主动公开内容",),
        ("归档时间：2026-02-21", "视力保护色：", "浏览量："),
    ],
)
def test_what_a_page_has_above_the_title_is_no_line_of_it(above: tuple[str, ...]):
    assert of(Role.TITLE, *above, *DOCUMENT) == [TITLE]
    assert of(Role.DOC_NUMBER, *above, *DOCUMENT) == [NUMBER]
    assert told(*above, *DOCUMENT) == ROLES


def test_what_a_page_has_around_a_document_is_told_for_it_is_printed_with_it():
    (told,) = recognised("首页 > 政务公开 > 通知公告", TITLE, "来源：某某网", TO, TEXT, *SIGNED).notices
    assert told.startswith("“首页 > 政务公开 > …”、“来源：某某网”不是公文的要素，照原样留在成品里")
    assert recognised(*DOCUMENT).notices == ()


def test_a_number_among_the_lines_above_the_title_is_the_number_of_the_document():
    found = elements("某某网", TITLE, "作者：某某网", NUMBER, TITLE, TO, TEXT, *SIGNED)
    assert (Role.DOC_NUMBER, NUMBER) in found
    assert (Role.ADDRESSEE, TO) in found


def test_a_title_that_stands_twice_right_above_those_addressed_is_set_once():
    assert of(Role.TITLE, TITLE, TITLE, TO, TEXT, *SIGNED) == [TITLE]


def test_a_notice_below_the_name_of_what_it_issues_is_no_title_of_a_page():
    name = "某某市职工工作时间实施办法"
    article = "第一条　根据有关规定，制定本办法。"
    assert of(Role.TITLE, name, f"关于印发《{name}》的通知", "2026年3月1日", article) == [name]


@pytest.mark.parametrize(
    "between",
    [
        ("收藏", "我要纠错", "资料来自公开网络，仅提供学习参考使用"),
        ("索引号 2026-001 发布机构 某某市人民政府 公开日期 2026-02-17",),
        ("下载地址：点击此处下载",),
        ("[打印]",),
        ("来源：某某网 日期：2026-02-17 17:08 字号：【", "视力保护色：", "浏览量："),
    ],
)
def test_what_a_page_has_below_the_title_hides_nobody_addressed(between: tuple[str, ...]):
    assert told(TITLE, *between, "各县（区）人民政府：", TEXT, *SIGNED) == ROLES


@pytest.mark.parametrize(
    "below",
    [
        ("扫一扫在手机打开当前页",),
        ("上一页", "分享到：", "（责编：张某、李某）"),
        ("【打印】【关闭】", "上一篇：某某局2025年法治政府建设年度报告", "下一篇：没有了"),
        ("关联稿件：", "相关附件：", "扫一扫在手机打开当前页"),
        ("【公文批复】相关文章：", "批复的格式及范文10-18"),
        ("某某网版权与免责声明：", "① 凡本网注明来源的作品，未经授权不得转载。"),
    ],
)
def test_what_a_page_has_below_the_date_does_not_hide_the_sign_off(below: tuple[str, ...]):
    assert told(*DOCUMENT, *below) == ROLES


def test_a_page_that_names_itself_and_tells_of_the_document_below_its_title_hides_no_title():
    above, below = (
        ("某某县人民政府", "首页 >> 公开信息内容"),
        "索引号：0000000X 公文目录：应急管理 发文日期：2026年2月16日",
    )
    found = elements(*above, TITLE, below, NUMBER, TO, TEXT, *SIGNED)
    assert [role for role, _ in found if role is not Role.OTHER] == [Role.DOC_NUMBER, *ROLES]


def test_the_organ_that_a_page_leaves_out_of_the_title_is_the_first_line_of_it():
    about = "关于设立某某经济开发区的批复"
    lines = (about, "来源：某某网 浏览：9581", "某某市人民政府", about, NUMBER, TO, TEXT, *SIGNED)
    assert of(Role.TITLE, *lines) == [f"某某市人民政府／{about}"]


LAW = "某某省湖泊保护办法"
PUBLISHED = f"《{LAW}》已经2026年3月6日省人民政府第12次常务会议通过，现予公布，自2026年8月1日起施行。"


def test_the_name_a_page_has_above_an_order_is_no_title():
    page = (LAW, "作者：某某网 时间：2026-07-22 08:17:50 浏览：8464")
    articles = ("第一章　总则", "第一条　为了保护湖泊，制定本办法。", "第二条　本办法适用于本省。")
    order = ("某某省人民政府令", "第312号", PUBLISHED, "省长　谢某某", "2026年3月20日", LAW, *articles)
    found = [(role, text) for role, text in elements(*page, *order) if role is not Role.OTHER]
    assert found == elements(*order)
    assert found[:2] == [(Role.ISSUER_MARK, order[0]), (Role.ORDER_NUMBER, order[1])]


def test_the_name_a_page_has_above_a_notice_is_no_title():
    notice = (
        "某某市人民代表大会常务委员会公告",
        "第三十七号",
        PUBLISHED,
        "某某市人民代表大会常务委员会",
        "2026年3月20日",
    )
    assert of(Role.TITLE, "首页 > 法律法规", LAW, "下载地址：点击此处下载", LAW, *notice) == [notice[0]]


def test_what_stands_below_other_articles_of_a_page_may_still_be_an_attachment():
    found = elements(*DOCUMENT, "相关阅读：", "附件1", "某某经济开发区范围表", "东至某某路，西至某某路。")
    assert (Role.ATTACHMENT_TITLE, "某某经济开发区范围表") in found


def test_the_last_lines_of_a_text_nobody_signed_may_be_those_of_a_page():
    title = "某某市人民代表大会关于政府工作报告的决议"
    note = "（2026年1月10日某某市第十届人民代表大会第一次会议通过）"
    found = elements(title, note, "会议决定批准这个报告。", "责任编辑：张某", "扫一扫在手机打开当前页")
    assert [role for role, _ in found] == [Role.TITLE, Role.SUBTITLE, Role.BODY, Role.OTHER, Role.OTHER]


@pytest.mark.parametrize(
    "way", ["首页 > 政务公开 > 政策文件", "首页>>信息公开>>规范性文件", "当前位置：首页 » 政策文件"]
)
def test_the_way_to_a_page_that_ends_like_a_mark_is_none(way: str):
    found = elements(way, "某某市教育局关于校园安全的通知", "某教安〔2026〕5号", "各学校：", TEXT)
    assert (Role.OTHER, way) in found
    assert Role.ISSUER_MARK not in dict(found)
    assert (Role.TITLE, "某某市教育局关于校园安全的通知") in found


def test_the_foot_of_a_page_below_an_annotation_is_no_attachment():
    lines = (
        "附件：校园安全自查表",
        "某某市教育局",
        "2026年3月18日",
        "（此件主动公开）",
        "分享到：",
        "【打印本页】【关闭窗口】",
    )
    found = elements("关于校园安全的通知", "各学校：", TEXT, *lines)
    assert [text for role, text in found if role is Role.OTHER] == ["分享到：", "【打印本页】【关闭窗口】"]
    assert (Role.ANNOTATION, "（此件主动公开）") in found
