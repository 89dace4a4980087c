import pytest

from gwformat.model import Run, apply_edits
from gwformat.text.spaces import between


def closed_up(text: str) -> str:
    return "".join(run.text for run in apply_edits((Run(text),), between(text, tight=True)))


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("某某市财政局  某某市教育局关于做好资助工作的通知", "某某市财政局　某某市教育局关于做好资助工作的通知"),
        ("某某市财政局 某某市教育局关于做好资助工作的通知", "某某市财政局 某某市教育局关于做好资助工作的通知"),
        ("中共某某市委　某某市人民政府关于表彰的决定", "中共某某市委　某某市人民政府关于表彰的决定"),
        ("某某市政府办公室 会 议 通 知", "某某市政府办公室会议通知"),
        ("关于放假的通　知", "关于放假的通知"),
    ],
)
def test_organs_that_issue_together_stay_apart_in_a_title_and_nothing_else_does(text: str, closed: str) -> None:
    assert closed_up(text) == closed
    assert closed_up(closed) == closed


def test_spaces_between_words_in_hangul_stay_as_between_those_in_letters() -> None:
    assert closed_up("시 정부의  통지 2026 보고") == "시 정부의 통지 2026 보고"


@pytest.mark.parametrize(
    "prose",
    [
        "The plan covers hospitals (in four areas) “and three others” as said — see below.",
        "Служба здоровья (в четырёх районах) “и три центра” работает.",
        "الصحية (في أربعة مستشفيات) “بمبادرة المستشفيات” وذلك",
        "Engineer · Town · someone@example.com – 2018 – 2022 – 3 × 4",
        "외부 실행 제거 — 조판 처리 · 시험",
    ],
)
def test_marks_in_prose_of_other_languages_keep_the_spaces_beside_them(prose: str) -> None:
    assert set_in_text(prose) == prose


def set_in_text(text: str) -> str:
    return "".join(run.text for run in apply_edits((Run(text),), between(text)))


@pytest.mark.parametrize(
    ("typed", "columns"),
    [
        ("周某  吴某  王小某", "周某　　　吴某　　　王小某"),
        ("周某\t欧阳某某\t王小某", "周某　　　欧阳某某　王小某"),
        ("张　三  李小某  王　五", "张　三　　李小某　　王　五"),
    ],
)
def test_names_parted_by_tabs_or_half_width_spaces_are_set_in_columns(typed: str, columns: str) -> None:
    assert set_in_text(typed) == columns
    assert set_in_text(columns) == columns


def test_the_spaces_beside_marks_in_chinese_go() -> None:
    assert set_in_text("自 2018 — 2022 年，由马某 · 李某负责") == "自2018—2022年，由马某·李某负责"


def test_a_figure_beside_an_entry_stays_apart_from_it() -> None:
    assert set_in_text("某某镇　300") == "某某镇　300"
    assert set_in_text("某某镇 300") == "某某镇300"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("14:00—18:00  嘉宾报到       某某宾馆大堂", "14:00—18:00　嘉宾报到　　　某某宾馆大堂"),
        ("08:30-09:00  签到", "08:30-09:00　签到"),
        ("李秀兰  女  1982.11  某某医院护士长", "李秀兰　女　1982.11　某某医院护士长"),
        ("12日  全市经济工作会议召开，市长主持。", "12日　全市经济工作会议召开，市长主持。"),
        ("5月7日（星期四）  下午", "5月7日（星期四）　下午"),
        ("同日  某某高速公路开工。", "同日　某某高速公路开工。"),
        ("5月7日 下午", "5月7日下午"),
        ("会  议  通  知", "会议通知"),
        ("市 长   何 某 某", "市长　何某某"),
        ("各单位要  高度重视，  认真落实", "各单位要高度重视，认真落实"),
    ],
)
def test_the_cells_of_a_typed_row_stay_apart(before: str, after: str) -> None:
    text = before
    for edit in reversed(between(text)):
        text = text[: edit.start] + edit.new + text[edit.end :]
    assert text == after


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (
            "（联系人：县水利局规划股  王 某；电话：0000-1234567）",
            "（联系人：县水利局规划股　王某；电话：0000-1234567）",
        ),
        ("监督电话：12380（举报专用）  0000-1234567（传真）", "监督电话：12380（举报专用） 0000-1234567（传真）"),
    ],
)
def test_who_is_to_be_called_stays_apart_from_his_office_and_one_number_from_the_next(typed: str, kept: str) -> None:
    assert set_in_text(typed) == kept
    assert set_in_text(kept) == kept
