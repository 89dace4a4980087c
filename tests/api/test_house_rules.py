"""Documents set by a unit's own profile: what it says is done, and the checker knows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat import api, layout
from gwformat.errors import UsageError
from gwformat.findings import Severity
from gwformat.metadata import Values
from gwformat.model import Kind, Role
from gwformat.ooxml.package import Package
from gwformat.units import Mm, Pt

DRAFT = """某某市人民政府关于开展防汛检查的通知

各县（区）人民政府：
为做好防汛工作，现就有关事项通知如下。
一、工作安排
（一）全面排查。各单位要逐一排查隐患。
请认真贯彻执行。

某某市人民政府
2026年3月8日
"""
HOUSE = """extends = "general"
system = "party"
[supplied]
"发文机关标志" = ["某某市人民政府文件"]
[elements.heading2]
reason = "便于区分层次"
bold = true
[page_number]
reason = "单面印发"
dash = ""
centred = true
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "草稿.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


@pytest.fixture
def house(tmp_path: Path) -> Path:
    path = tmp_path / "本单位.toml"
    path.write_text(HOUSE, encoding="utf-8")
    return path


def formatted(draft: Path, *profiles: Path, values: Values | None = None) -> api.FormatResult:
    options = api.FormatOptions(profiles=profiles, values=values or {}, force=True)
    return api.format_file(draft, draft.with_suffix(".docx"), options)


def test_the_unit_supplies_what_the_draft_does_not_say(draft: Path, house: Path) -> None:
    marks = [block.text for block in formatted(draft, house).document.of(Role.ISSUER_MARK)]
    assert marks == ["某某市人民政府文件"]


def test_what_the_user_says_goes_before_what_the_unit_supplies(draft: Path, house: Path) -> None:
    result = formatted(draft, house, values={Role.ISSUER_MARK: ("某某市防汛指挥部文件",)})
    assert [block.text for block in result.document.of(Role.ISSUER_MARK)] == ["某某市防汛指挥部文件"]


def test_the_fonts_are_those_of_the_unit_unless_the_user_names_others(draft: Path, house: Path) -> None:
    assert formatted(draft, house).laid.setting.fonts.name == "party"
    options = api.FormatOptions(profiles=(house,), system="windows")
    assert api.lay_out_file(draft, options).setting.fonts.name == "windows"


def test_the_page_number_stands_in_the_middle_without_dashes(draft: Path, house: Path) -> None:
    result = formatted(draft, house)
    pages = layout.lay_out(result.document, result.laid.setting).pages
    line = next(line for line in pages[0].lines if line.text == "1")
    assert (line.x + line.width / 2) / 36000 == pytest.approx((28 + 184) / 2, abs=0.1)
    footer = Package.open(result.output).parts["word/gw-footer-default.xml"].decode()
    assert '<w:jc w:val="center"/>' in footer
    assert "—" not in footer


def test_a_heading_that_runs_in_is_bold_and_the_text_after_it_is_not(draft: Path, house: Path) -> None:
    result = formatted(draft, house)
    lines = [line for page in layout.lay_out(result.document, result.laid.setting).pages for line in page.lines]
    glyphs = next(line.glyphs for line in lines if line.text.startswith("（一）"))
    assert {run.bold for run in glyphs if run.text.startswith("（一）")} == {True}
    assert {run.bold for run in glyphs if "各单位" in run.text} == {False}
    styles = Package.open(result.output).parts["word/styles.xml"].decode()
    own = styles[styles.index('w:styleId="gw-heading2-run"') :].partition("</w:style>")[0]
    assert "<w:b/>" in own


def test_the_checker_finds_no_fault_in_what_the_unit_has_ruled(draft: Path, house: Path) -> None:
    path = formatted(draft, house).output
    ours = {finding.code for finding in api.check_file(path, api.CheckOptions(profiles=(house,))).findings}
    standard = {finding.code for finding in api.check_file(path).findings}
    assert standard - ours >= {"F328", "L291", "L293"}
    assert not ours & {"F328", "L291", "L293"}


LETTER = """某某市人民政府

某政函〔2026〕5号

某某市人民政府关于商请支持的函

某某省水利厅：
一、有关情况
（一）基本情况。各单位要逐一排查隐患。
请予支持。

某某市人民政府
2026年3月8日
"""
ORDER = "某某市人民政府令\n第5号\n\n　　《某某办法》已经通过，现予公布。\n市长\n2026年3月8日\n"
MINUTES = (
    "某某市人民政府常务会议纪要\n第5期\n某某市人民政府办公室　　2026年3月8日\n\n会议研究了防汛工作。现纪要如下。\n"
)
TELEGRAM = """某某市人民政府办公室明电
发往：各县（区）人民政府
签发：张某某
等级：特急
某政办明电〔2026〕5号
关于做好防汛工作的通知
各县（区）人民政府：
请认真做好防汛工作。
某某市人民政府办公室
2026年3月8日
"""


@pytest.mark.parametrize("words", [LETTER, ORDER, MINUTES, TELEGRAM])
def test_what_a_unit_rules_for_its_documents_holds_in_every_format(tmp_path: Path, house: Path, words: str) -> None:
    draft = tmp_path / "其他格式.txt"
    draft.write_text(words, encoding="utf-8")
    result = formatted(draft, house)
    setting = result.laid.setting
    assert setting.profile.kind is result.document.kind is not Kind.GENERAL
    assert setting.fonts.name == "party"
    assert setting.profile.elements[Role.HEADING2].bold and setting.profile.page_number.centred
    assert not any("本单位的版式" in notice for notice in result.notices)
    again = api.format_file(result.output, tmp_path / "再排.docx", api.FormatOptions(profiles=(house,)))
    assert again.output.read_bytes() == result.output.read_bytes()
    found = api.check_file(result.output, api.CheckOptions(profiles=(house,))).findings
    assert not [str(finding) for finding in found if finding.severity is Severity.ERROR]


def test_what_a_format_says_of_itself_stays(tmp_path: Path) -> None:
    own = tmp_path / "本单位.toml"
    own.write_text('extends = "general"\n[head]\nreason = "套印"\nline_weight = "2pt"', encoding="utf-8")
    weights = {}
    for name, words in (("通知", DRAFT), ("函", LETTER), ("纪要", MINUTES)):
        draft = tmp_path / f"{name}.txt"
        draft.write_text(words, encoding="utf-8")
        weights[name] = formatted(draft, own).laid.setting.profile.head.line_weight
    assert weights == {"通知": Pt(2), "函": Pt(3.75), "纪要": Pt(2)}


@pytest.mark.parametrize(("words", "mark"), [(LETTER, ["某某市人民政府"]), (MINUTES, []), (ORDER, [])])
def test_the_mark_of_the_general_format_is_supplied_only_where_it_fits(
    tmp_path: Path, house: Path, words: str, mark: list[str]
) -> None:
    draft = tmp_path / "没有标志.txt"
    draft.write_text(words.partition("\n")[2], encoding="utf-8")
    kind = {LETTER: Kind.LETTER, MINUTES: Kind.MINUTES, ORDER: Kind.ORDER}[words]
    options = api.FormatOptions(profiles=(house,), kind=kind)
    result = api.format_file(draft, tmp_path / "成品.docx", options)
    assert [block.text for block in result.document.of(Role.ISSUER_MARK)] == mark


def test_a_profile_of_the_format_itself_goes_before_the_general_one(tmp_path: Path, house: Path) -> None:
    own = tmp_path / "本单位的函.toml"
    own.write_text('extends = "letter"\n[seal]\nreason = "县级"\ndiameter = "45mm"', encoding="utf-8")
    draft = tmp_path / "函.txt"
    draft.write_text(LETTER, encoding="utf-8")
    profile = formatted(draft, house, own).laid.setting.profile
    assert profile.seal.diameter == Mm(45)
    assert not profile.elements[Role.HEADING2].bold


def test_a_profile_for_another_format_is_not_used_and_the_user_is_told(tmp_path: Path) -> None:
    own = tmp_path / "本单位的函.toml"
    own.write_text('extends = "letter"\n[seal]\nreason = "县级"\ndiameter = "45mm"', encoding="utf-8")
    draft = tmp_path / "纪要.txt"
    draft.write_text(MINUTES, encoding="utf-8")
    assert any("本单位的版式" in notice for notice in formatted(draft, own).notices)


def test_formatting_again_with_the_profile_changes_nothing(draft: Path, house: Path, tmp_path: Path) -> None:
    first = formatted(draft, house).output
    again = api.format_file(first, tmp_path / "再排.docx", api.FormatOptions(profiles=(house,))).output
    main = "word/document.xml"
    assert Package.open(first).parts[main] == Package.open(again).parts[main]


IMPRINT = "抄送：市委办公室。\n某某市人民政府办公室　　2026年3月9日印发\n（共印50份）\n"


def test_the_number_of_copies_is_the_last_row_of_the_imprint(draft: Path) -> None:
    draft.write_text(DRAFT + IMPRINT, encoding="utf-8")
    result = formatted(draft)
    assert [block.text for block in result.document.of(Role.PRINT_RUN)] == ["（共印50份）"]
    page = layout.lay_out(result.document, result.laid.setting).pages[-1]
    rows = [line for line in page.lines if line.role in (Role.COPY_TO, Role.PRINTER, Role.PRINT_RUN)]
    assert [line.role for line in rows] == [Role.COPY_TO, Role.PRINTER, Role.PRINT_RUN]
    assert (rows[-1].x + rows[-1].width) / 36000 == pytest.approx(184 - 14 * 0.3528, abs=0.3)
    assert len(page.strokes) == 4


def test_the_number_of_copies_is_no_finding_where_the_unit_has_it(draft: Path, tmp_path: Path) -> None:
    draft.write_text(DRAFT + IMPRINT, encoding="utf-8")
    path = formatted(draft).output
    own = tmp_path / "印数.toml"
    own.write_text('extends = "general"\n[imprint]\nreason = "清退核对"\nprint_run = true', encoding="utf-8")
    assert "E179" in {finding.code for finding in api.check_file(path).findings}
    assert "E179" not in {f.code for f in api.check_file(path, api.CheckOptions(profiles=(own,))).findings}


def test_a_number_alone_is_written_out(draft: Path) -> None:
    result = formatted(draft, values={Role.PRINT_RUN: ("50",), Role.PRINTER: ("某某市人民政府办公室",)})
    assert [block.text for block in result.document.of(Role.PRINT_RUN)] == ["（共印50份）"]


def test_a_new_draft_is_set_by_the_profile_and_has_what_it_supplies(house: Path, tmp_path: Path) -> None:
    drafted = api.new_file("通知", tmp_path / "通知.docx", api.NewOptions(profiles=(house,)))
    document = api.inspect_file(drafted.output)
    assert [block.text for block in document.of(Role.ISSUER_MARK)] == ["某某市人民政府文件"]
    assert "发文机关" not in drafted.left
    assert b"\xe2\x80\x94" not in Package.open(drafted.output).parts["word/gw-footer-default.xml"]


def test_a_grid_nobody_knows_is_a_mistake_of_usage(tmp_path: Path) -> None:
    draft = tmp_path / "通知.txt"
    draft.write_text("关于防汛的通知\n各县区：\n现将有关事项通知如下。\n", encoding="utf-8")
    with pytest.raises(UsageError, match="national"):
        api.format_file(draft, tmp_path / "成品.docx", api.FormatOptions(grid="wide"))
