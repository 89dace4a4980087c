from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from gwformat import output
from gwformat.batch.journal import clear_leftovers
from gwformat.errors import OutputNotWritable

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="文件权限和符号链接是 POSIX 的")


def test_a_result_stands_there_complete_and_alone(tmp_path: Path) -> None:
    output.write_atomically(tmp_path / "成品.docx", b"docx")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"成品.docx": b"docx"}


@posix_only
def test_a_new_result_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    output.write_atomically(tmp_path / "成品.docx", b"docx")
    (tmp_path / "别的").touch()
    assert (tmp_path / "成品.docx").stat().st_mode == (tmp_path / "别的").stat().st_mode


@posix_only
def test_an_overwritten_result_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "成品.docx"
    target.touch()
    target.chmod(0o640)
    output.write_atomically(target, b"docx")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@posix_only
def test_a_symbolic_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "真.docx").touch()
    (tmp_path / "链接.docx").symlink_to("真.docx")
    output.write_atomically(tmp_path / "链接.docx", b"docx")
    assert (tmp_path / "链接.docx").is_symlink()
    assert (tmp_path / "真.docx").read_bytes() == b"docx"


def test_a_name_as_long_as_the_system_allows_can_be_written(tmp_path: Path) -> None:
    target = tmp_path / ("公" * 83 + ".docx")  # 254 bytes in UTF-8
    output.write_atomically(target, b"docx")
    assert target.read_bytes() == b"docx"


def test_a_failing_write_leaves_nothing_behind(tmp_path: Path) -> None:
    target = tmp_path / "成品.docx"
    target.mkdir()  # a folder cannot be replaced by a file
    with pytest.raises(OutputNotWritable):
        output.write_atomically(target, b"docx")
    assert [path.name for path in tmp_path.iterdir()] == ["成品.docx"]


@posix_only
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root 可以写任何文件夹")
def test_a_folder_without_permission_is_explained(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputNotWritable, match="权限"):
        output.write_atomically(tmp_path / "成品.docx", b"docx")


def test_an_existing_result_is_refused_unless_forced(tmp_path: Path) -> None:
    draft, target = tmp_path / "草稿.txt", tmp_path / "成品.docx"
    target.touch()
    with pytest.raises(OutputNotWritable, match="已经存在"):
        output.check_target(draft, target, force=False)
    output.check_target(draft, target, force=True)


def test_a_place_where_nothing_stands_is_free(tmp_path: Path) -> None:
    output.check_target(tmp_path / "草稿.txt", tmp_path / "成品.docx", force=False)


def test_the_draft_itself_is_never_overwritten(tmp_path: Path) -> None:
    draft = tmp_path / "草稿.docx"
    draft.touch()
    with pytest.raises(OutputNotWritable, match="草稿本身"):
        output.check_target(draft, tmp_path / "." / "草稿.docx", force=True)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputNotWritable, match="没有这里"):
        output.check_target(tmp_path / "草稿.txt", tmp_path / "没有这里" / "成品.docx", force=False)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(OutputNotWritable, match="是文件夹"):
        output.check_target(tmp_path / "草稿.txt", tmp_path, force=True)


def test_a_name_that_no_file_can_have_is_explained_before_any_work(tmp_path: Path) -> None:
    target = tmp_path / ("公" * 300 + ".docx")
    with pytest.raises(OutputNotWritable, match="写不进去"):
        output.check_target(tmp_path / "草稿.txt", target, force=True)


def test_a_folder_for_results_that_is_there_is_used(tmp_path: Path) -> None:
    output.make_folder(tmp_path / "成品")
    output.make_folder(tmp_path / "成品")
    assert (tmp_path / "成品").is_dir()


def test_a_file_in_the_place_of_the_folder_for_results_is_named_as_the_reason(tmp_path: Path) -> None:
    (tmp_path / "成品").write_bytes(b"a file")
    with pytest.raises(OutputNotWritable, match="有一个文件叫这个名字"):
        output.make_folder(tmp_path / "成品")
    assert (tmp_path / "成品").read_bytes() == b"a file"


def test_several_results_are_written_all_or_none(tmp_path: Path) -> None:
    old, new, folder = tmp_path / "成品.docx", tmp_path / "成品.pdf", tmp_path / "成品.png"
    old.write_bytes(b"before")
    folder.mkdir()  # cannot be replaced by a file
    with pytest.raises(OutputNotWritable, match=r"成品\.png"):
        output.write_all({old: b"docx", new: b"pdf", folder: b"png"})
    assert old.read_bytes() == b"before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["成品.docx", "成品.png"]


def test_a_large_result_is_cut_where_a_longer_beginning_of_another_stood(tmp_path: Path) -> None:
    target = tmp_path / "成品.pdf"
    output.growing(target).write_bytes(b"one, two, four, five")
    output.write_in_parts({target: [b"one, ", b"two, ", b"three"]})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"成品.pdf": b"one, two, three"}


@pytest.mark.parametrize("error", [OSError("磁盘"), ValueError("a fault of the parts")])
def test_after_an_error_none_of_the_large_results_is_left(error: Exception, tmp_path: Path) -> None:
    def failing() -> Iterator[bytes]:
        yield b"beginning"
        raise error

    whole, broken = tmp_path / "一.pdf", tmp_path / "二.pdf"
    whole.write_bytes(b"before")
    with pytest.raises(OutputNotWritable if isinstance(error, OSError) else ValueError):
        output.write_in_parts({whole: [b"whole"], broken: failing()})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"一.pdf": b"before"}


def test_the_large_result_that_could_not_be_written_is_the_one_named(tmp_path: Path) -> None:
    (tmp_path / "二.pdf").mkdir()
    with pytest.raises(OutputNotWritable, match=r"二\.pdf"):
        output.write_in_parts({tmp_path / "一.pdf": [b"one"], tmp_path / "二.pdf": [b"two"]})


@posix_only
def test_a_symbolic_link_to_a_large_result_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "别处").mkdir()
    (tmp_path / "链接.pdf").symlink_to(Path("别处", "真.pdf"))
    output.write_in_parts({tmp_path / "链接.pdf": [b"pdf"]})
    assert (tmp_path / "链接.pdf").is_symlink()
    assert (tmp_path / "别处" / "真.pdf").read_bytes() == b"pdf"


def test_a_folder_that_went_while_the_work_was_done_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputNotWritable, match="文件夹不见了"):
        output.write_atomically(tmp_path / "没有了" / "成品.docx", b"docx")


def test_a_folder_that_is_a_file_by_now_is_told(tmp_path: Path) -> None:
    (tmp_path / "成品").write_bytes(b"a file, not a folder")
    with pytest.raises(OutputNotWritable, match="写不进去"):
        output.write_atomically(tmp_path / "成品" / "成品.docx", b"docx")
    with pytest.raises(OutputNotWritable, match="写不进去"):
        output.write_in_parts({tmp_path / "成品" / "成品.pdf": [b"pdf"]})


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("CON.docx", "设备"),
        ("aux", "设备"),
        ("Com1.最新.docx", "设备"),
        ("关于A？B:方案.docx", "不能用的字符"),  # what stands before the colon would be another file
        ('"通知".docx', "不能用的字符"),
    ],
)
def test_under_windows_no_result_gets_a_name_that_is_none_there(
    name: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(OutputNotWritable, match=why):
        output.check_target(tmp_path / "草稿.docx", tmp_path / name, force=False)


@pytest.mark.parametrize("name", ["CONTENTS.docx", "通知（一）.docx", "COM10.docx", "成品.v1.docx"])
def test_under_windows_other_names_are_as_good_as_elsewhere(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    output.check_target(tmp_path / "草稿.docx", tmp_path / name, force=False)


def test_what_cannot_be_removed_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / ".gw-1-a.tmp").mkdir()  # as little to be unlinked as a file that a virus scanner has open
    clear_leftovers(tmp_path)
    assert (tmp_path / ".gw-1-a.tmp").is_dir()
