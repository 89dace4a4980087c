"""Which files a batch works on."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from gwformat.batch.collecting import collect
from gwformat.batch.journal import History, Journal, Run
from gwformat.batch.outcomes import Outcome, State
from gwformat.errors import InputUnreadable

SUFFIXES = (".docx", ".txt")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("通知.docx", "下级/请示.txt", "下级/~$通知.docx", ".隐藏.txt", "下级/名册.xlsx"):
        path = tmp_path / "草稿" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    return tmp_path / "草稿"


def names(given: list[str], output: Path) -> list[str]:
    return list(collect(given, SUFFIXES, output).sources)


def test_drafts_of_all_subfolders_in_a_fixed_order(tree: Path, tmp_path: Path) -> None:
    assert names([str(tree)], tmp_path / "成品") == ["下级/请示.txt", "通知.docx"]


def test_a_lock_file_among_several_that_a_shell_has_found_is_none(tree: Path, tmp_path: Path) -> None:
    given = [str(path) for path in (tree / "通知.docx", tree / "下级" / "~$通知.docx")]
    assert list(collect(given, (".docx",), tmp_path / "成品").sources) == ["通知.docx"]


def test_what_is_no_draft_is_counted_and_lock_files_are_not(tree: Path, tmp_path: Path) -> None:
    assert collect([str(tree)], SUFFIXES, tmp_path / "成品").passed_over == {".xlsx": 1}


def test_several_folders_are_kept_apart(tree: Path, tmp_path: Path) -> None:
    found = names([str(tree), str(tree / "下级")], tmp_path / "成品")
    assert found == ["草稿/下级/请示.txt", "草稿/通知.docx"], "and no file is taken twice"


def test_a_pattern_keeps_the_tree_below_its_fixed_part(tree: Path, tmp_path: Path) -> None:
    assert names([str(tree / "**" / "*.txt")], tmp_path / "成品") == ["下级/请示.txt"]


def test_results_inside_the_source_folder_are_no_drafts(tree: Path) -> None:
    output = tree / "成品"
    output.mkdir()
    (output / "通知.docx").write_bytes(b"")
    assert names([str(tree)], output) == ["下级/请示.txt", "通知.docx"]


@pytest.fixture
def results(tree: Path) -> Path:
    """What a batch wrote below the drafts, and a draft that somebody has put there."""
    output = tree / "成品"
    (output / "下级").mkdir(parents=True)
    for name in ("通知.docx", "下级/请示.docx", "下级/新来的.docx"):
        (output / name).write_bytes(b"")
    (output / "_gwformat").mkdir()
    with Journal.of_this_process(output / "_gwformat" / "journal.jsonl") as book:
        book.begin(Run("a", "format", ""), History(), resume=False)
        book.record(Outcome("通知.docx", State.DONE, "通知.docx", outputs={"通知.docx": "1", "通知.pdf": "2"}))
        book.record(Outcome("下级/请示.txt", State.DONE, "下级/请示.docx", outputs={"下级/请示.docx": "3"}))
    return output


def test_results_of_an_earlier_batch_are_no_drafts_of_another(tree: Path, results: Path, tmp_path: Path) -> None:
    collected = collect([str(tree)], SUFFIXES, tmp_path / "另一处")
    assert list(collected.sources) == ["下级/请示.txt", "成品/下级/新来的.docx", "通知.docx"]
    assert collected.results == {results: 2}
    assert len(collect([str(tree)], SUFFIXES, tmp_path / "另一处", results=True).sources) == 5


def test_results_that_are_named_are_what_is_wanted(tree: Path, results: Path, tmp_path: Path) -> None:
    everything = ["下级/新来的.docx", "下级/请示.docx", "通知.docx"]
    assert names([str(results)], tmp_path / "发出") == everything
    assert names([str(results / "**" / "*.docx")], tmp_path / "发出") == everything
    assert names([str(results / "通知.docx")], tmp_path / "发出") == ["通知.docx"]
    assert names([str(results / "下级")], tmp_path / "发出") == ["新来的.docx", "请示.docx"]
    assert names([str(tree / "**" / "*.docx")], tmp_path / "发出") == ["成品/下级/新来的.docx", "通知.docx"]


def test_a_journal_that_cannot_be_read_tells_of_no_results(tree: Path, results: Path, tmp_path: Path) -> None:
    (results / "_gwformat" / "journal.jsonl").write_bytes(b'{"file":{"later":1}}\n')
    assert len(names([str(tree)], tmp_path / "发出")) == 5


def test_a_file_that_is_named_is_taken_whatever_its_suffix(tree: Path, tmp_path: Path) -> None:
    assert names([str(tree / "下级" / "名册.xlsx")], tmp_path) == ["名册.xlsx"]


def test_what_is_not_there_is_an_error(tmp_path: Path) -> None:
    for given in (str(tmp_path / "没有"), str(tmp_path / "*.docx")):
        with pytest.raises(InputUnreadable):
            names([given], tmp_path / "成品")


@pytest.mark.skipif(sys.platform == "win32", reason="符号链接在 Windows 上要有权限")
def test_a_link_back_into_the_tree_is_not_followed_forever(tree: Path, tmp_path: Path) -> None:
    (tree / "下级" / "回到上级").symlink_to(tree, target_is_directory=True)
    collected = collect([str(tree)], SUFFIXES, tmp_path / "成品")
    assert list(collected.sources) == ["下级/请示.txt", "通知.docx"]
    assert collected.loops == (tree / "下级" / "回到上级",)


@pytest.mark.skipif(sys.platform != "linux", reason="别的系统的文件名都是 Unicode")
def test_a_name_in_gbk_bytes_is_a_name(tree: Path, tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tree) + "/函.txt".encode("gbk"))).write_bytes(b"")
    assert len(names([str(tree)], tmp_path / "成品")) == 3
