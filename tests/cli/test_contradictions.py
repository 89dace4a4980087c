"""What is asked of one command must go together: numbers that are none, one file for two results, words for nothing."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.cli.running import EXAMPLES, Shell


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("决定.txt", "通知.docx"):
        shutil.copy(EXAMPLES / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


NOT_NUMBERS = (
    "format 决定.txt -o 成品.docx --seal-diameter nan",
    "print 决定.txt --impose duplex --gutter nan -o 付印.pdf",
    "print 决定.txt --impose duplex --gutter inf -o 付印.pdf",
    "print 决定.txt --impose booklet --thickness nan -o 付印.pdf",
    "print 决定.txt --impose booklet --thickness 50 -o 付印.pdf",
    "print 决定.txt --impose booklet --sheet nanxnan -o 付印.pdf",
    "print 决定.txt --impose booklet --sheet infxinf -o 付印.pdf",
    "print 决定.txt --impose booklet --sheet 1e9x1e9 -o 付印.pdf",
    "print 决定.txt --impose booklet --sheet A4 -o 付印.pdf",
    "print 决定.txt --overprint head --offset nan,1 -o 付印.pdf",
    "print 决定.txt --overprint head --offset 999,1 -o 付印.pdf",
    "batch . -o 成品 --timeout nan",
)
ONE_FILE_FOR_TWO = (
    "format 决定.txt -o 成品.docx --pdf --report 成品.pdf",
    "format 决定.txt -o 成品.docx --report 成品.docx",
    "check 通知.docx --format html -o 报告.html --certificate 报告.html",
    "print 决定.txt --copies 2 -o 付印.pdf --ticket 付印.pdf",
    "print 决定.txt --copies 2 -o 付印.pdf --ticket 印制单.docx --ticket ./印制单.docx",
)
NAMES_OF_SOMETHING_ELSE = (
    "print 决定.txt --copies 2 -o 付印.docx",
    "print 决定.txt --proof -o 校样.docx",
    "print --overprint test -o 试张.docx",
    "exchange 通知.docx --to party -o 发出.pdf",
)
FOR_NOTHING = (
    "print 决定.txt --copies 2 -o 付印.pdf --ticket-rules 规则.toml",
    "print 决定.txt --copies 2 -o 付印.pdf --format json",
    "print 决定.txt --copies 2 -o 付印.pdf --select P70",
    "exchange 通知.docx --to party -o 发出.docx --manifest 清单.json",
    "exchange 通知.docx --verify -o 发出.docx",
    "inspect 决定.txt --role 1=标题 --role 1=正文",
    "check 通知.docx --ignore E,L,F,R,T,X",
    "batch . -o 成品 --do check --select 没有",
    "check 通知.docx --fix -o 修改.docx --format html",
    "render 决定.txt -o 样张.pdf --dpi 300",
    "render 决定.txt -o 样张.png --dpi 0",
    "format 决定.txt -o .docx",
    "new 通知 -o 新通知.docx --by-hand",
)
SAID_TWICE = (
    "format 决定.txt -o 一.docx -o 二.docx",
    "format 决定.txt --output 一.docx -o 二.docx",
    "format 决定.txt -o 一.docx --kind letter --kind general",
    "exchange 通知.docx --to party -o 发出.docx --keep-lines --no-keep-lines",
    "render 决定.txt -o 一.pdf -o 二.pdf",
    "check 通知.docx --format json --format html",
    "fonts map 通知.docx --to party --to government -o 换.docx",
    "batch . -o 一 -o 二",
)


@pytest.mark.parametrize("line", [*NOT_NUMBERS, *ONE_FILE_FOR_TWO, *NAMES_OF_SOMETHING_ELSE, *FOR_NOTHING, *SAID_TWICE])
def test_it_is_a_mistake_of_usage_and_nothing_is_written(gwformat: Shell, folder: Path, line: str) -> None:
    before = sorted(folder.iterdir())
    done = gwformat(*line.split())
    assert (done.code, done.stdout) == (2, ""), done.stderr
    assert done.stderr.startswith("错误：") and "建议：" in done.stderr
    assert sorted(folder.iterdir()) == before


@pytest.mark.parametrize(
    "asked",
    [
        "--profile 没有.toml",
        "--system 没有.toml",
        "--do check --org 没有.toml",
        "--do exchange --to 没有.toml",
        "--do exchange --to party --policy 没有.toml",
        "--do fonts-map --to 没有",
    ],
)
def test_a_file_all_drafts_go_by_is_looked_at_before_the_first_draft(gwformat: Shell, folder: Path, asked: str) -> None:
    done = gwformat("batch", ".", "-o", "成品", *asked.split())
    assert (done.code, done.stdout) == (5, "")
    assert "没有" in done.stderr
    assert not Path("成品").exists()


def test_words_in_the_bytes_of_an_old_system_are_understood(gwformat: Shell, folder: Path) -> None:
    said = os.fsdecode("标题=某某市人民政府关于防汛的通知".encode("gbk"))
    done = gwformat("inspect", "决定.txt", "--set", said)
    assert done.code == 0
    assert "某某市人民政府关于防汛的通知" in done.stdout
