from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from gwformat import output
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
