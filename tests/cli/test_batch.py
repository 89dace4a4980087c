"""`gwformat batch` as a clerk calls it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.batch.drafts import drafts
from tests.cli.running import EXAMPLES, INTERRUPTIBLE, Shell


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return drafts(tmp_path / "草稿", 2)


def test_the_summary_stands_beside_the_results(gwformat: Shell, source: Path, tmp_path: Path) -> None:
    (source / "坏的.docx").write_bytes(b"PK\x03\x04 broken")
    (source / "名册.xlsx").write_bytes(b"")
    done = gwformat("batch", source, "-o", tmp_path / "成品", "--jobs", 1)
    assert done.code == 7
    assert "完成 2 份，未变 0 份，未完成 1 份" in done.stdout
    assert ".xlsx 1 个" in done.stdout
    assert "坏的.docx" in done.stderr
    records = tmp_path / "成品" / "_gwformat"
    rows = (records / "summary.csv").read_text(encoding="utf-8-sig").splitlines()
    assert rows[1].startswith("坏的.docx,未完成"), "what failed comes first"
    page = (records / "index.html").read_text(encoding="utf-8")
    assert page.index("坏的.docx") < page.index("通知0.txt")
    assert (records / "reports" / "第0批" / "通知0.docx.txt").is_file()


def test_checking_writes_a_report_for_each_file(gwformat: Shell, source: Path, tmp_path: Path) -> None:
    asked = ("--do", "check", "--report-format", "json", "--fail-on", "warning", "--jobs", 1)
    assert gwformat("batch", source, "-o", tmp_path / "报告", *asked).code == 1, "drafts lack what a document needs"
    (told,) = json.loads((tmp_path / "报告" / "第0批" / "通知0.json").read_text(encoding="utf-8"))
    summary = json.loads((tmp_path / "报告" / "_gwformat" / "summary.json").read_text(encoding="utf-8"))
    first = next(one for one in summary["files"] if one["name"] == "第0批/通知0.txt")
    assert first["counts"]["warning"] == told["summary"]["warning"] > 0


@pytest.mark.parametrize(("do", "suffix"), [("fonts-map", ".docx"), ("exchange", ".docx.json")])
def test_results_of_one_batch_are_drafts_of_the_next(
    gwformat: Shell, source: Path, tmp_path: Path, do: str, suffix: str
) -> None:
    assert gwformat("batch", source, "-o", tmp_path / "成品", "--jobs", 1).code == 0
    done = gwformat("batch", tmp_path / "成品", "-o", tmp_path / "发出", "--do", do, "--to", "party", "--jobs", 1)
    assert done.code == 0, done.stderr
    assert (tmp_path / "发出" / "第0批" / f"通知0{suffix}").is_file()


def test_a_unit_s_own_rules_are_for_all_files(gwformat: Shell, source: Path, tmp_path: Path) -> None:
    profile = EXAMPLES / "版式-市政府办公室.toml"
    asked = ("--profile", profile, "--meta", EXAMPLES / "本单位.toml", "--seal", "none", "--jobs", 1)
    assert gwformat("batch", source, "-o", tmp_path / "成品", *asked).code == 0
    alone = gwformat("format", source / "第0批" / "通知0.txt", "-o", tmp_path / "一份.docx", *asked[:-2])
    assert alone.code == 0
    assert (tmp_path / "成品" / "第0批" / "通知0.docx").read_bytes() == (tmp_path / "一份.docx").read_bytes()


@pytest.mark.parametrize("asked", [("--do", "render", "--form", "ofd"), ("--ofd",)])
def test_an_ofd_is_written_for_every_draft(
    gwformat: Shell, source: Path, tmp_path: Path, asked: tuple[str, ...]
) -> None:
    done = gwformat("batch", source, "-o", tmp_path / "成品", *asked, "--jobs", 1)
    assert done.code == 0, done.stderr
    assert sorted(path.name for path in (tmp_path / "成品").rglob("*.ofd")) == ["通知0.ofd", "通知1.ofd"]


def test_rendering_writes_pages(gwformat: Shell, source: Path, tmp_path: Path) -> None:
    done = gwformat("batch", source, "-o", tmp_path / "页面", "--do", "render", "--form", "txt", "--jobs", 1)
    assert done.code == 0
    assert "关于做好第0项工作的通知" in (tmp_path / "页面" / "第0批" / "通知0.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--do", "check", "--pdf"], "--pdf 不适用于 --do check"),
        (["--do", "exchange"], "没有写明换成哪一套字体"),
        (["--engine", "dask"], "没有写明调度器的地址"),
        (["--scheduler", "tcp://127.0.0.1:1"], "只用于 --engine dask"),
    ],
)
def test_options_that_make_no_sense_are_refused(
    gwformat: Shell, source: Path, tmp_path: Path, arguments: list[str], said: str
) -> None:
    done = gwformat("batch", source, "-o", tmp_path / "成品", *arguments)
    assert done.code == 2
    assert said in done.stderr
    assert not (tmp_path / "成品").exists()


def test_a_folder_that_is_not_there_is_an_error(gwformat: Shell, tmp_path: Path) -> None:
    done = gwformat("batch", tmp_path / "没有", "-o", tmp_path / "成品")
    assert done.code == 3
    assert "没有这个文件" not in done.stderr
    assert "没有“" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="别的进程按不了 Ctrl-C")
def test_who_watches_a_folder_is_told_so_and_ends_it_by_ctrl_c(tmp_path: Path) -> None:
    (tmp_path / "来文").mkdir()
    command = [*INTERRUPTIBLE, "batch", "来文", "-o", "成品", "--watch"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, encoding="utf-8") as watching:
        assert watching.stderr is not None
        assert watching.stderr.readline() == "看着 来文，成品放进 成品，按 Ctrl-C 结束。\n"
        watching.send_signal(signal.SIGINT)
        assert "已中断" in watching.stderr.read()
    assert watching.returncode == 130
