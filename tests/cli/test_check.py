"""`gwformat check` as a user meets it: what it says, what it writes, how it ends."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import docx
import pytest

from tests.build import make_docx
from tests.check.specimen import docx_of
from tests.cli.running import Shell

WRONG = "［发文字号］某政发[2026]5号"


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "成品.docx"
    path.write_bytes(docx_of(WRONG))
    return path


@pytest.fixture
def right(tmp_path: Path) -> Path:
    path = tmp_path / "合规.docx"
    path.write_bytes(docx_of("［发文字号］某政发〔2026〕5号"))
    return path


def test_a_fault_is_told_with_place_words_clause_and_cure(gwformat: Shell, wrong: Path) -> None:
    outcome = gwformat("check", wrong, "--select", "E105")
    assert outcome.code == 1
    for words in ("错误 1", "E105", "第 2 段", "“[2026]”应为“〔2026〕”", "GB/T 9704-2012 7.2.5", "改为“〔2026〕”"):
        assert words in outcome.stdout


def test_a_file_without_faults_ends_with_0(gwformat: Shell, right: Path) -> None:
    outcome = gwformat("check", right, "--select", "E105")
    assert (outcome.code, "没有发现问题" in outcome.stdout) == (0, True)


def test_json_keeps_the_contract(gwformat: Shell, wrong: Path) -> None:
    outcome = gwformat("check", wrong, "--select", "E105", "--format", "json")
    (report,) = json.loads(outcome.stdout)
    assert report["summary"] == {"error": 1, "warning": 0, "info": 0, "unverified": 0}
    (finding,) = report["findings"]
    assert finding["fix"] == {"text": "〔2026〕", "safety": "safe"}
    where = finding["location"]
    assert (where["part"], where["paragraph"], where["start"], where["end"]) == ("word/document.xml", 2, 3, 9)
    assert {"page", "line"} <= where.keys()


def test_sarif_names_the_rule_and_the_place(gwformat: Shell, wrong: Path) -> None:
    (run,) = json.loads(gwformat("check", wrong, "--select", "E105", "--format", "sarif").stdout)["runs"]
    (result,) = run["results"]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "E105"
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (2, 4, 10)


def test_junit_counts_a_rule_as_a_case(gwformat: Shell, wrong: Path) -> None:
    root = ElementTree.fromstring(gwformat("check", wrong, "--format", "junit", "--select", "E105").stdout)
    (suite,) = root
    cases = suite.findall("testcase")
    failed = [case.get("name") for case in cases if case.find("failure") is not None]
    assert failed == ["E105 doc-number-wrong-brackets"]
    assert suite.get("failures") == "1"
    assert int(suite.get("tests", "0")) == len(cases)
    assert int(suite.get("skipped", "0")) == len(suite.findall("testcase/skipped"))


def test_a_spreadsheet_opens_the_csv(gwformat: Shell, wrong: Path, tmp_path: Path) -> None:
    target = tmp_path / "报告.csv"
    gwformat("check", wrong, "--format", "csv", "--select", "E105", "-o", target)
    rows = list(csv.DictReader(target.read_text(encoding="utf-8-sig").splitlines()))
    assert [(row["规则"], row["原文"], row["段"]) for row in rows] == [("E105", "[2026]", "2")]


def test_html_stands_alone_and_marks_the_words(gwformat: Shell, wrong: Path, tmp_path: Path) -> None:
    target = tmp_path / "报告.html"
    gwformat("check", wrong, "--format", "html", "--select", "E105", "-o", target)
    page = target.read_text(encoding="utf-8")
    assert ">某政发[2026]5号</text>" in page
    assert 'class="mark error"' in page and "<title>E105 " in page
    assert "http" not in page.replace("http-equiv", "")


def test_it_is_said_where_reports_have_been_written(gwformat: Shell, wrong: Path, tmp_path: Path) -> None:
    targets = [tmp_path / name for name in ("报告.html", "批注.docx", "检查单.html")]
    report, annotated, certificate = targets
    done = gwformat(
        "check", wrong, "--format", "html", "-o", report, "--annotate", annotated, "--certificate", certificate
    )
    assert all(str(target) in done.stderr for target in targets)
    assert done.stdout == ""


def test_what_word_keeps_beside_an_open_file_is_passed_over(gwformat: Shell, right: Path, tmp_path: Path) -> None:
    lock = tmp_path / "~$稿.docx"
    lock.write_bytes(b"\x05user")
    done = gwformat("check", lock, right)  # as a shell writes *.docx
    assert (done.code, "~$稿.docx" in done.stderr) == (0, True)
    assert gwformat("check", lock).code == 3


def test_words_of_a_draft_are_never_html(gwformat: Shell, tmp_path: Path) -> None:
    path = tmp_path / "<b>.docx"
    path.write_bytes(docx_of("［发文字号］某政发[2026]5号\n<script>alert(1)</script>"))
    assert "<script>alert" not in gwformat("check", path, "--format", "html").stdout


def test_the_fixed_file_has_the_fault_no_more(gwformat: Shell, wrong: Path, tmp_path: Path) -> None:
    target = tmp_path / "修改.docx"
    outcome = gwformat("check", wrong, "--fix", "--select", "E105", "-o", target)
    assert outcome.code == 0
    assert "“[2026]” → “〔2026〕”" in outcome.stdout
    assert gwformat("check", target, "--select", "E105").code == 0


def test_a_difference_is_shown_and_nothing_written(gwformat: Shell, wrong: Path) -> None:
    before = wrong.read_bytes()
    outcome = gwformat("check", wrong, "--fix", "--diff", "--select", "E105")
    assert "“[2026]” → “〔2026〕”" in outcome.stdout
    assert wrong.read_bytes() == before
    assert list(wrong.parent.iterdir()) == [wrong]


def test_a_cure_of_the_form_is_said_in_words(gwformat: Shell, tmp_path: Path) -> None:
    path = tmp_path / "边距.docx"
    path.write_bytes(docx_of("［发文字号］某政发〔2026〕第5号\n［页面 左边距］31.8毫米\n［页面 右边距］31.8毫米"))
    said = gwformat("check", path, "--fix", "--diff", "--select", "L202,E107").stdout
    assert (
        "页边距为上34.57、右31.80、下32.58、左31.80 mm → 页边距：上34.58 毫米、右26 毫米、下32.58 毫米、左28 毫米"
        in said
    )
    assert "“第” → 去掉" in said
    path.write_bytes(docx_of("［页面 纸张］184毫米×260毫米"))
    assert "纸张：210 毫米 × 297 毫米" in gwformat("check", path, "--fix", "--diff", "--select", "L201").stdout


def test_in_place_keeps_what_was(gwformat: Shell, wrong: Path) -> None:
    before = wrong.read_bytes()
    gwformat("check", wrong, "--fix", "--in-place", "--select", "E105")
    assert wrong.with_suffix(".bak.docx").read_bytes() == before
    again = gwformat("check", wrong, "--fix", "--in-place")
    assert again.code == 4
    assert "先把它移走或者改名" in again.stderr  # what was there before the first mending is nowhere else
    assert wrong.with_suffix(".bak.docx").read_bytes() == before
    assert gwformat("check", wrong, "--select", "E105").code == 0


OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + bytes(600)


def test_what_needs_no_mending_is_not_touched(gwformat: Shell, right: Path) -> None:
    before = right.read_bytes(), right.stat().st_mtime_ns
    done = gwformat("check", right, "--fix", "--in-place")
    assert "没有可以自动改的" in done.stdout
    assert (right.read_bytes(), right.stat().st_mtime_ns) == before
    assert not right.with_suffix(".bak.docx").exists()
    assert "没有可以自动改的" in gwformat("check", right, "--fix", "--diff").stdout


@pytest.mark.parametrize("name", ["旧.doc", "旧.wps", "草稿.txt", "草稿.md"])
def test_what_is_no_docx_is_not_mended_under_its_name(gwformat: Shell, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    data = OLD_WORD if path.suffix in (".doc", ".wps") else "关于某事的通知\n".encode()
    path.write_bytes(data)
    done = gwformat("check", path, "--fix", "--in-place")
    assert done.code == 3
    assert "建议：" in done.stderr
    assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(("name", "parts"), [("宏.docx", {"word/vbaProject.bin": b"x"}), ("宏.docm", {})])
def test_a_file_with_macros_is_not_mended_in_place(
    gwformat: Shell, tmp_path: Path, name: str, parts: dict[str, bytes]
) -> None:
    path = tmp_path / name
    path.write_bytes(make_docx("<w:p/>", parts, [("rIdV", "vbaProject", "vbaProject.bin")] if parts else []))
    before = path.read_bytes()
    assert gwformat("check", path, "--fix", "--in-place").code == 2
    assert path.read_bytes() == before
    done = gwformat("check", path, "--fix", "-o", tmp_path / "改好.docx")
    assert done.code in (0, 1)
    assert ("提示：文档含有宏" in done.stdout) == bool(parts)


@pytest.mark.parametrize("option", ["--fix -o", "--annotate"])
def test_a_docx_is_not_written_under_the_name_of_something_else(gwformat: Shell, wrong: Path, option: str) -> None:
    done = gwformat("check", wrong, *option.split(), wrong.with_suffix(".pdf"))
    assert done.code == 2
    assert "应以 .docx 结尾" in done.stderr
    assert not wrong.with_suffix(".pdf").exists()


@pytest.mark.parametrize(
    "nonsense",
    [
        ("--diff",),
        ("--in-place",),
        ("--fix",),
        ("--fix", "--diff", "-o", "修改.docx"),
        ("--fix", "--in-place", "-o", "修改.docx"),
        ("--fix", "-o", "修改.docx", "--annotate", "批注.docx"),
        ("--fix", "-o", "修改.docx", "--certificate", "检查单.html"),
    ],
)
def test_what_cannot_be_done_together_is_said_and_nothing_done(
    gwformat: Shell, wrong: Path, nonsense: tuple[str, ...]
) -> None:
    before = {path: path.read_bytes() for path in wrong.parent.iterdir()}
    placed = [wrong.parent / word if "." in word else word for word in nonsense]
    done = gwformat("check", wrong, *placed)
    assert done.code == 2
    assert "建议：" in done.stderr
    assert {path: path.read_bytes() for path in wrong.parent.iterdir()} == before


@pytest.mark.parametrize("single", ["--annotate", "--certificate", "--fix -o"])
def test_what_is_made_of_one_file_is_not_made_of_two(gwformat: Shell, wrong: Path, right: Path, single: str) -> None:
    done = gwformat("check", wrong, right, *single.split(), wrong.with_name("一份.docx"))
    assert done.code == 2
    assert not wrong.with_name("一份.docx").exists()


@pytest.mark.parametrize(
    "call", ["check {} -o {}/修改.docx", "print {} -o {}/付印.pdf", "compare {0} {0} -o {1}/结果.pdf"]
)
def test_a_report_is_not_written_as_a_document(gwformat: Shell, wrong: Path, tmp_path: Path, call: str) -> None:
    folder = tmp_path / "写出"
    folder.mkdir()
    done = gwformat(*call.format(wrong, folder).split())
    assert done.code == 2
    assert "报告不写成" in done.stderr
    assert not list(folder.iterdir())


def test_nothing_is_overwritten_unasked(gwformat: Shell, wrong: Path, right: Path) -> None:
    before = right.read_bytes()
    assert gwformat("check", wrong, "--fix", "-o", right).code == 4
    assert gwformat("check", wrong, "--annotate", right).code == 4
    assert right.read_bytes() == before


def test_a_waiver_beside_the_file_is_shown_with_its_reason(gwformat: Shell, wrong: Path) -> None:
    waiver = '[[waiver]]\nrule = "E105"\nreason = "上级来文原样照录"\n'
    wrong.with_name(f"{wrong.name}.gwcheck.toml").write_text(waiver, encoding="utf-8")
    outcome = gwformat("check", wrong, "--select", "E105")
    assert outcome.code == 0
    assert "上级来文原样照录" in outcome.stdout
    fixed = gwformat("check", wrong, "--fix", "--select", "E105", "-o", wrong.with_name("改好.docx"))
    assert fixed.code == 0
    assert "没有可以自动改的" in fixed.stdout
    assert "另存为“改好.docx.gwcheck.toml”" in fixed.stdout


@pytest.mark.parametrize(
    "waiver",
    ['[[waiver]]\nrule = "E105"\nreason = " "', '[[waiver]]\nrule = "Z999"\nreason = "无"', "[[wavier]]", "x ="],
)
def test_a_wrong_waiver_is_said_not_ignored(gwformat: Shell, wrong: Path, waiver: str) -> None:
    wrong.with_name(f"{wrong.name}.gwcheck.toml").write_text(waiver, encoding="utf-8")
    outcome = gwformat("check", wrong)
    assert outcome.code == 5
    assert "gwcheck.toml" in outcome.stderr


def test_an_unknown_rule_is_a_usage_error(gwformat: Shell, wrong: Path) -> None:
    outcome = gwformat("check", wrong, "--select", "Q9")
    assert (outcome.code, "没有以“Q9”开头的规则" in outcome.stderr) == (2, True)


def test_a_file_that_cannot_be_read_does_not_stop_the_others(gwformat: Shell, wrong: Path, tmp_path: Path) -> None:
    broken = tmp_path / "坏.docx"
    broken.write_bytes(b"PK\3\4")
    outcome = gwformat("check", broken, wrong, "--select", "E105")
    assert outcome.code == 7
    assert "没有检查" in outcome.stdout
    assert "E105" in outcome.stdout


def test_a_text_draft_is_checked_too(gwformat: Shell, tmp_path: Path) -> None:
    path = tmp_path / "草稿.txt"
    path.write_text("某某市人民政府文件\n某政发[2026]5号\n关于防汛工作的通知\n各县：\n请遵照执行。\n", encoding="utf-8")
    outcome = gwformat("check", path, "--select", "E105")
    assert (outcome.code, "E105" in outcome.stdout) == (1, True)


def test_the_compliance_sheet_lists_every_clause(gwformat: Shell, wrong: Path, tmp_path: Path) -> None:
    from gwformat.check.clauses import clauses

    target = tmp_path / "检查单.html"
    gwformat("check", wrong, "--certificate", target)
    sheet = target.read_text(encoding="utf-8")
    assert all(f"<td>{number}</td>" in sheet for number in clauses())


def test_a_clause_nobody_asked_about_does_not_pass(gwformat: Shell, right: Path, tmp_path: Path) -> None:
    target = tmp_path / "检查单.html"
    gwformat("check", right, "--ignore", "E105", "--certificate", target)
    row = next(line for line in target.read_text(encoding="utf-8").splitlines() if ">GB/T 9704-2012 7.2.5<" in line)
    assert ">符合<" not in row


def test_a_clause_about_an_element_that_is_not_there_does_not_pass(
    gwformat: Shell, right: Path, tmp_path: Path
) -> None:
    target = tmp_path / "检查单.html"
    gwformat("check", right, "--certificate", target)
    row = next(line for line in target.read_text(encoding="utf-8").splitlines() if ">GB/T 9704-2012 7.2.1<" in line)
    assert "不涉及" in row and "文中没有份号" in row and "符合" not in row


def test_a_clause_about_another_format_does_not_pass(gwformat: Shell, right: Path, tmp_path: Path) -> None:
    target = tmp_path / "检查单.html"
    gwformat("check", right, "--certificate", target)
    row = next(line for line in target.read_text(encoding="utf-8").splitlines() if ">GB/T 9704-2012 10.2<" in line)
    assert "不涉及" in row and "这一份是文件格式" in row and "符合" not in row


def test_a_rule_is_explained(gwformat: Shell) -> None:
    said = gwformat("explain", "e105").stdout
    assert said == gwformat("explain", "doc-number-wrong-brackets").stdout
    assert "六角括号" in said
    assert gwformat("explain", "E999").code == 2


def test_all_rules_are_listed(gwformat: Shell) -> None:
    from gwformat.check import all_rules

    said = gwformat("rules").stdout
    assert all(code in said for code in all_rules())
    assert {row["code"] for row in json.loads(gwformat("rules", "--format", "json").stdout)} == set(all_rules())


@pytest.mark.parametrize(("word", "codes"), [("六角括号", {"E105", "T561"}), ("e10", {f"E10{n}" for n in range(10)})])
def test_rules_are_found_by_a_word_and_by_the_beginning_of_their_codes(
    gwformat: Shell, word: str, codes: set[str]
) -> None:
    assert {row["code"] for row in json.loads(gwformat("rules", word, "--format", "json").stdout)} == codes
    assert set(re.findall(r"^  ([A-Z]\d+)  ", gwformat("rules", word).stdout, re.MULTILINE)) == codes


@pytest.mark.skipif(sys.platform == "win32", reason="要有 POSIX 的终端")
@pytest.mark.parametrize(
    ("wish", "terminal", "coloured"), [("", "xterm", True), ("1", "xterm", False), ("", "dumb", False)]
)
def test_colours_are_for_those_who_want_them(wrong: Path, wish: str, terminal: str, coloured: bool) -> None:
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "gwformat", "check", wrong, "--select", "E105"]
    subprocess.run(command, stdout=theirs, check=False, env=os.environ | {"NO_COLOR": wish, "TERM": terminal})
    os.close(theirs)
    shown = os.read(ours, 1 << 16)
    os.close(ours)
    assert "E105" in shown.decode()
    assert (b"\x1b[" in shown) is coloured


@pytest.fixture
def repeated(tmp_path: Path) -> Path:
    """The same faults in several paragraphs that follow each other."""
    path = tmp_path / "多处.docx"
    path.write_bytes(docx_of("［重复］4\n各级各部门要落实防汛责任,加强值班值守。\n［正文 行距］1.5倍"))
    return path


def test_the_same_change_of_several_places_is_told_once(gwformat: Shell, repeated: Path, tmp_path: Path) -> None:
    said = gwformat("check", repeated, "--fix", "--diff").stdout
    first, last = re.findall(r"L206  第 (\d+)～(\d+) 段", said)[0]
    assert int(last) - int(first) == 3
    assert "“,” → “，”（共 4 处，" in said
    mended = gwformat("check", repeated, "--fix", "-o", tmp_path / "改好.docx").stdout
    assert "改正 8 处\n" in mended
    assert "改后再查：警告 3" in mended


def test_what_can_be_mended_is_offered(gwformat: Shell, repeated: Path, right: Path) -> None:
    assert "能自动改 8 处：加 --fix -o 修改.docx" in gwformat("check", repeated).stdout
    assert "能自动改" not in gwformat("check", right).stdout
    assert "能自动改" not in gwformat("check", repeated, right).stdout


def test_for_what_nobody_sees_the_user_is_shown_to_exchange(gwformat: Shell, right: Path, tmp_path: Path) -> None:
    document = docx.Document(str(right))
    document.core_properties.author = "张某某"
    document.save(str(tmp_path / "有作者.docx"))
    said = gwformat("check", tmp_path / "有作者.docx").stdout
    assert "X606" in said
    assert "发给外单位用 gwformat exchange" in said
    assert "gwformat exchange" not in gwformat("check", right).stdout


def test_a_reason_that_several_places_share_is_told_once(gwformat: Shell, tmp_path: Path) -> None:
    path = tmp_path / "行距不固定.docx"
    path.write_bytes(docx_of("［正文 行距］1.5倍"))
    reasons = re.findall("没有核实：(.+?)  “", gwformat("check", path).stdout)
    assert len(reasons) == len(set(reasons)) > 0
    assert "没有核实（原因同 L" in gwformat("check", path).stdout


def test_a_page_has_one_row_for_the_same_fault_with_a_link_to_each_place(gwformat: Shell, repeated: Path) -> None:
    page = gwformat("check", repeated, "--format", "html").stdout
    rows = [row for row in page.split("<tr") if ">T500<" in row]
    assert len(rows) == 1
    anchors = re.findall(r'href="#(f[\d-]+)"', rows[0])
    assert len(set(anchors)) == 4
    assert all(f'id="{anchor}"' in page and f'id="r{anchor}"' in rows[0] for anchor in anchors)


@pytest.mark.parametrize(
    ("name", "begins"),
    [("报告.html", "<!DOCTYPE html>"), ("报告.json", "["), ("报告.xml", "<?xml"), ("报告.txt", "成品.docx  错误 1")],
)
def test_a_report_is_what_its_file_is_named_after(gwformat: Shell, wrong: Path, name: str, begins: str) -> None:
    report = wrong.with_name(name)
    gwformat("check", wrong, "--select", "E105", "-o", report)
    assert report.read_text("utf-8").removeprefix(f"{wrong.parent}/").startswith(begins)
    gwformat("check", wrong, "--select", "E105", "-o", report, "--format", "csv", "--force")
    assert report.read_bytes().startswith("\ufeff".encode())
