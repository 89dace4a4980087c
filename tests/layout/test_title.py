from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gwformat.layout.title import shape_title
from gwformat.text.width import advance

COLUMNS = 442.2 / 22  # 2号 characters in the type area

# As a typesetter would break them, one title a line.
TITLES = """
某某省人民政府办公厅关于印发某某省｜“十五五”数字政府建设规划的通知
某某市人民政府办公室｜关于做好2026年防汛抗旱工作的通知
某某市人民政府关于表彰2025年度全市｜安全生产先进集体和先进个人的决定
某某市人民政府｜关于张某某等同志职务任免的通知
某某市教育局 某某市财政局 ｜某某市人力资源和社会保障局｜关于进一步做好乡村教师｜生活补助发放工作的通知
中共某某市委办公室 某某市人民政府办公室｜印发《关于加强基层治理体系和治理能力｜现代化建设的实施方案》的通知
某某市人民政府办公室｜转发市发展改革委等部门｜关于加快推进城市燃气管道等｜老化更新改造实施方案的通知
某某县人民政府关于请求解决｜县第二人民医院迁建项目资金缺口的请示
某某省人民政府关于同意设立｜某某经济技术开发区的批复
某某省人民政府关于某某市国土空间｜总体规划（2021—2035年）的批复
某某市住房和城乡建设局｜关于公布第三批历史建筑名单的通告
某某县应急管理局关于某某化工有限公司｜“3·15”较大爆炸事故调查情况的报告
某某市第十六届人民代表大会第三次会议｜关于政府工作报告的决议
某某市市场监督管理局｜关于印发《食品小作坊小经营店小摊点｜监督管理办法（试行）》的通知
某某市人民政府办公室关于成立｜某某市第五次全国经济普查领导小组的通知
某某市公安局交通警察支队关于国庆节期间｜对部分道路采取临时交通管制措施的通告
某某市税务局关于落实｜小微企业所得税优惠政策有关事项的公告
某某市人民政府关于授予李某某等10名同志｜“某某市劳动模范”荣誉称号的决定
某某市城市管理和综合行政执法局｜关于开展户外广告设施专项整治行动的通告
中共某某市委组织部关于认真学习贯彻｜《干部教育培训工作条例》的通知
某某市人民政府｜关于印发某某市国民经济和社会发展｜第十五个五年规划纲要的通知
某某集团有限公司｜关于开展“安全生产月”和｜“安全生产万里行”活动的通知
某某市人民政府办公室｜关于转发国家发展改革委｜《产业结构调整指导目录》的通知
某某海关公告2026年第26号｜（关于调整部分区域通行管理的公告）
某某县人民政府｜关于县第十五届人民代表大会｜第四次会议第28号建议的答复
某某省人民代表大会常务委员会｜关于修改《某某省道路运输条例》等｜四部地方性法规的决定
某某市某某区人民政府｜关于某某街道某某社区旧城改造项目｜国有土地上房屋征收的决定
关于召开某某市2026年度｜党风廉政建设工作会议的通知
某某市科学技术局关于征集｜AI for Science专项项目的通知
某某市商务局关于组织参加｜China International Import Expo｜有关工作的通知
某某市市场监督管理局关于申请注册的｜商标代理机构备案工作的通知
某某市邮政管理局关于以快递到户方式｜送达法律文书工作的通知
某某市某某区市场监督管理局｜行政处罚决定书
某某市某某区市场监督管理局｜不予行政处罚决定书
某某市某某区综合行政执法局｜责令限期改正通知书
某某证监局行政处罚决定书｜（某某科技集团股份有限公司、｜张某某等12名责任主体）
某某市行政审批局关于规范｜行政许可决定书制作工作的通知
2026年度某某市“最美环卫工人”｜拟表彰对象名单
""".splitlines()[1:]


@pytest.mark.parametrize("broken", TITLES)
def test_a_title_is_broken_as_a_typesetter_would(broken: str) -> None:
    lines = tuple(broken.split("｜"))
    assert shape_title("".join(lines), COLUMNS) == lines


@pytest.mark.parametrize(
    "title", ["关于召开年度工作会议的通知", "某某市人民政府关于加强森林防火工作的通知"[:19], "公告", ""]
)
def test_a_title_that_leaves_a_column_free_stays_on_one_line(title: str) -> None:
    assert shape_title(title, COLUMNS) == (title,)


@pytest.mark.parametrize(
    "title",
    [
        "某某市农村公路工程质量安全责任制专项检查工作任务分工实施方案和责任清单表",
        "某某市城市质量任务农村资金使用情况专项清单专项责任农村公路基础设施使用单",
    ],
)
def test_two_lines_that_nearly_fill_the_type_area_are_no_rectangle(title: str) -> None:
    widths = [advance(line) for line in shape_title(title, COLUMNS)]
    assert max(widths) - min(widths) >= 1


def test_a_title_of_twenty_characters_is_broken_because_it_would_touch_both_edges() -> None:
    assert shape_title("某某市人民政府关于表彰全市劳动模范的决定", COLUMNS) == (
        "某某市人民政府关于表彰",
        "全市劳动模范的决定",
    )


def test_the_dictionary_is_not_loaded_for_a_title_of_one_line() -> None:
    code = (
        "import sys; from gwformat.layout.title import shape_title; "
        "print(shape_title('关于召开会议的通知', 20), 'rjieba' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")
    assert done.stdout == "('关于召开会议的通知',) False\n"


def _in_twelve_columns(*words: tuple[str, str]) -> tuple[str, ...]:
    return shape_title("".join(word for word, _ in words), 12, lambda _: words)


def test_a_line_never_begins_with_a_particle_or_a_closing_mark() -> None:
    words = [("某某市人民政府", "nt"), ("和", "c"), ("某某县人民政府", "nt"), ("的", "uj"), ("协议", "n")]
    assert _in_twelve_columns(*words) == ("某某市人民政府和", "某某县人民政府的协议")


def test_equal_tears_give_the_more_even_lines() -> None:
    words = [("甲甲甲", "n"), ("乙乙乙", "n"), ("丙丙丙", "n"), ("丁丁丁", "n"), ("戊戊戊", "n")]
    assert sorted(len(line) for line in _in_twelve_columns(*words)) == [6, 9]


def test_an_hourglass_is_avoided_though_its_lines_are_more_even() -> None:
    words = [("甲" * 8, "n"), ("乙" * 7, "n"), ("丙丙", "n"), ("丁" * 6, "n")]
    assert [len(line) for line in _in_twelve_columns(*words)] == [8, 9, 6]


def test_brackets_stay_whole_as_long_as_they_fit_a_line() -> None:
    lines = shape_title("某某省自然资源厅关于执行《某某省土地管理条例实施办法》有关问题的复函", COLUMNS)
    assert any("《某某省土地管理条例实施办法》" in line for line in lines)


def test_brackets_wider_than_a_line_break_between_words() -> None:
    name = "《某某省机关事业单位办公用房权属登记和维修改造管理暂行办法》"
    lines = shape_title(f"某某省机关事务管理局关于印发{name}的通知", COLUMNS)
    assert all(advance(line) <= COLUMNS for line in lines)
    assert not any(line.startswith(("》", "的", "和")) for line in lines)


def test_a_name_as_wide_as_a_line_lets_the_particle_begin_the_next() -> None:
    name = "《某某市公共企业单位信息公开工作规定》"
    assert advance(name) <= COLUMNS < advance(name + "的通知")
    assert shape_title(f"某某市人民政府办公室关于印发{name}的通知", COLUMNS)[1:] == (name, "的通知")


@pytest.mark.parametrize(
    "whole", ["2026年5月6日", "第十四届", "2021—2035年", "某政发〔2026〕15号", "3.5万元", "COVID-19"]
)
def test_numbers_dates_and_latin_words_are_never_torn(whole: str) -> None:
    for size in range(6, 16):
        title = "某某市人民政府关于" + "建设" * (size // 2) + whole + "有关补助资金拨付使用管理情况的报告"
        lines = shape_title(title, COLUMNS)
        assert any(whole in line for line in lines), lines


TEXTS = st.text(alphabet="市政府关于印发的和、“”《》（）2026年第三届 工作通知管理办法ab建设", max_size=70)


@given(TEXTS, st.integers(8, 22))
def test_lines_joined_are_the_title_and_every_line_fits(title: str, columns: int) -> None:
    lines = shape_title(title, columns)
    assert "".join(lines) == title
    assert all(lines) or not title
    brackets = frozenset("“”《》（）、")
    run = max((len(part) for part in "".join(" x"[c in brackets] for c in title).split()), default=0)
    if run < 4:  # a line cannot end within a heap of brackets
        assert all(advance(line.rstrip()) <= columns for line in lines)


def test_a_paragraph_taken_for_a_title_is_broken_too() -> None:
    lines = shape_title("某某市人民政府关于进一步加强安全生产工作的通知" * 60, COLUMNS)
    assert len(lines) > 60
    assert all(advance(line) <= COLUMNS for line in lines)
