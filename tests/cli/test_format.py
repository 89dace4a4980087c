from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.running import EXAMPLES, Shell, process

DRAFT = """某某市人民政府关于做好2026年防汛工作的通知

各县(区)人民政府:
    现就做好2026年防汛工作通知如下:
    一、压实责任。各县(区)要落实防汛责任制。
    二、备足物资。市应急管理局要备足防汛物资。
                        某某市人民政府
                        2026年03月08日
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "草稿.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def text_of(docx: Path) -> str:
    with zipfile.ZipFile(docx) as archive:
        return archive.read("word/document.xml").decode("utf-8")


def test_a_draft_becomes_a_docx_and_the_terminal_says_what_was_done(gwformat: Shell, draft: Path) -> None:
    result = draft.with_name("成品.docx")
    outcome = gwformat("format", draft, "-o", result)
    assert outcome.code == 0
    assert outcome.stderr == ""
    assert "标题：某某市人民政府关于做好2026年防汛工作的通知" in outcome.stdout
    assert "主送机关：各县（区）人民政府：" in outcome.stdout
    assert "“2026年03月08日”" in outcome.stdout or "2026年3月8日" in outcome.stdout
    assert "缺少：\n  发文机关标志、发文字号" in outcome.stdout
    assert "内容核对无误" in outcome.stdout
    assert zipfile.is_zipfile(result)


def test_signers_on_two_lines_are_not_run_together(gwformat: Shell, tmp_path: Path) -> None:
    lines = (
        "某某市财政局文件",
        "某财〔2026〕8号",
        "签发人：张三　李四　王某",
        "关于增加预算的请示",
        "某某市人民政府：",
    )
    (tmp_path / "请示.txt").write_text("\n".join((*lines, "　　请予批准。", "某某市财政局", "2026年5月6日")))
    outcome = gwformat("format", tmp_path / "请示.txt", "-o", tmp_path / "成品.docx")
    assert "签发人：张三　李四　王某" in outcome.stdout


def test_the_draft_is_left_as_it_was(gwformat: Shell, draft: Path) -> None:
    gwformat("format", draft, "-o", draft.with_name("成品.docx"))
    assert draft.read_text("utf-8") == DRAFT
    assert sorted(path.name for path in draft.parent.iterdir()) == ["成品.docx", "草稿.txt"]


def test_what_is_set_stands_in_the_result_and_is_not_missing(gwformat: Shell, draft: Path) -> None:
    result = draft.with_name("成品.docx")
    outcome = gwformat("format", draft, "-o", result, "--set", "发文字号=某政发〔2026〕5号")
    assert "某政发〔2026〕5号" in text_of(result)
    assert "发文字号：某政发〔2026〕5号（补充）" in outcome.stdout
    assert "缺少：\n  发文机关标志" in outcome.stdout


def test_offices_may_use_the_short_names_of_elements(gwformat: Shell, draft: Path) -> None:
    result = draft.with_name("成品.docx")
    gwformat("format", draft, "-o", result, "--set", "文号=某政发〔2026〕5号", "--set", "抄送=市委办公室")
    assert "某政发〔2026〕5号" in text_of(result)
    assert "抄送：市委办公室。" in text_of(result)


def test_set_wins_over_meta(gwformat: Shell, draft: Path) -> None:
    meta = draft.with_name("本单位.toml")
    meta.write_text('"发文字号" = "某政办〔2026〕1号"\n"印发机关" = "某某市人民政府办公室"', encoding="utf-8")
    result = draft.with_name("成品.docx")
    gwformat("format", draft, "-o", result, "--meta", meta, "--set", "发文字号=某政发〔2026〕5号")
    assert "某政发〔2026〕5号" in text_of(result)
    assert "某某市人民政府办公室" in text_of(result)
    assert "某政办" not in text_of(result)


def test_a_wrong_metadata_file_is_5_with_file_and_key(gwformat: Shell, draft: Path) -> None:
    meta = draft.with_name("本单位.toml")
    meta.write_text('"红头颜色" = "某某市"', encoding="utf-8")
    outcome = gwformat("format", draft, "-o", draft.with_name("成品.docx"), "--meta", meta)
    assert outcome.code == 5
    assert "本单位.toml" in outcome.stderr
    assert "“红头颜色”" in outcome.stderr


def test_an_unknown_element_is_2_with_the_valid_ones(gwformat: Shell, draft: Path) -> None:
    outcome = gwformat("format", draft, "-o", draft.with_name("成品.docx"), "--set", "红头颜色=某某市")
    assert outcome.code == 2
    assert "“红头颜色”" in outcome.stderr
    assert "发文机关标志" in outcome.stderr


@pytest.mark.parametrize("pin", ["标题", "x=标题", "3=", "3=红头颜色"])
def test_a_wrong_pin_is_2(gwformat: Shell, draft: Path, pin: str) -> None:
    assert gwformat("format", draft, "-o", draft.with_name("成品.docx"), "--role", pin).code == 2


def test_an_unknown_pass_is_2_and_the_known_ones_are_listed(gwformat: Shell, draft: Path) -> None:
    outcome = gwformat("format", draft, "-o", draft.with_name("成品.docx"), "--no-pass", "没有这一项")
    assert outcome.code == 2
    listed = [line.split("：")[0].split("（")[0] for line in gwformat("format", "--list-passes").stdout.splitlines()]
    assert len(listed) > 5
    assert all(name in outcome.stderr for name in listed)


def test_a_pass_can_be_left_out(gwformat: Shell, draft: Path) -> None:
    for name in (
        line.split("：")[0].split("（")[0] for line in gwformat("format", "--list-passes").stdout.splitlines()
    ):
        outcome = gwformat("format", draft, "-o", draft.with_name("成品.docx"), "--force", "--no-pass", name)
        assert outcome.code == 0, outcome.stderr


def test_an_existing_result_is_4_and_stays_as_it_was(gwformat: Shell, draft: Path) -> None:
    result = draft.with_name("成品.docx")
    result.write_bytes(b"old")
    outcome = gwformat("format", draft, "-o", result)
    assert outcome.code == 4
    assert "已经存在" in outcome.stderr
    assert result.read_bytes() == b"old"
    assert gwformat("format", draft, "-o", result, "--force").code == 0
    assert zipfile.is_zipfile(result)


def test_an_unreadable_draft_is_3_and_the_old_result_stays(gwformat: Shell, tmp_path: Path) -> None:
    broken, result = tmp_path / "坏.docx", tmp_path / "成品.docx"
    broken.write_bytes(b"PK\x03\x04 not a docx")
    result.write_bytes(b"old")
    outcome = gwformat("format", broken, "-o", result, "--force")
    assert outcome.code == 3
    assert outcome.stderr.startswith("错误：")
    assert outcome.stdout == ""
    assert result.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["坏.docx", "成品.docx"]


def test_a_missing_draft_is_3(gwformat: Shell, tmp_path: Path) -> None:
    outcome = gwformat("format", tmp_path / "没有.docx", "-o", tmp_path / "成品.docx")
    assert outcome.code == 3
    assert "没有.docx" in outcome.stderr


def test_a_missing_folder_is_4(gwformat: Shell, draft: Path) -> None:
    assert gwformat("format", draft, "-o", draft.parent / "没有" / "成品.docx").code == 4


def test_the_draft_itself_is_no_result(gwformat: Shell, tmp_path: Path) -> None:
    draft = tmp_path / "草稿.docx"
    draft.write_bytes((EXAMPLES / "通知.docx").read_bytes())
    outcome = gwformat("format", draft, "-o", draft, "--force")
    assert outcome.code == 4
    assert draft.read_bytes() == (EXAMPLES / "通知.docx").read_bytes()


def test_one_bad_file_of_several_does_not_stop_the_others(gwformat: Shell, draft: Path) -> None:
    broken, folder = draft.with_name("坏.docx"), draft.with_name("成品")
    broken.write_bytes(b"PK\x03\x04 not a docx")
    outcome = gwformat("format", broken, draft, EXAMPLES / "通告.md", "-o", folder)
    assert outcome.code == 7
    assert sorted(path.name for path in folder.iterdir()) == ["草稿.docx", "通告.docx"]
    assert "（1/3）" in outcome.stderr
    assert "错误：" in outcome.stderr
    assert "完成 2 份，未完成 1 份" in outcome.stderr
    assert "（1/3）" not in outcome.stdout


def test_two_drafts_whose_results_would_have_one_name_are_refused(gwformat: Shell, draft: Path) -> None:
    other = draft.with_suffix(".md")
    other.write_text(DRAFT, encoding="utf-8")
    outcome = gwformat("format", draft, other, "-o", draft.with_name("成品"))
    assert outcome.code == 2
    assert "草稿.docx" in outcome.stderr


def test_the_report_says_everything(gwformat: Shell, draft: Path) -> None:
    report = draft.with_name("报告.json")
    gwformat("format", draft, "-o", draft.with_name("成品.docx"), "--report", report)
    said = json.loads(report.read_text("utf-8"))
    assert list(said) == [
        *("file", "output", "kind", "genre", "direction", "elements"),
        *("changes", "suggestions", "missing", "notices", "ledger"),
    ]
    assert (said["kind"], said["genre"], said["direction"]) == ("general", "通知", "下行")
    assert {"role": "doc_number", "label": "发文字号"} in said["missing"]
    assert said["ledger"]["balanced"] is True
    assert said["ledger"]["problems"] == []
    assert any(change["before"] == "(" and change["after"] == "（" for change in said["changes"])


def test_the_report_of_several_files_is_a_list_with_the_errors(gwformat: Shell, draft: Path) -> None:
    report, missing = draft.with_name("报告.json"), draft.with_name("没有.txt")
    gwformat("format", draft, missing, "-o", draft.with_name("成品"), "--report", report)
    good, bad = json.loads(report.read_text("utf-8"))
    assert good["ledger"]["balanced"] is True
    assert bad["output"] is None
    assert bad["error"]["exit_code"] == 3


def test_a_report_never_overwrites_draft_or_result(gwformat: Shell, draft: Path) -> None:
    result = draft.with_name("成品.docx")
    assert gwformat("format", draft, "-o", result, "--report", draft, "--force").code == 4
    assert gwformat("format", draft, "-o", result, "--report", result).code == 2
    assert draft.read_text("utf-8") == DRAFT


@pytest.mark.parametrize(
    "path", sorted(p for p in EXAMPLES.iterdir() if p.suffix in (".txt", ".md", ".docx")), ids=lambda path: path.name
)
def test_every_example_is_formatted_and_formatting_the_result_changes_nothing(
    gwformat: Shell, path: Path, tmp_path: Path
) -> None:
    first, second = tmp_path / "一.docx", tmp_path / "二.docx"
    outcome = gwformat("format", path, "-o", first)
    assert outcome.code == 0, outcome.stderr
    assert "内容核对无误" in outcome.stdout
    again = gwformat("format", first, "-o", second)
    assert again.code == 0, again.stderr
    assert text_of(first) == text_of(second)


def test_a_gb18030_draft_is_read_and_the_encoding_is_said(gwformat: Shell, tmp_path: Path) -> None:
    outcome = gwformat("format", EXAMPLES / "函.txt", "-o", tmp_path / "函.docx")
    assert outcome.code == 0
    assert "GB18030" in outcome.stdout.upper()
    assert "惠企资金" in text_of(tmp_path / "函.docx")


def test_a_classified_draft_is_formatted_with_a_notice_and_leaves_no_copy(
    gwformat: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "temp"
    elsewhere.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(elsewhere))
    draft = tmp_path / "草稿.txt"
    draft.write_text("000001\n机密★1年\n" + DRAFT, encoding="utf-8")
    outcome = gwformat("format", draft, "-o", tmp_path / "成品.docx")
    assert outcome.code == 0
    assert "密级" in outcome.stdout
    assert list(elsewhere.iterdir()) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["temp", "成品.docx", "草稿.txt"]


def test_in_a_process_stdout_is_utf8_whatever_the_locale_says(draft: Path) -> None:
    result = process("inspect", draft, "--format", "json", PYTHONUTF8="0", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert result.returncode == 0
    assert json.loads(result.stdout.decode("utf-8"))["genre"] == "通知"


def test_another_encoding_is_written_where_it_is_asked_for(draft: Path) -> None:
    result = process("inspect", draft, PYTHONUTF8="0", PYTHONIOENCODING="gbk", LC_ALL="C")
    assert "通知" in result.stdout.decode("gbk")


def test_signs_that_gbk_lacks_are_others_there(draft: Path) -> None:
    asked = ("format", draft, "-o", draft.with_name("成品.docx"))
    told = process(*asked, PYTHONUTF8="0", PYTHONIOENCODING="gbk", LC_ALL="C").stdout.decode("gbk")
    assert "去除“____”" in told


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="需要 /dev/full")
def test_a_full_disk_behind_stdout_is_4(draft: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "gwformat", "inspect", str(draft), "--format", "json"]
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)
    assert result.returncode == 4
    assert result.stderr.decode("utf-8").startswith("错误：")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="需要 /dev/full")
@pytest.mark.parametrize("asked", ["inspect 草稿.txt", "inspect 没有.docx", "frob"])
def test_where_not_even_an_error_can_be_told_the_code_is_no_finding(asked: str, draft: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "gwformat", *asked.split()]
        result = subprocess.run(command, stdout=full, stderr=full, check=False, timeout=60, cwd=draft.parent)
    assert result.returncode == 4


@pytest.mark.parametrize("asked", [("inspect", "草稿"), ("inspect", "没有.docx"), ("--help",), ("check", "--help")])
@pytest.mark.parametrize("streams", [("stdout",), ("stdout", "stderr")])
def test_output_that_nobody_reads_to_its_end_is_141_without_a_word(
    asked: tuple[str, ...], streams: tuple[str, ...], draft: Path
) -> None:
    words = [str(draft) if word == "草稿" else word for word in asked]
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as nobody:
        given = {name: nobody if name in streams else subprocess.PIPE for name in ("stdout", "stderr")}
        result = subprocess.run([sys.executable, "-m", "gwformat", *words], **given, check=False, timeout=60)
    told = result.stderr is not None and "没有.docx" in asked  # what went wrong is said on the other stream
    assert result.returncode == (3 if told else 141)
    assert told or not result.stderr


def test_a_bug_is_70_without_a_traceback_unless_asked(
    gwformat: Shell, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object, **options: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("gwformat.readers.read", broken)
    outcome = gwformat("inspect", draft)
    assert outcome.code == 70
    assert "程序内部出错" in outcome.stderr
    assert "Traceback" not in outcome.stderr
    assert "Traceback" in gwformat("--debug", "inspect", draft).stderr


def test_an_interrupt_is_130(gwformat: Shell, draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*args: object, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("gwformat.readers.read", interrupted)
    outcome = gwformat("inspect", draft)
    assert outcome.code == 130
    assert "已中断" in outcome.stderr


def test_an_interrupt_while_the_program_is_loaded_shows_no_traceback() -> None:
    loading = "import sys; from gwformat.cli import main\n"
    loading += "class Finder:\n    def find_spec(self, name, *rest):\n        raise KeyboardInterrupt\n"
    loading += "sys.meta_path.insert(0, Finder()); main()"
    done = subprocess.run([sys.executable, "-c", loading], capture_output=True, env=os.environ | {"PYTHONUTF8": "1"})
    assert (done.returncode, done.stderr.decode()) == (130, "已中断。\n")


def test_a_number_for_several_drafts_is_told(gwformat: Shell, tmp_path: Path) -> None:
    drafts = EXAMPLES / "决定.txt", EXAMPLES / "意见.md"
    number = ("--set", "文号=某政发〔2026〕5号")
    told = "提示：每份草稿的发文字号都写成“某政发〔2026〕5号”"
    assert told in gwformat("format", *drafts, "-o", tmp_path / "成品", *number).stderr
    assert told not in gwformat("format", drafts[0], "-o", tmp_path / "一份.docx", *number).stderr


def test_what_is_moved_is_said_once(gwformat: Shell, tmp_path: Path) -> None:
    outcome = gwformat("format", EXAMPLES / "意见.md", "-o", tmp_path / "成品.docx")
    assert "要素归位 1 处：移动“某政发[2026]7号”" in outcome.stdout


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("草稿", "是不是 草稿.txt？"),
        ("草稿.doc", "是不是 草稿.txt？"),
        ("草稿1.txt", "是不是 草稿.txt？"),
        ("没有/草稿.txt", "没有“没有”这个文件夹"),
        ("*.docx", "这里没有文件合于这个通配符"),
        ("~$草稿.docx", "是文稿打开着的时候 Word、WPS 留下的临时文件"),
    ],
)
def test_a_draft_that_is_not_there_is_asked_for(
    gwformat: Shell, draft: Path, monkeypatch: pytest.MonkeyPatch, asked: str, said: str
) -> None:
    monkeypatch.chdir(draft.parent)
    Path("~$草稿.docx").write_bytes(bytes(162))
    outcome = gwformat("format", asked, "-o", "成品.docx")
    assert outcome.code == 3
    assert said in outcome.stderr


def test_profiles_and_metadata_taken_for_each_other_are_told(gwformat: Shell, draft: Path) -> None:
    meta, profile = EXAMPLES / "本单位.toml", EXAMPLES / "版式-市政府办公室.toml"
    result = draft.with_name("成品.docx")
    assert "要素文件用 --meta 读取" in gwformat("format", draft, "-o", result, "--profile", meta).stderr
    assert "版式文件用 --profile 读取" in gwformat("format", draft, "-o", result, "--meta", profile).stderr
